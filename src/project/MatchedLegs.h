// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Segment.h"
#include "project/ProjectMatch.h"

/// From the lines that a project keeps to the legs that are drawn. Private to this room.
namespace ca {

/// The legs of a line from OpenStreetMap. Where it runs on track of several stages those that are being built, and those in
/// use of a line that is not yet, have a status of their own; else @p status, that of the segment, holds.
[[nodiscard]] std::vector<Leg> matchedLegs(const ProjectMatch &match, Status status);

/// Segments whose ends lay in one place in @p bundled, and no longer do in @p drawn since some are drawn otherwise, get straight
/// schematic legs that bring them back to that place. Ends no farther apart than bundled lines may be stay as they are: maps
/// join those. Both have the same segments in the same order.
void joinNeighbours(const std::vector<Segment> &bundled, std::vector<Segment> &drawn);

} // namespace ca
