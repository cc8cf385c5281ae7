// SPDX-License-Identifier: GPL-3.0-or-later
// By GEOS, which GDAL has built in.
#include "store/PolygonOverlay.h"

#include "base/Tr.h"
#include "store/Gdal.h"

#include <algorithm>

namespace ca {
namespace {

/// Twice the signed area; positive = counter-clockwise.
double turnOf(const GeoLine &ring)
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) - (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    return sum;
}

OGRGeometryH lineOf(OGRwkbGeometryType type, std::span<const LatLon> line)
{
    OGRGeometryH geometry = OGR_G_CreateGeometry(type);
    const int stride = int(sizeof(LatLon));
    if (!line.empty())
        OGR_G_SetPoints(geometry, int(line.size()), &line[0].lon, stride, &line[0].lat, stride, nullptr, 0);
    return geometry;
}

gdal::Geometry multiLine(std::span<const GeoLine> lines)
{
    gdal::Geometry multi(OGR_G_CreateGeometry(wkbMultiLineString));
    for (const GeoLine &line : lines) {
        if (line.size() > 1)
            OGR_G_AddGeometryDirectly(multi.get(), lineOf(wkbLineString, line));
    }
    return multi;
}

gdal::Geometry polygonOf(const PlaneFace &face)
{
    gdal::Geometry polygon(OGR_G_CreateGeometry(wkbPolygon));
    for (const GeoLine &ring : face.rings)
        OGR_G_AddGeometryDirectly(polygon.get(), lineOf(wkbLinearRing, ring));
    return polygon;
}

gdal::Geometry multiPolygon(std::span<const PlaneFace> faces)
{
    gdal::Geometry multi(OGR_G_CreateGeometry(wkbMultiPolygon));
    for (const PlaneFace &face : faces)
        OGR_G_AddGeometryDirectly(multi.get(), polygonOf(face).release());
    return multi;
}

GeoLine pointsOf(OGRGeometryH line)
{
    GeoLine points(std::size_t(OGR_G_GetPointCount(line)));
    const int stride = int(sizeof(LatLon));
    if (!points.empty())
        OGR_G_GetPoints(line, &points[0].lon, stride, &points[0].lat, stride, nullptr, 0);
    return points;
}

void collectLines(OGRGeometryH geometry, std::vector<GeoLine> &out)
{
    if (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) == wkbLineString) {
        if (GeoLine line = pointsOf(geometry); line.size() > 1)
            out.push_back(std::move(line));
        return;
    }
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
        collectLines(OGR_G_GetGeometryRef(geometry, i), out);
}

void collectFaces(OGRGeometryH geometry, std::vector<PlaneFace> &out)
{
    const bool polygon = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon;
    PlaneFace face;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
        if (!polygon) {
            collectFaces(OGR_G_GetGeometryRef(geometry, i), out);
            continue;
        }
        GeoLine ring = pointsOf(OGR_G_GetGeometryRef(geometry, i));
        if ((turnOf(ring) > 0) != (i == 0))
            std::reverse(ring.begin(), ring.end());
        face.rings.push_back(std::move(ring));
    }
    if (polygon && !face.rings.empty())
        out.push_back(std::move(face));
}

template <class Part>
Result<std::vector<Part>> partsOf(const gdal::Geometry &made, const gdal::ErrorScope &errors, void (*collect)(OGRGeometryH, std::vector<Part> &))
{
    if (!made)
        return Error::of(tr("the geometry cannot be computed: %1").arg(errors.message()));
    std::vector<Part> parts;
    collect(made.get(), parts);
    return parts;
}

} // namespace

Result<std::vector<GeoLine>> overlay::node(std::span<const GeoLine> lines)
{
    const gdal::ErrorScope errors;
    const gdal::Geometry all = multiLine(lines);
    if (OGR_G_IsEmpty(all.get()))
        return std::vector<GeoLine>();
    // A union cuts lines at each other, unless one side of it is empty or far from the other: hence with an edge of their own.
    const auto line = std::find_if(lines.begin(), lines.end(), [](const GeoLine &one) { return one.size() > 1; });
    const gdal::Geometry edge(lineOf(wkbLineString, std::span(*line).first(2)));
    return partsOf(gdal::Geometry(OGR_G_Union(all.get(), edge.get())), errors, collectLines);
}

Result<std::vector<PlaneFace>> overlay::facesOf(std::span<const GeoLine> lines)
{
    const gdal::ErrorScope errors;
    const gdal::Geometry all = multiLine(lines);
    if (OGR_G_IsEmpty(all.get()))
        return std::vector<PlaneFace>();
    return partsOf(gdal::Geometry(OGR_G_Polygonize(all.get())), errors, collectFaces);
}

Result<std::vector<PlaneFace>> overlay::validFaces(std::span<const GeoLine> rings)
{
    const gdal::ErrorScope errors;
    PlaneFace face;
    std::copy_if(rings.begin(), rings.end(), std::back_inserter(face.rings), [](const GeoLine &ring) { return ring.size() > 3; });
    if (face.rings.empty())
        return std::vector<PlaneFace>();
    // As a set of shells, to be taken by odd–even: the rings may be several shells and holes in any order.
    return partsOf(gdal::Geometry(OGR_G_MakeValid(polygonOf(face).get())), errors, collectFaces);
}

Result<std::vector<GeoLine>> overlay::cutLine(std::span<const LatLon> line, std::span<const PlaneFace> area, Side side)
{
    const gdal::ErrorScope errors;
    const gdal::Geometry whole(lineOf(wkbLineString, line)), other = multiPolygon(area);
    return partsOf(gdal::Geometry(side == Side::Inside ? OGR_G_Intersection(whole.get(), other.get()) : OGR_G_Difference(whole.get(), other.get())), errors,
                   collectLines);
}

Result<std::vector<PlaneFace>> overlay::cutFace(const PlaneFace &face, std::span<const PlaneFace> area, Side side)
{
    const gdal::ErrorScope errors;
    const gdal::Geometry whole = polygonOf(face), other = multiPolygon(area);
    return partsOf(gdal::Geometry(side == Side::Inside ? OGR_G_Intersection(whole.get(), other.get()) : OGR_G_Difference(whole.get(), other.get())), errors,
                   collectFaces);
}

std::optional<LatLon> overlay::placeInside(const PlaneFace &face)
{
    const gdal::ErrorScope errors;
    const gdal::Geometry point(OGR_G_PointOnSurface(polygonOf(face).get()));
    if (!point || OGR_G_IsEmpty(point.get()))
        return std::nullopt;
    return LatLon{OGR_G_GetY(point.get(), 0), OGR_G_GetX(point.get(), 0)};
}

} // namespace ca
