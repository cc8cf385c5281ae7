// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QString>

namespace ca {

/// The sheet of a segment, corridor or other subject as rich text: name and names, status, measured length
/// against each published one, how well the line is known, facts with their sources. Empty for an unknown id.
[[nodiscard]] QString sheetHtml(const Atlas &atlas, const QString &id, NamePolicy policy, const QString &language);

} // namespace ca
