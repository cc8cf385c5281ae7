// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Records.h"

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
[[nodiscard]] QString factValue(const Fact &fact);                      ///< "42 km", "43 km (27 miles)"; plain text, no-break before the unit

/// Heading of a group of facts, translated: "Published length".
[[nodiscard]] QString attributeTitle(const QString &attribute);

} // namespace ca
