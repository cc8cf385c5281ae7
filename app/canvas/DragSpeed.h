// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <vector>

namespace ca {

/// How fast a pointer was at the end of a drag. Times are milliseconds of any one clock.
class DragSpeed {
public:
    void begin(QPointF at, double time);
    void move(QPointF to, double time);
    /// Pixels a millisecond when it was let go at @p time; null when it had stood still by then.
    [[nodiscard]] QPointF velocity(double time) const;

private:
    struct Sample {
        QPointF at;
        double time = 0;
    };
    std::vector<Sample> m_samples;   ///< the last ones, oldest first
};

} // namespace ca
