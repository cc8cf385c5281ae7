// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/ArticleText.h"

#include <vector>

namespace ca {

/// A sentence or heading of an article. Offsets are UTF-16 in ArticleText::text.
struct Sentence {
    int start = 0;
    int end = 0;             ///< after its last sign; white space around it left out
    int paragraph = 1;       ///< number of its paragraph (of a hard-wrapped copy: of its first line), from 1
    bool heading = false;    ///< a short paragraph without an end mark
    bool operator==(const Sentence &) const = default;
};

/// Sentences of English, Russian, Turkish, Azerbaijani, Armenian and Georgian texts. A sentence never goes across
/// paragraphs. Abbreviations and decimals do not end one; closing quotation marks and brackets belong to it.
[[nodiscard]] std::vector<Sentence> findSentences(const ArticleText &article);

} // namespace ca
