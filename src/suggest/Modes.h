// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "suggest/Terms.h"

namespace ca::suggest {

/// How plainly a sentence's terms speak of a segment's kind of way.
enum class ModeMatch {
    None,
    General,  ///< of carriage of goods or a route at large
    Exact     ///< of a railway, road, pipeline or ship, as the segment is one
};

[[nodiscard]] ModeMatch modeMatch(const Segment &segment, const TermSet &terms);
/// The term that speaks of a mode; Term::Transit where none does.
[[nodiscard]] Term termFor(Mode mode);
/// Modes of the segments among @p ids and of the corridors' segments.
[[nodiscard]] std::vector<Mode> modesOf(const Atlas &atlas, const QStringList &ids);

} // namespace ca::suggest
