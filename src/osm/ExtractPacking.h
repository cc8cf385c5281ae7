// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmExtract.h"

namespace ca {

/// Lets go of the tags, vertices and members that no object points to, and brings the rest into the order of the objects.
void packExtract(OsmExtract &extract);

/// Sentences on places of nodes and ways of relations that the extract does not have.
[[nodiscard]] QStringList whatIsMissing(const OsmExtract &extract);

} // namespace ca
