// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjectionFamily.h"

#include <QSet>

namespace ca {

ProjectionFamily projectionFamily(const ProjWords &words)
{
    static const QSet<QString> azimuthal{"aeqd", "airy", "geos", "gnom", "laea", "nsper", "ortho", "stere", "sterea", "tpers", "ups"};
    static const QSet<QString> transverse{"tmerc", "etmerc", "utm"};
    static const QSet<QString> sheet{
        "aea",    "aitoff", "boggs",  "cc",     "cea",    "collg",  "comill",    "crast",     "eck1",   "eck2",   "eck3",
        "eck4",   "eck5",   "eck6",   "eqc",    "eqdc",   "eqearth", "fahey",    "fouc",      "fouc_s", "gall",   "hammer",
        "hatano", "kav5",   "kav7",   "lcc",    "leac",   "merc",   "mill",      "moll",      "natearth", "natearth2",
        "nell",   "nell_h", "ortel",  "patterson", "putp1", "putp2", "putp3",    "putp4p",    "putp5",  "putp6",  "qua_aut",
        "robin",  "sinu",   "times",  "tobmerc", "wag1",  "wag2",   "wag3",      "wag4",      "wag5",   "wag6",   "wag7",
        "webmerc", "weren", "wink1",  "wink2",  "wintri"};
    if (words.hasAny({"approx", "over", "W", "M"}))
        return ProjectionFamily::Unknown;
    const QString name = words.projection();
    if (sheet.contains(name))
        return ProjectionFamily::Sheet;
    if (azimuthal.contains(name))
        return ProjectionFamily::Azimuthal;
    return transverse.contains(name) ? ProjectionFamily::Transverse : ProjectionFamily::Unknown;
}

} // namespace ca
