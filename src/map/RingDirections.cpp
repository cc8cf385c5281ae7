// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/RingDirections.h"

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

/// A place on a ring, grid units: it lies inside as many of the other rings as the ring does. The middle of an edge, since
/// rings of one area may share vertices, but no edges.
struct Probe {
    double x, y;
    std::size_t ring;
};

Probe probeOf(std::span<const GridPoint> ring, std::size_t number)
{
    return {(double(ring[0].x) + ring[1].x) / 2, (double(ring[0].y) + ring[1].y) / 2, number};
}

/// For each ring, whether an odd number of the others enclose it: how many of their edges a ray from its probe to the east
/// crosses. One look at each edge, for the probes at its height.
std::vector<char> holesAmong(std::span<const GridPoint> vertices, std::span<const PreparedShapes::Part> rings)
{
    std::vector<Probe> probes;
    for (std::size_t i = 0; i < rings.size(); ++i)
        probes.push_back(probeOf(vertices.subspan(rings[i].first, rings[i].count), i));
    std::sort(probes.begin(), probes.end(), [](const Probe &a, const Probe &b) { return a.y < b.y; });
    const auto notBelow = [](const Probe &probe, double y) { return probe.y < y; };
    std::vector<char> hole(rings.size(), 0);
    for (std::size_t r = 0; r < rings.size(); ++r) {
        const std::span<const GridPoint> line = vertices.subspan(rings[r].first, rings[r].count);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const GridPoint a = line[i], b = line[i + 1];
            const double low = std::min(a.y, b.y), high = std::max(a.y, b.y);
            for (auto probe = std::lower_bound(probes.begin(), probes.end(), low, notBelow); probe != probes.end() && probe->y < high; ++probe) {
                if (probe->ring != r && probe->x < a.x + (probe->y - a.y) / (double(b.y) - a.y) * (double(b.x) - a.x))
                    hole[probe->ring] ^= 1;
            }
        }
    }
    return hole;
}

} // namespace

void setRingDirections(std::vector<GridPoint> &vertices, std::span<const PreparedShapes::Part> rings)
{
    const std::vector<char> hole = rings.size() > 1 ? holesAmong(vertices, rings) : std::vector<char>(rings.size(), 0);
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const std::span<GridPoint> line = std::span(vertices).subspan(rings[i].first, rings[i].count);
        if ((signedArea(line) < 0) != (hole[i] != 0))
            std::reverse(line.begin(), line.end());
    }
}

} // namespace ca
