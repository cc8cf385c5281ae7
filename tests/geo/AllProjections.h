// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <proj.h>

namespace ca::test {

/// A working definition of every map projection PROJ lists. The words a projection does not know do it no harm.
inline QStringList allProjections()
{
    static const QStringList notMaps{"affine",    "axisswap",   "cart",        "defmodel",    "deformation", "geoc",      "geocent",
                                     "geogoffset", "helmert",   "hgridshift",  "horner",      "latlon",      "latlong",   "longlat",
                                     "lonlat",    "molobadekas", "molodensky", "noop",        "ob_tran",     "pipeline",  "pop",
                                     "push",      "sch",        "set",         "tinshift",    "topocentric", "unitconvert", "vgridshift",
                                     "xyzgridshift", "calcofi", "col_urban"};
    QStringList definitions;
    for (const PJ_OPERATIONS *operation = proj_list_operations(); operation->id; ++operation) {
        const QString name = QString::fromUtf8(operation->id);
        if (notMaps.contains(name))
            continue;
        QString words = QStringLiteral("+proj=%1 +ellps=WGS84 +lon_0=45 +lat_1=38 +lat_2=43 +h=35785831 +n=0.5 +m=1 +q=0.5 "
                                       "+path=1 +lsat=1 +lat_b=60").arg(name);
        if (name == QLatin1String("lagrng"))
            words += QStringLiteral(" +W=2");
        if (name == QLatin1String("utm"))
            words += QStringLiteral(" +zone=38");
        if (name == QLatin1String("tpeqd") || name == QLatin1String("chamb") || name == QLatin1String("omerc"))
            words += QStringLiteral(" +lon_1=40 +lon_2=60 +lat_3=50 +lon_3=50");
        if (name != QLatin1String("geos") && name != QLatin1String("bonne"))
            words += QStringLiteral(" +lat_0=40");
        if (name == QLatin1String("omerc"))
            words += QStringLiteral(" +alpha=30 +lonc=45");
        definitions << words;
    }
    definitions << QStringLiteral("+proj=ob_tran +o_proj=moll +o_lat_p=40 +o_lon_p=20 +ellps=WGS84")
                << QStringLiteral("+proj=utm +zone=38 +approx +ellps=WGS84");
    return definitions;
}

} // namespace ca::test
