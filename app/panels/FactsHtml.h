// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "atlas/FactGroups.h"
#include "panels/HtmlWriter.h"

#include <vector>

namespace ca {

/// Who states the value that @p facts share, as small print; each note once.
[[nodiscard]] QString factStatements(const Atlas &atlas, const std::vector<const Fact *> &facts);

/// Writes the groups: values of sources that disagree stand side by side, each with who says so.
void writeFacts(HtmlWriter &html, const Atlas &atlas, const std::vector<FactGroup> &groups);
/// "claimed by · source, source · as of": links to the records.
[[nodiscard]] QString factSources(const Atlas &atlas, const Fact &fact);
/// Links to the records, by short citation, separated by ", ".
[[nodiscard]] QString recordLinks(const Atlas &atlas, const QStringList &records);

} // namespace ca
