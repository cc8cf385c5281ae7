// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/Words.h"

namespace ca::suggest {

/// As far as endings care: Turkish and Azerbaijani inflect alike.
enum class Language { Western, Turkic };

/// Language of the Latin words among the words [first, last), by their letters and small words; where they tell
/// nothing, @p otherwise.
[[nodiscard]] Language languageOf(const Words &words, int first, int last, Language otherwise);

} // namespace ca::suggest
