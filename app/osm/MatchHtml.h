// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/MatchRow.h"

namespace ca {

/// Markup of what there is to know about a line from OpenStreetMap: origin, lengths, gaps, countries, life cycle, its ways with
/// links to openstreetmap.org. Used by the review and by the segment's sheet.
[[nodiscard]] QString matchHtml(const ProjectMatch &match);
/// "extract of 2026-02-26", or that its date is unknown.
[[nodiscard]] QString extractText(const QDateTime &date);
/// Of a whole row of the review: what the run says first, then matchHtml() of its line.
[[nodiscard]] QString rowHtml(const MatchRow &row, const Segment &bundled);

} // namespace ca
