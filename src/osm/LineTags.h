// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/LifeCycle.h"
#include "osm/LineGraph.h"

#include <optional>
#include <span>

/// What tags say of lines that routes run on. Private to this room.
namespace ca::linetags {

/// The stage in which a way is a line of @p kind; nullopt when it is none: a tram, a metro, a narrow-gauge or museum line,
/// a pipeline for oil. Where a stage is tagged but not of what ("railway=abandoned"), it counts as a railway.
[[nodiscard]] std::optional<LifeCycle> stageAs(std::span<const OsmTag> tags, LineKind kind);
[[nodiscard]] TrackUse useOf(std::span<const OsmTag> tags);
/// A station, halt or stop of trains.
[[nodiscard]] bool isStation(std::span<const OsmTag> tags);

} // namespace ca::linetags
