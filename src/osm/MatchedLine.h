// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Segment.h"
#include "osm/RouteMatch.h"

#include <optional>
#include <vector>

namespace ca {

/// A run of a line that is drawn of a match: on track of one stage, or along the bundled line where there is none.
struct MatchedPiece {
    GeoLine line;                     ///< at least two vertices; begins where the one before ends
    std::optional<LifeCycle> stage;   ///< of its track; none = no track
    std::vector<std::int64_t> ways;   ///< of its track, in order of first use
    /// Without track: what the bundled leg says of itself, or that the piece is a straight one between track and bundled line.
    Precision precision = Precision::Traced;
    QString provenance;
    QString refs;
    std::optional<double> errorMetres;
    QString note;
};

/// The line that @p match makes of a segment, in pieces from its start to its end: its route; where the verdict is NoTrack,
/// the track between those waypoints that have any, and @p bundled for the rest. Gaps that were closed belong to the track.
/// Empty where nothing was matched.
[[nodiscard]] std::vector<MatchedPiece> matchedLine(const RouteMatch &match, const Segment &bundled);

} // namespace ca
