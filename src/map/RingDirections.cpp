// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/RingDirections.h"

#include "geo/SpatialIndex.h"

#include <algorithm>

namespace ca {
namespace {

/// Twice the ring's area, positive when it runs counter-clockwise; by the shoelace formula from its first vertex.
double signedArea(std::span<const GridPoint> ring)
{
    double sum = 0;
    const double x0 = ring.front().x, y0 = ring.front().y;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += (ring[i].x - x0) * (ring[i + 1].y - y0) - (ring[i + 1].x - x0) * (ring[i].y - y0);
    return sum;
}

bool encloses(std::span<const GridPoint> ring, double x, double y)
{
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const GridPoint a = ring[i], b = ring[i + 1];
        if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (double(b.y) - a.y) * (double(b.x) - a.x))
            inside = !inside;
    }
    return inside;
}

class Feature {
public:
    Feature(std::vector<GridPoint> &vertices, std::span<const PreparedShapes::Part> rings, std::span<const Box> boxes)
        : m_vertices(vertices), m_rings(rings), m_index(rings.size() > 1 ? SpatialIndex(boxes) : SpatialIndex())
    {
    }

    void setDirections()
    {
        for (std::size_t i = 0; i < m_rings.size(); ++i) {
            const std::span<GridPoint> line = ring(i);
            if ((signedArea(line) < 0) != isHole(i))
                std::reverse(line.begin(), line.end());
        }
    }

private:
    [[nodiscard]] std::span<GridPoint> ring(std::size_t i) const
    {
        return std::span(m_vertices).subspan(m_rings[i].first, m_rings[i].count);
    }

    /// Asked in the middle of an edge: rings of one area may share vertices, but no edges.
    [[nodiscard]] bool isHole(std::size_t i) const
    {
        const GridPoint a = ring(i)[0], b = ring(i)[1];
        const double x = (double(a.x) + b.x) / 2, y = (double(a.y) + b.y) / 2;
        const PointXY at{x / GridPoint::perMetre, y / GridPoint::perMetre};
        bool hole = false;
        for (const std::uint32_t other : m_index.query({at.x, at.y, at.x, at.y}))
            hole ^= other != i && encloses(ring(other), x, y);
        return hole;
    }

    std::vector<GridPoint> &m_vertices;
    std::span<const PreparedShapes::Part> m_rings;
    SpatialIndex m_index;
};

} // namespace

void setRingDirections(std::vector<GridPoint> &vertices, std::span<const PreparedShapes::Part> rings, std::span<const Box> boxes)
{
    Feature(vertices, rings, boxes).setDirections();
}

} // namespace ca
