// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MarkedText.h"

#include <QString>

#include <vector>

namespace ca::test {

/// A way to make another copy of a marked text.
struct Mutation {
    const char *name;
    QString (*apply)(const QString &markedText, Dice &dice);
};

/// Line ends, quotation marks, dashes, decomposition, blanks, invisible characters: a copy saved by another program.
[[nodiscard]] const std::vector<Mutation> &resavings();
/// Lines broken at a width, with and without hyphens, paragraphs merged and split.
[[nodiscard]] const std::vector<Mutation> &rewrappings();
/// Ligatures, page numbers and heads, footnotes, bullets, capitals, full-width figures.
[[nodiscard]] const std::vector<Mutation> &retypesettings();
/// Other words: in the passage, beside it, or in its stead.
[[nodiscard]] const std::vector<Mutation> &edits();

} // namespace ca::test
