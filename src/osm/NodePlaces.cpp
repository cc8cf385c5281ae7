// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/NodePlaces.h"

#include "base/Parallel.h"

#include <algorithm>

namespace ca {

void NodePlaces::expect(const std::vector<OsmExtract::Vertex> &vertices)
{
    m_ids.reserve(vertices.size());
    for (const OsmExtract::Vertex &vertex : vertices) {
        if (!vertex.at.defined() && (m_ids.empty() || m_ids.back() != vertex.node))
            m_ids.push_back(vertex.node);
    }
    if (!std::is_sorted(m_ids.begin(), m_ids.end()))
        sort();
    m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
    m_at.resize(m_ids.size());
    m_versions.resize(m_ids.size());
}

/// In pieces on all cores, then two and two together: soon done, and sooner stopped.
void NodePlaces::sort()
{
    constexpr std::size_t piece = 1 << 18;
    const std::size_t size = m_ids.size();
    const auto at = [&](std::size_t index) { return m_ids.begin() + static_cast<std::ptrdiff_t>(std::min(index, size)); };
    parallelFor((size + piece - 1) / piece, m_cancel, [&](std::size_t i) { std::sort(at(i * piece), at((i + 1) * piece)); });
    for (std::size_t width = piece; width < size; width *= 2) {
        parallelFor((size + 2 * width - 1) / (2 * width), m_cancel, [&](std::size_t i) {
            std::inplace_merge(at(2 * i * width), at(2 * i * width + width), at(2 * (i + 1) * width));
        });
    }
}

bool NodePlaces::find(std::int64_t id, std::size_t &cursor) const
{
    const auto begin = m_ids.begin();
    const std::size_t size = m_ids.size();
    if (cursor > 0 && m_ids[cursor - 1] >= id) {
        cursor = static_cast<std::size_t>(std::lower_bound(begin, begin + static_cast<std::ptrdiff_t>(cursor), id) - begin);
    } else {
        const std::size_t near = std::min(size, cursor + 8);
        while (cursor < near && m_ids[cursor] < id)
            ++cursor;
        if (cursor == near && near < size)
            cursor = static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(near), m_ids.end(), id) - begin);
    }
    return cursor < size && m_ids[cursor] == id;
}

void NodePlaces::take(std::int64_t id, OsmLocation at, std::int32_t version)
{
    if (!at.defined() || !find(id, m_cursor))
        return;
    if (!m_at[m_cursor].defined() || m_versions[m_cursor] < version) {
        m_at[m_cursor] = at;
        m_versions[m_cursor] = version;
    }
}

void NodePlaces::fill(std::vector<OsmExtract::Vertex> &vertices)
{
    constexpr std::size_t piece = 1 << 16;
    parallelFor((vertices.size() + piece - 1) / piece, m_cancel, [&](std::size_t number) {
        std::size_t cursor = 0;
        const std::size_t end = std::min((number + 1) * piece, vertices.size());
        for (std::size_t i = number * piece; i < end; ++i) {
            if (!vertices[i].at.defined() && find(vertices[i].node, cursor))
                vertices[i].at = m_at[cursor];
        }
    });
}

} // namespace ca
