// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/FeatureHits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace ca {
namespace {

struct Near {
    double squared = std::numeric_limits<double>::infinity();  ///< grid units
    double x = 0, y = 0;
};

/// Looks at one layer: everything on the grid of its vertices, so that nothing is converted but the answer.
class LayerSearch {
public:
    LayerSearch(const Frame &frame, const UserLayer &layer, PointXY plane, double reach)
        : m_shapes(layer.shapes->level(frame.view.metresPerPixel).shapes), m_kind(layer.shapes->kind),
          m_x(plane.x * GridPoint::perMetre), m_y(plane.y * GridPoint::perMetre), m_reach(reach * GridPoint::perMetre),
          m_box(Box{plane.x, plane.y, plane.x, plane.y}.grown(reach)), m_here(PackedTree::outward({plane.x, plane.y, plane.x, plane.y}))
    {
    }

    std::map<std::uint32_t, Near> run()
    {
        m_shapes.tree.query(m_box, [this](std::size_t first, std::size_t end) {
            for (std::size_t i = first; i < end; ++i)
                look(i);
        });
        for (const auto &[feature, inside] : m_inside) {
            if (inside)
                m_found[feature] = {0, m_x, m_y};
        }
        return std::move(m_found);
    }

private:
    void look(std::size_t i)
    {
        const PreparedShapes::Part &part = m_shapes.parts[i];
        Near near;
        if (m_kind == GeometryKind::Point)
            approach(near, m_shapes.vertices[part.first], m_shapes.vertices[part.first]);
        else
            follow(part, near);
        if (near.squared <= m_reach * m_reach) {
            Near &known = m_found[part.feature];
            if (near.squared < known.squared)
                known = near;
        }
        if (m_kind == GeometryKind::Polygon && m_shapes.tree.node(i).meets(m_here) && crossings(part) % 2 != 0)
            m_inside[part.feature] = !m_inside[part.feature];  // odd–even over all rings of the feature
    }

    void follow(const PreparedShapes::Part &part, Near &near) const
    {
        const PackedTree::Node wanted = PackedTree::outward(m_box);
        const std::size_t last = std::size_t(part.first) + part.count - 1;
        for (std::size_t i = part.first; i < last;) {
            const std::size_t chunk = i / PreparedShapes::chunkSize;
            const std::size_t end = std::min(last, (chunk + 1) * PreparedShapes::chunkSize);
            if (m_shapes.chunks[chunk].meets(wanted)) {
                for (std::size_t k = i; k < end; ++k)
                    approach(near, m_shapes.vertices[k], m_shapes.vertices[k + 1]);
            }
            i = end;
        }
    }

    void approach(Near &near, GridPoint a, GridPoint b) const
    {
        const double dx = double(b.x) - a.x, dy = double(b.y) - a.y, px = m_x - a.x, py = m_y - a.y;
        const double squaredLength = dx * dx + dy * dy;
        const double t = squaredLength > 0 ? std::clamp((px * dx + py * dy) / squaredLength, 0.0, 1.0) : 0;
        const double ex = px - t * dx, ey = py - t * dy, squared = ex * ex + ey * ey;
        if (squared < near.squared)
            near = {squared, a.x + t * dx, a.y + t * dy};
    }

    /// Edges of a ring that a ray from here to the east crosses.
    int crossings(const PreparedShapes::Part &part) const
    {
        int count = 0;
        const std::size_t last = std::size_t(part.first) + part.count - 1;
        for (std::size_t i = part.first; i < last;) {
            const std::size_t chunk = i / PreparedShapes::chunkSize;
            const std::size_t end = std::min(last, (chunk + 1) * PreparedShapes::chunkSize);
            const PackedTree::Node &node = m_shapes.chunks[chunk];
            if (node.minY <= m_here.maxY && node.maxY >= m_here.minY && node.maxX >= m_here.minX) {
                for (std::size_t k = i; k < end; ++k)
                    count += crosses(m_shapes.vertices[k], m_shapes.vertices[k + 1]);
            }
            i = end;
        }
        return count;
    }

    [[nodiscard]] bool crosses(GridPoint a, GridPoint b) const
    {
        return (a.y > m_y) != (b.y > m_y) && m_x < a.x + (m_y - a.y) / (double(b.y) - a.y) * (double(b.x) - a.x);
    }

    const PreparedShapes &m_shapes;
    GeometryKind m_kind;
    double m_x, m_y, m_reach;  // grid units
    Box m_box;
    PackedTree::Node m_here;
    std::map<std::uint32_t, Near> m_found;
    std::map<std::uint32_t, bool> m_inside;
};

/// What a layer's look adds to the distance at which it is hit, logical pixels.
double halfSize(const UserLayer &layer)
{
    return layer.shapes->kind == GeometryKind::Point ? layer.style.pointSize / 2 : layer.style.line.width / 2;
}

} // namespace

std::vector<FeatureHit> featuresAt(const Frame &frame, QPointF at, double tolerance, std::size_t most)
{
    std::vector<FeatureHit> hits;
    const auto &layers = frame.request.userLayers;
    for (std::size_t l = layers.size(); l-- > 0;) {
        if (!layers[l].shapes || !frame.request.visibility.layer(layers[l].visibilityId()))
            continue;
        const double reach = (tolerance + halfSize(layers[l])) * frame.view.metresPerPixel;
        std::vector<FeatureHit> found;
        for (const auto &[feature, near] : LayerSearch(frame, layers[l], frame.view.toPlane(at), reach).run()) {
            const double metres = std::sqrt(near.squared) / GridPoint::perMetre;
            found.push_back({l, feature, metres / frame.view.metresPerPixel, {near.x / GridPoint::perMetre, near.y / GridPoint::perMetre}});
        }
        std::stable_sort(found.begin(), found.end(), [](const FeatureHit &a, const FeatureHit &b) { return a.distance < b.distance; });
        found.resize(std::min(found.size(), most));
        hits.insert(hits.end(), found.begin(), found.end());
    }
    return hits;
}

} // namespace ca
