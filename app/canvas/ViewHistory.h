// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapView.h"

#include <vector>

namespace ca {

/// Views looked at before, as in a browser: a new one cuts off those gone back from. Keeps the last hundred.
class ViewHistory {
public:
    void push(const MapView &view);               ///< equal to the present one: nothing
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_views.size(); }
    const MapView &back();                        ///< call only when canGoBack()
    const MapView &forward();                     ///< call only when canGoForward()
    void clear();

private:
    std::vector<MapView> m_views;
    std::size_t m_at = 0;
};

} // namespace ca
