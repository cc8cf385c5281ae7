// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QString>

#include <functional>
#include <vector>

namespace ca {

/// A corridor unrolled along its geodesic kilometres; plain data for the strip chart.
struct Strip {
    struct Part {
        QString segment;
        double startKm = 0;
        double endKm = 0;
        Status status = Status::Unknown;
        std::size_t passages = 0;     ///< that name the segment
        std::size_t articles = 0;     ///< they come from
    };
    struct Tick {
        double km = 0;
        QString label;
        WaypointKind kind = WaypointKind::Station;
        int priority = 0;             ///< lower is more important
    };
    std::vector<Part> parts;          ///< main-role segments in the corridor's order
    std::vector<Tick> ticks;          ///< ascending

    [[nodiscard]] double totalKm() const { return parts.empty() ? 0 : parts.back().endKm; }
    [[nodiscard]] const Part *partAt(double km) const;
    [[nodiscard]] const Part *part(const QString &segment) const;
};

/// Main-role segments of @p corridor one after another; each turned so that it begins where the one before ended.
[[nodiscard]] Strip buildStrip(const Atlas &atlas, const QString &corridor);

/// A tick that found room for its label, in pixels.
struct PlacedTick {
    const Strip::Tick *tick = nullptr;
    double x = 0;       ///< of the tick
    double left = 0;    ///< of the label
    double width = 0;   ///< of the label
};
/// Labels that fit between @p left and @p right without touching: important ones first. @p toPixel maps
/// kilometres, @p widthOf measures a label.
[[nodiscard]] std::vector<PlacedTick> placeTicks(const Strip &strip, double left, double right,
                                                 const std::function<double(double)> &toPixel,
                                                 const std::function<double(const QString &)> &widthOf);

} // namespace ca
