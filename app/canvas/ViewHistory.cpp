// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/ViewHistory.h"

namespace ca {

void ViewHistory::push(const MapView &view)
{
    constexpr std::size_t limit = 100;
    if (!m_views.empty() && m_views[m_at] == view)
        return;
    if (!m_views.empty())
        m_views.resize(m_at + 1);
    m_views.push_back(view);
    if (m_views.size() > limit)
        m_views.erase(m_views.begin());
    m_at = m_views.size() - 1;
}

const MapView &ViewHistory::back()
{
    Q_ASSERT(canGoBack());
    return m_views[--m_at];
}

const MapView &ViewHistory::forward()
{
    Q_ASSERT(canGoForward());
    return m_views[++m_at];
}

void ViewHistory::clear()
{
    m_views.clear();
    m_at = 0;
}

} // namespace ca
