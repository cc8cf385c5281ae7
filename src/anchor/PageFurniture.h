// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/ArticleText.h"

#include <vector>

namespace ca {

/// For each line (ArticleText::paragraphs) whether it looks like a page's furniture rather than the text:
/// a page number, and beside one a running head (a short line that stands in the text twice or more and
/// does not end like a sentence), or a running head that holds the page number itself.
/// A year (1900 to 2100) on a line of its own is never taken for a page number, nor is a bare number
/// with text directly above and below.
[[nodiscard]] std::vector<bool> pageFurniture(const ArticleText &article);

} // namespace ca
