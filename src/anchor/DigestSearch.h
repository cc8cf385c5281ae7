// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorSearch.h"
#include "anchor/Reading.h"

#include <QString>

#include <vector>

namespace ca {

/// The stretches of a reading found by @p anchors that have a digest. Where words are broken at line ends
/// and the hyphen may or may not belong to the word, both are tried, for two hyphens at most: a digest that
/// agrees proves the reading. The number of tries is bounded.
[[nodiscard]] std::vector<TextRange> stretchesWithDigest(const AnchorSearch &anchors, const Reading &reading, const QString &sha256);

} // namespace ca
