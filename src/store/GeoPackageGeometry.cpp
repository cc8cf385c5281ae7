// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/GeoPackageGeometry.h"

#include <bit>
#include <cstring>

namespace ca {
namespace {

static_assert(std::endian::native == std::endian::little, "geometry is copied as it lies in memory");

constexpr std::uint8_t littleEndian = 1;
constexpr std::uint8_t noEnvelope = 0b0000'0001;  // flags: little-endian, no envelope, not empty
constexpr std::uint8_t withEnvelope = 0b0000'0011;  // … with an envelope of min x, max x, min y, max y
constexpr std::uint32_t wgs84Id = 4326;
enum WkbType : std::uint32_t { WkbPoint = 1, WkbLine = 2, WkbPolygon = 3, WkbMultiPolygon = 6 };

template <class Value> void put(std::string &out, Value value)
{
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof value);
}

void putHead(std::string &out, std::uint8_t flags)
{
    out.append("GP", 2);
    put(out, std::uint8_t(0));
    put(out, flags);
    put(out, wgs84Id);
}

void putType(std::string &out, WkbType type)
{
    put(out, littleEndian);
    put(out, std::uint32_t(type));
}

void putVertices(std::string &out, std::span<const LatLon> vertices)
{
    const std::size_t at = out.size();
    out.resize(at + vertices.size() * 2 * sizeof(double));
    char *to = out.data() + at;
    for (const LatLon &p : vertices) {
        std::memcpy(to, &p.lon, sizeof(double));
        std::memcpy(to + sizeof(double), &p.lat, sizeof(double));
        to += 2 * sizeof(double);
    }
}

void putPolygon(std::string &out, const GeoPackageShape &shape, std::uint32_t first, std::uint32_t end)
{
    putType(out, WkbPolygon);
    put(out, end - first);
    for (std::uint32_t ring = first; ring < end; ++ring) {
        const std::uint32_t count = shape.ringStart[ring + 1] - shape.ringStart[ring];
        put(out, count);
        putVertices(out, shape.vertices.subspan(shape.ringStart[ring], count));
    }
}

void putPolygons(std::string &out, const GeoPackageShape &shape)
{
    const auto polygons = std::uint32_t(shape.polygonStart.size() - 1);
    putType(out, WkbMultiPolygon);
    put(out, polygons);
    for (std::uint32_t i = 0; i < polygons; ++i)
        putPolygon(out, shape, shape.polygonStart[i], shape.polygonStart[i + 1]);
}

} // namespace

Box appendGeometry(GeometryKind kind, const GeoPackageShape &shape, std::string &out)
{
    Box box;
    for (const LatLon &p : shape.vertices)
        box.extend(PointXY{p.lon, p.lat});
    if (kind == GeometryKind::Point) {
        putHead(out, noEnvelope);
        putType(out, WkbPoint);
        putVertices(out, shape.vertices.first(1));
        return box;
    }
    putHead(out, withEnvelope);
    for (const double side : {box.minX, box.maxX, box.minY, box.maxY})
        put(out, side);
    if (kind == GeometryKind::Polygon) {
        putPolygons(out, shape);
        return box;
    }
    putType(out, WkbLine);
    put(out, std::uint32_t(shape.vertices.size()));
    putVertices(out, shape.vertices);
    return box;
}

const char *geometryTypeName(GeometryKind kind)
{
    switch (kind) {
    case GeometryKind::Point: return "POINT";
    case GeometryKind::Line: return "LINESTRING";
    case GeometryKind::Polygon: return "MULTIPOLYGON";
    }
    return "GEOMETRY";
}

} // namespace ca
