// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <utility>

namespace ca {

/// Speed of a transfer over its last seconds. Told the time by its caller.
class TransferRate {
public:
    /// @p bytes there are at @p ms, which never goes back.
    void add(qint64 ms, qint64 bytes);
    /// Bytes a second; 0 = not known yet.
    [[nodiscard]] double speed() const;
    /// Seconds until @p total are there; -1 = not known.
    [[nodiscard]] qint64 secondsLeft(qint64 total) const;

private:
    std::deque<std::pair<qint64, qint64>> m_samples;   ///< ms, bytes
};

} // namespace ca
