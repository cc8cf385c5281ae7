// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/JsonGeometry.h"

#include <QJsonArray>

namespace ca {

namespace {

constexpr int deepest = 32;

LatLon position(const QJsonValue &value)
{
    constexpr double none = std::numeric_limits<double>::infinity();  // unlike NaN, not the same as an empty point
    const QJsonArray numbers = value.toArray();
    return {numbers.at(1).toDouble(none), numbers.at(0).toDouble(none)};
}

/// The vertices of a line or ring, in the scratch room.
bool positions(const QJsonValue &value, GeometryParts &parts)
{
    if (!value.isArray())
        return false;
    const QJsonArray array = value.toArray();
    parts.scratch.clear();
    for (const QJsonValue &point : array)
        parts.scratch.push_back(position(point));
    return array.isEmpty() || array.at(0).isArray();
}

bool addLine(const QJsonValue &value, GeometryParts &parts)
{
    if (!positions(value, parts))
        return false;
    parts.addLine(parts.scratch);
    return true;
}

bool addPolygon(const QJsonValue &value, GeometryParts &parts)
{
    parts.beginPolygon();
    const QJsonArray rings = value.toArray();
    for (const QJsonValue &ring : rings) {
        if (!positions(ring, parts))
            return false;
        parts.addRing(parts.scratch);
    }
    parts.endPolygon();
    return value.isArray();
}

bool addPoint(const QJsonValue &value, GeometryParts &parts)
{
    if (!value.toArray().isEmpty())
        parts.addPoint(position(value));
    return value.isArray();
}

template <class Add>
bool addEach(const QJsonValue &value, GeometryParts &parts, Add add)
{
    const QJsonArray members = value.toArray();
    for (const QJsonValue &member : members) {
        if (!add(member, parts))
            return false;
    }
    return value.isArray();
}

bool decode(const QJsonObject &geometry, GeometryParts &parts, int depth)
{
    const QString type = geometry.value(QLatin1String("type")).toString();
    const QJsonValue coordinates = geometry.value(QLatin1String("coordinates"));
    if (type == QLatin1String("Point"))
        return addPoint(coordinates, parts);
    if (type == QLatin1String("LineString"))
        return addLine(coordinates, parts);
    if (type == QLatin1String("Polygon"))
        return addPolygon(coordinates, parts);
    if (type == QLatin1String("MultiPoint"))
        return addEach(coordinates, parts, addPoint);
    if (type == QLatin1String("MultiLineString"))
        return addEach(coordinates, parts, addLine);
    if (type == QLatin1String("MultiPolygon"))
        return addEach(coordinates, parts, addPolygon);
    if (type != QLatin1String("GeometryCollection") || depth > deepest)
        return false;
    return addEach(geometry.value(QLatin1String("geometries")), parts,
                   [depth](const QJsonValue &member, GeometryParts &to) { return decode(member.toObject(), to, depth + 1); });
}

} // namespace

bool decodeJsonGeometry(const QJsonObject &geometry, GeometryParts &parts)
{
    return decode(geometry, parts, 0);
}

} // namespace ca
