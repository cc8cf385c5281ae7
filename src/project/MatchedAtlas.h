// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "project/ProjectMatch.h"

#include <memory>

namespace ca {

/// @p bundled as a project draws it: with the lines from OpenStreetMap of those @p matches that are drawn. The same atlas
/// where there are none. Segments that the atlas does not know are passed over. Some 10 ms; any thread.
[[nodiscard]] std::shared_ptr<const Atlas> withMatches(const std::shared_ptr<const Atlas> &bundled, const std::vector<ProjectMatch> &matches);

} // namespace ca
