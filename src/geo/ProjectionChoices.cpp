// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjectionChoices.h"

#include "geo/Projection.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

const QString &wgs84()
{
    static const QString words = QStringLiteral(" +datum=WGS84 +units=m +no_defs +type=crs");
    return words;
}

QString degreesText(double value)
{
    return QString::number(value, 'g', 6);
}

} // namespace

QString Projection::conicFor(const GeoBox &box)
{
    constexpr double leastTilt = 2;    // degrees between the parallels and their mirror images: flatter cones are cylinders
    constexpr double nearPole = 89.5;
    const double inset = (box.north - box.south) / 6;
    const double south = box.south + inset, north = box.north - inset;
    const LatLon centre{box.centre().lat, std::remainder(box.centre().lon, 360)};
    if (box.north > nearPole || box.south < -nearPole) {
        return QStringLiteral("+proj=stere +lat_0=%1 +lon_0=%2").arg(box.north > nearPole ? 90 : -90).arg(degreesText(centre.lon))
            + wgs84();
    }
    if (std::abs(south + north) < leastTilt)
        return QStringLiteral("+proj=merc +lon_0=%1 +lat_ts=%2").arg(degreesText(centre.lon), degreesText(std::abs(north))) + wgs84();
    return QStringLiteral("+proj=lcc +lat_0=%1 +lon_0=%2 +lat_1=%3 +lat_2=%4")
               .arg(degreesText(centre.lat), degreesText(centre.lon), degreesText(south), degreesText(north))
        + wgs84();
}

namespace projections {

QString albers()
{
    return QStringLiteral("+proj=aea +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45") + wgs84();
}

QString utmNorth(int zone)
{
    return QStringLiteral("EPSG:%1").arg(32600 + std::clamp(zone, 1, 60));
}

QString webMercator()
{
    return QStringLiteral("EPSG:3857");
}

QString azimuthal(Azimuthal kind, LatLon centre)
{
    const auto rounded = [](double value) { return QString::number(std::round(value * 10) / 10 + 0.0); };
    const QString name = kind == Azimuthal::EqualArea ? QStringLiteral("laea") : QStringLiteral("aeqd");
    return QStringLiteral("+proj=%1 +lat_0=%2 +lon_0=%3").arg(name, rounded(centre.lat), rounded(centre.lon)) + wgs84();
}

} // namespace projections
} // namespace ca
