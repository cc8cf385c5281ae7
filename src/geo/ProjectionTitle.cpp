// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjectionTitle.h"

#include "base/Tr.h"

#include <cmath>

namespace ca {
namespace {

/// "38", "12.5": whole degrees or one decimal.
QString degrees(double value)
{
    return QString::number(std::round(std::abs(value) * 10) / 10);
}

QString latitude(double value)
{
    return degrees(value) + (value < 0 ? QStringLiteral("° S") : QStringLiteral("° N"));
}

QString longitude(double value)
{
    return degrees(value) + (value < 0 ? QStringLiteral("° W") : QStringLiteral("° E"));
}

QString conicTitle(const ProjWords &words, const QString &name)
{
    const double first = words.angle(QStringLiteral("lat_1"), NAN), second = words.angle(QStringLiteral("lat_2"), first);
    const QString parallels = first == second ? latitude(first)
        : (first < 0) == (second < 0)         ? degrees(first) + u'/' + latitude(second)
                                              : latitude(first) + u'/' + latitude(second);
    return QStringLiteral("%1 %2, %3").arg(name, parallels, longitude(words.angle(QStringLiteral("lon_0"), 0)));
}

QString azimuthalTitle(const ProjWords &words, const QString &name)
{
    const double lat = words.angle(QStringLiteral("lat_0"), 0), lon = words.angle(QStringLiteral("lon_0"), 0);
    return QStringLiteral("%1 %2, %3").arg(name, latitude(lat), longitude(lon));
}

} // namespace

QString projectionTitle(const ProjWords &words)
{
    const QString name = words.projection();
    if (name == QLatin1String("lcc") && words.hasAngle(QStringLiteral("lat_1")))
        return conicTitle(words, tr("Lambert conformal conic"));
    if (name == QLatin1String("aea") && words.hasAngle(QStringLiteral("lat_1")))
        return conicTitle(words, tr("Albers equal-area conic"));
    if (name == QLatin1String("laea"))
        return azimuthalTitle(words, tr("Lambert azimuthal equal-area"));
    if (name == QLatin1String("aeqd"))
        return azimuthalTitle(words, tr("Azimuthal equidistant"));
    if (name == QLatin1String("stere"))
        return azimuthalTitle(words, tr("Stereographic"));
    if (name == QLatin1String("ortho"))
        return azimuthalTitle(words, tr("Orthographic"));
    if (name == QLatin1String("merc"))
        return tr("Mercator, %1").arg(longitude(words.angle(QStringLiteral("lon_0"), 0)));
    return {};
}

} // namespace ca
