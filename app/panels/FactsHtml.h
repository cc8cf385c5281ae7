// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "panels/HtmlWriter.h"

#include <vector>

namespace ca {

/// Facts of one attribute, and whether their sources disagree.
struct FactGroup {
    QString attribute;
    std::vector<const Fact *> facts;   ///< newest first; owned by the atlas
    bool disagree = false;             ///< same matter, different values: not a history, not free text
};
/// Facts by attribute: status first, then figures, free text last.
[[nodiscard]] std::vector<FactGroup> groupFacts(const std::vector<const Fact *> &facts);

/// Facts that state the same value, in the order in which the value first occurs.
[[nodiscard]] std::vector<std::vector<const Fact *>> factsByValue(const std::vector<const Fact *> &facts);
[[nodiscard]] QString factValue(const Fact &fact);                      ///< "42 km", plain text
/// Who states the value that @p facts share, as small print; each note once.
[[nodiscard]] QString factStatements(const Atlas &atlas, const std::vector<const Fact *> &facts);

/// Writes the groups: values of sources that disagree stand side by side, each with who says so.
void writeFacts(HtmlWriter &html, const Atlas &atlas, const std::vector<FactGroup> &groups);
/// "claimed by · source, source · as of": links to the records.
[[nodiscard]] QString factSources(const Atlas &atlas, const Fact &fact);
/// Links to the records, by short citation, separated by ", ".
[[nodiscard]] QString recordLinks(const Atlas &atlas, const QStringList &records);

} // namespace ca
