// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Synthetic.h"
#include "map/UserLayerPreparer.h"

#include <QImage>

#include <random>

/// Made-up layers of a user's over the made-up island, and plain looks for them.
namespace ca::test {

using Features = std::vector<std::vector<GeoLine>>;  ///< per feature its parts

inline FeatureTable table(GeometryKind kind, const Features &features)
{
    FeatureTable made;
    made.kind = kind;
    for (const std::vector<GeoLine> &parts : features)
        addFeature(made, std::int64_t(made.featureCount()), parts);
    return made;
}

/// Vertices of a ring that wobbles around a place, closed; @p radius in degrees of latitude.
inline GeoLine wobble(LatLon centre, double radius, std::size_t vertices, std::mt19937 &random)
{
    std::uniform_real_distribution<double> factor(0.75, 1);
    GeoLine ring;
    for (std::size_t i = 0; i < vertices; ++i) {
        const double angle = 2 * M_PI * double(i) / double(vertices), r = radius * factor(random);
        ring.push_back({centre.lat + r * std::sin(angle), centre.lon + 1.3 * r * std::cos(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// Features scattered over the island: points, wandering lines, or wobbly areas of which every third has a hole.
inline FeatureTable crowd(GeometryKind kind, std::size_t count, std::size_t vertices, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lat(38, 42), lon(43, 47.5), turn(-0.5, 0.5);
    Features features;
    for (std::size_t f = 0; f < count; ++f) {
        const LatLon at{lat(random), lon(random)};
        if (kind == GeometryKind::Point) {
            features.push_back({{at}});
        } else if (kind == GeometryKind::Line) {
            GeoLine line{at};
            double heading = turn(random) * 12;
            for (std::size_t v = 1; v < vertices; ++v) {
                heading += turn(random);
                line.push_back({line.back().lat + 0.01 * std::sin(heading), line.back().lon + 0.013 * std::cos(heading)});
            }
            features.push_back({line});
        } else {
            features.push_back({wobble(at, 0.12, vertices, random)});
            if (f % 3 == 0)
                features.back().push_back(wobble(at, 0.05, vertices, random));
        }
    }
    return table(kind, features);
}

inline UserLayer userLayer(const QString &id, FeatureTable features, const LayerStyle &look,
                           const std::shared_ptr<const Projection> &projection)
{
    UserLayer made;
    made.id = made.title = id;
    made.shapes = prepareUserLayer(id, std::make_shared<const FeatureTable>(std::move(features)), *projection);
    made.style = look;
    return made;
}

inline LayerStyle areaLook(const QColor &fill)
{
    LayerStyle look;
    look.fill = fill;
    look.line.width = 0;
    return look;
}

inline LayerStyle lineLook(const QColor &color, double width, const QVector<qreal> &dashes = {})
{
    LayerStyle look;
    look.line.color = color;
    look.line.width = width;
    look.line.dashes = dashes;
    return look;
}

inline LayerStyle dotLook(const QColor &color, double size)
{
    LayerStyle look;
    look.line.width = 0;
    look.pointColor = color;
    look.pointSize = size;
    return look;
}

/// A map with nothing on it but paper and the user's layers.
inline RenderRequest bareRequest(QSizeF size = {400, 300}, GeoBox extent = {43, 38, 47, 42})
{
    static const auto empty = scene(AtlasData{}, BaseMap{});
    RenderRequest made = request(empty, size, extent);
    made.visibility.hiddenLayers << QStringLiteral("seas");
    made.cornerCredit = false;
    return made;
}

/// The greatest difference of two colours in a channel.
inline int levels(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// Pixels in which two pictures of one size differ by more than @p least levels in a channel; all if the sizes differ.
inline int differing(const QImage &a, const QImage &b, int least = 0)
{
    if (a.size() != b.size())
        return std::max(a.width() * a.height(), b.width() * b.height());
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += levels(a.pixel(x, y), b.pixel(x, y)) > least;
    }
    return count;
}

} // namespace ca::test
