// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/PlanePath.h"

namespace ca {

/// Draws a line of a domain's frame with @p path: left out beyond the domain's latitudes, broken at its tear.
void cutLine(const FramePath &line, const ProjectionDomain &domain, PlanePath &path);

} // namespace ca
