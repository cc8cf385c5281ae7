// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Polyline.h"

#include <cmath>
#include <vector>

namespace ca {

/// Calls @p visit(point, direction in radians) every @p step of the whole line's length (half a step from its start), on
/// the pieces that clipping left; marks therefore stay in place while panning.
template <class Visit>
void walkLine(const std::vector<ClippedRun> &runs, double step, Visit visit)
{
    for (const ClippedRun &run : runs) {
        double walked = run.startLength;
        double next = (std::floor(walked / step - 0.5) + 1.5) * step;
        for (std::size_t i = 1; i < run.points.size(); ++i) {
            const double dx = run.points[i].x - run.points[i - 1].x, dy = run.points[i].y - run.points[i - 1].y;
            const double part = std::hypot(dx, dy);
            for (; part > 0 && next < walked + part; next += step) {
                const double t = (next - walked) / part;
                visit(PointXY{run.points[i - 1].x + t * dx, run.points[i - 1].y + t * dy}, std::atan2(dy, dx));
            }
            walked += part;
        }
    }
}

} // namespace ca
