// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/CslItem.h"

#include <QStringList>

namespace ca {

/// YAML front matter of Markdown, of which simple fields and lists are understood.
namespace FrontMatter {

/// How many lines at the start are front matter, the two lines of dashes included; 0 when there is none.
[[nodiscard]] qsizetype length(const QStringList &lines);
/// Adds what @p lines between the dashes state.
void addTo(CslItem &item, const QStringList &lines);

} // namespace FrontMatter
} // namespace ca
