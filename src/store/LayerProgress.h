// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"

#include <functional>
#include <mutex>

namespace ca {

/// How far the reading of a layer is, shared by the threads that read it. Private to this room.
class LayerProgress {
public:
    LayerProgress(const CancelToken &cancel, std::function<void(double)> tell)
        : m_cancel(cancel), m_tell(std::move(tell)) {}

    /// How much there is to do, in whatever unit advance() has; 0 = unknown. Before any thread starts.
    void setTotal(double total) { m_total = total; }
    [[nodiscard]] bool cancelled() const { return m_cancel.cancelled(); }

    /// From any thread, every few thousand features. @returns false when the work should stop.
    [[nodiscard]] bool advance(double amount)
    {
        if (m_tell && m_total > 0) {
            const std::lock_guard lock(m_mutex);
            m_done += amount;
            m_tell(m_done < m_total ? m_done / m_total : 1.0);
        }
        return !m_cancel.cancelled();
    }

private:
    const CancelToken m_cancel;
    const std::function<void(double)> m_tell;
    std::mutex m_mutex;
    double m_total = 0;
    double m_done = 0;
};

} // namespace ca
