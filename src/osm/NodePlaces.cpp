// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/NodePlaces.h"

#include <algorithm>

namespace ca {

void NodePlaces::expect(const std::vector<OsmExtract::Vertex> &vertices)
{
    clear();
    m_ids.reserve(vertices.size());
    for (const OsmExtract::Vertex &vertex : vertices) {
        if (!vertex.at.defined() && (m_ids.empty() || m_ids.back() != vertex.node))
            m_ids.push_back(vertex.node);
    }
    if (!std::is_sorted(m_ids.begin(), m_ids.end()))
        std::sort(m_ids.begin(), m_ids.end());
    m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
    m_at.resize(m_ids.size());
    m_versions.resize(m_ids.size());
}

bool NodePlaces::find(std::int64_t id)
{
    const auto begin = m_ids.begin();
    const std::size_t size = m_ids.size();
    if (m_cursor > 0 && m_ids[m_cursor - 1] >= id) {
        m_cursor = static_cast<std::size_t>(std::lower_bound(begin, begin + static_cast<std::ptrdiff_t>(m_cursor), id) - begin);
    } else {
        const std::size_t near = std::min(size, m_cursor + 8);
        while (m_cursor < near && m_ids[m_cursor] < id)
            ++m_cursor;
        if (m_cursor == near && near < size)
            m_cursor = static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(near), m_ids.end(), id) - begin);
    }
    return m_cursor < size && m_ids[m_cursor] == id;
}

void NodePlaces::take(std::int64_t id, OsmLocation at, std::int32_t version)
{
    if (!at.defined() || !find(id))
        return;
    if (!m_at[m_cursor].defined() || m_versions[m_cursor] < version) {
        m_at[m_cursor] = at;
        m_versions[m_cursor] = version;
    }
}

void NodePlaces::fill(std::vector<OsmExtract::Vertex> &vertices)
{
    for (OsmExtract::Vertex &vertex : vertices) {
        if (!vertex.at.defined() && find(vertex.node))
            vertex.at = m_at[m_cursor];
    }
}

} // namespace ca
