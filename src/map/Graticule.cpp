// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/Graticule.h"

#include <cmath>

namespace ca {
namespace {

constexpr double vertexStep = 0.25;     // degrees between vertices of a line
constexpr double metresPerDegree = 111e3;
constexpr double pixelsBetween = 110;   // least distance of neighbouring lines on the screen

void addMeridian(FeatureTable &table, const GeoBox &box, double lon)
{
    GeoLine line;
    for (double lat = box.south; lat <= box.north + 1e-9; lat += vertexStep)
        line.push_back({lat, lon});
    table.beginFeature(std::int64_t(table.featureCount()));
    table.addPart(line);
}

void addParallel(FeatureTable &table, const GeoBox &box, double lat)
{
    GeoLine line;
    for (double lon = box.west; lon <= box.east + 1e-9; lon += vertexStep)
        line.push_back({lat, lon});
    table.beginFeature(std::int64_t(table.featureCount()));
    table.addPart(line);
}

constexpr double steps[] = {10.0, 5.0, 2.0, 1.0, 0.5};  // coarsest first

/// A level is taken while half a pixel is above its tolerance: here that stands for lines far enough apart.
double toleranceOf(double step)
{
    return step * metresPerDegree / pixelsBetween / 2 / 2;
}

BaseLayer::Level grid(const GeoBox &box, double step)
{
    BaseLayer::Level level;
    level.features.kind = GeometryKind::Line;
    for (int i = int(std::ceil(box.west / step)); i * step <= box.east; ++i)
        addMeridian(level.features, box, i * step);
    for (int i = int(std::ceil(box.south / step)); i * step <= box.north; ++i)
        addParallel(level.features, box, i * step);
    level.toleranceMetres = toleranceOf(step);
    return level;
}

} // namespace

double graticuleStep(double metresPerPixel)
{
    for (const double step : steps) {
        if (toleranceOf(step) <= metresPerPixel / 2)
            return step;
    }
    return steps[std::size(steps) - 1];
}

BaseLayer graticuleLayer(const GeoBox &box)
{
    BaseLayer layer;
    layer.id = QStringLiteral("graticule");
    for (const double step : steps)
        layer.levels.push_back(grid(box, step));
    return layer;
}

} // namespace ca
