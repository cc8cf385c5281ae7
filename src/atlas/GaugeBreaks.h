// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <QString>

#include <vector>

namespace ca {

class Atlas;

/// A place where railways of two gauges meet.
struct GaugeBreak {
    LatLon at;
    QString place;            ///< name of the waypoint there; empty = none is near
    int gauge = 0;            ///< millimetres
    int otherGauge = 0;
    QString segment;          ///< ids of the segments on either side; the same one when it says itself where it changes
    QString otherSegment;
    bool operator==(const GaugeBreak &) const = default;
};

/// From the facts of attribute gauge in mm, and from nothing else: where two railway segments with different gauges have an
/// end in common, and where a segment's own fact says "1520 to PLACE, 1435 beyond" and PLACE is one of its waypoints.
/// A segment whose facts disagree, or that has none, counts as unknown.
[[nodiscard]] std::vector<GaugeBreak> findGaugeBreaks(const Atlas &atlas);

/// One line for a reader, in plain words.
[[nodiscard]] QString title(const GaugeBreak &gaugeBreak);

} // namespace ca
