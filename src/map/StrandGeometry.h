// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Polyline.h"
#include "map/Frame.h"

#include <vector>

namespace ca {

/// A strand's whole line on the screen, in its lane. It depends on the scale but not on the view's centre
/// (apart from the shift), so that dashes and labels stay where they are while panning.
struct StrandPath {
    PlaneLine points;                 ///< screen coordinates
    static constexpr std::size_t torn = std::size_t(-1);
    /// Per point: the leg (index in Scene::legs()) of the edge that begins there; torn = no line, the map is torn open there.
    std::vector<std::size_t> leg;
    std::vector<double> along;        ///< per point: geodesic metres from the segment's start
};

/// A stretch of a strand in a style of its own, where its track is of another status than the rest.
struct DrawnPiece {
    Status status = Status::Unknown;
    LineStyle line;                   ///< scaled
    double length = 0;                ///< pixels
    std::vector<ClippedRun> runs;     ///< inside the view, counted from its own beginning
};

/// One strand ready to be painted.
struct DrawnStrand {
    const Scene::Strand *strand = nullptr;
    LineStyle line;                   ///< scaled
    StrandPath path;
    double length = 0;                ///< of the path, pixels
    std::vector<ClippedRun> runs;     ///< of the path inside the view
    std::vector<DrawnPiece> pieces;   ///< all of it, from its start to its end; empty = all in the one style
    std::size_t before = none;        ///< in Scene::strands(): what carries the line on in the same style beyond its
    std::size_t after = none;         ///< start and its end; none = nothing does
    static constexpr std::size_t none = Scene::LaneJoint::none;
};

constexpr double strandMargin = 24;   ///< pixels beyond the view: the widest halo and its joins

[[nodiscard]] StrandPath strandPath(const Frame &frame, const Scene::Strand &strand);
/// Stretches of a path inside @p box, broken where the map is torn open.
[[nodiscard]] std::vector<ClippedRun> clippedRuns(const StrandPath &path, const Box &box);
/// Style of a strand at the frame's scale, as of its segment's status.
[[nodiscard]] LineStyle strandLine(const Frame &frame, const Scene::Strand &strand);
/// Status of a strand on a leg of its segment.
[[nodiscard]] inline Status statusOn(const Scene::Strand &strand, const Scene::LegLine &leg) { return leg.status.value_or(strand.status); }
/// Whether the request shows this strand.
[[nodiscard]] bool strandVisible(const Frame &frame, const Scene::Strand &strand);

/// Visible strands that meet the view grown by @p margin pixels, lowest first. The order is total: alternatives under branches under main
/// lines, uncertain under operating, later corridors under earlier ones, then by segment id.
[[nodiscard]] std::vector<DrawnStrand> drawnStrands(const Frame &frame, double margin = strandMargin);

} // namespace ca
