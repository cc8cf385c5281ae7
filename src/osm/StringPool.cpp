// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/StringPool.h"

#include <functional>
#include <limits>
#include <utility>

namespace ca {

std::uint32_t StringPool::add(std::string_view text)
{
    text = text.substr(0, text.find('\0'));
    if (2 * m_count >= m_slots.size())
        grow();
    std::uint32_t &found = m_slots[slot(text)];
    if (found != 0)
        return found - 1;
    if (m_text.size() + text.size() + 2 > std::numeric_limits<std::uint32_t>::max()) {
        m_full = true;
        return 0;
    }
    const auto begin = static_cast<std::uint32_t>(m_text.size());
    m_text.append(text);
    m_text.push_back('\0');
    found = begin + 1;
    ++m_count;
    return begin;
}

std::size_t StringPool::slot(std::string_view text) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = std::hash<std::string_view>()(text) & mask;
    while (m_slots[at] != 0 && m_text.c_str() + m_slots[at] - 1 != text)
        at = (at + 1) & mask;
    return at;
}

void StringPool::grow()
{
    const std::vector<std::uint32_t> old = std::exchange(m_slots, std::vector<std::uint32_t>(m_slots.size() * 2));
    for (const std::uint32_t begin : old) {
        if (begin != 0)
            m_slots[slot(m_text.c_str() + begin - 1)] = begin;
    }
}

} // namespace ca
