// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmMeetings.h"

#include "geo/VertexRank.h"

#include <bit>
#include <cmath>
#include <numbers>

namespace ca {
namespace {

constexpr double metresPerUnit = 1e-7 * 6'371'008.8 * std::numbers::pi / 180;

/// Multiplicative hashing: ids of neighbouring nodes are often consecutive.
std::size_t slotOf(std::int64_t node, int bits)
{
    return std::size_t(std::uint64_t(node) * 0x9e3779b97f4a7c15ull >> (64 - bits));
}

/// In metres, around the stretch's first vertex: true enough for the length of a way.
void planeStretch(std::span<const OsmLocation> line, PlaneLine &out)
{
    out.clear();
    const double perLon = metresPerUnit * std::cos(line.front().lat * 1e-7 * std::numbers::pi / 180);
    for (const OsmLocation &at : line)
        out.push_back({double(std::int64_t(at.lon) - line.front().lon) * perLon,
                       double(std::int64_t(at.lat) - line.front().lat) * metresPerUnit});
}

} // namespace

std::vector<std::uint8_t> markMeetings(const OsmExtract &extract)
{
    const auto &vertices = extract.vertices;
    std::vector<std::uint8_t> marks(vertices.size(), 0);
    // Open addressing, at most half full; a slot holds the index of the node's first vertex, plus one.
    const int bits = int(std::bit_width(vertices.size())) + 1;
    const std::size_t mask = (std::size_t(1) << bits) - 1;
    std::vector<std::uint32_t> slots(mask + 1, 0);
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        std::size_t slot = slotOf(vertices[i].node, bits);
        while (slots[slot] != 0 && vertices[slots[slot] - 1].node != vertices[i].node)
            slot = (slot + 1) & mask;
        if (slots[slot] == 0)
            slots[slot] = std::uint32_t(i + 1);
        else
            marks[i] = marks[slots[slot] - 1] = 1;
    }
    return marks;
}

void rankBetweenMeetings(std::span<const OsmLocation> line, std::span<std::uint8_t> ranks)
{
    thread_local PlaneLine plane;
    for (std::size_t first = 0; first + 1 < line.size();) {
        std::size_t last = first + 1;
        while (last + 1 < line.size() && ranks[last] != endRank)
            ++last;
        if (last - first > 1) {
            planeStretch(line.subspan(first, last - first + 1), plane);
            const std::vector<float> metres = vertexRanks(plane);
            // One less than endRank, which says that ways meet; no vertex is that far off.
            for (std::size_t i = first + 1; i < last; ++i)
                ranks[i] = std::min<RankCode>(rankCode(metres[i - first]), endRank - 1);
        }
        first = last;
    }
}

} // namespace ca
