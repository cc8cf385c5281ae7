// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Segment.h"
#include "osm/RouteMatch.h"
#include "project/ProjectMatch.h"

#include <optional>

namespace ca {

/// A segment in the review: what an extract has of it, what the project keeps, or both.
struct MatchRow {
    QString segment;
    std::optional<RouteMatch> found;     ///< by the present run
    std::optional<ProjectMatch> kept;    ///< in the project

    /// Whether there is a line that can be drawn.
    [[nodiscard]] bool hasLine() const { return kept || (found && found->hasTrack()); }
    [[nodiscard]] bool drawn() const { return kept && kept->drawn; }
};

/// What a project keeps of a match with track: its route, or with the bundled line where there is none.
[[nodiscard]] ProjectMatch projectMatch(const RouteMatch &match, const Segment &bundled, bool drawn);
/// The parts of its line that are track.
[[nodiscard]] std::vector<GeoLine> trackLines(const ProjectMatch &match);
/// Whether some of its line is the bundled one.
[[nodiscard]] bool isPartial(const ProjectMatch &match);
/// What a row tells of its line: of the run, else of the project. None without a line.
[[nodiscard]] std::optional<ProjectMatch> shownMatch(const MatchRow &row, const Segment &bundled);
/// Title of the verdict as a project keeps it; the id where it is unknown.
[[nodiscard]] QString verdictTitle(const QString &id);

} // namespace ca
