// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/Language.h"
#include "suggest/Words.h"

#include <cstdint>
#include <vector>

namespace ca::suggest {

/// How a stem may go on.
enum class Ending : std::uint8_t {
    None,       ///< not at all
    Any,        ///< by anything
    Latin,      ///< English possessive; Turkish and Azerbaijani endings after a consonant …
    LatinVowel, ///< … and after a vowel
    RussianAdjective, RussianHard, RussianA, RussianYa, RussianSoft, RussianY, RussianNeuter,
    Armenian, ArmenianI,
    Georgian, GeorgianI, GeorgianSyncope,
    Count
};

/// A stem (folded) and how it may go on.
struct StemForm {
    QString stem;
    Ending ending = Ending::None;
    bool bare = true;  ///< may stand without an ending
    Script script = Script::Latin;
    bool operator==(const StemForm &) const = default;
};

/// Forms under which the dictionary form @p word is found. In a name of several words only Russian and Georgian
/// inflect all of them.
[[nodiscard]] std::vector<StemForm> formsOf(const QString &word, bool lastOfName);

/// Whether word @p i is in the form's alphabet and what follows the first @p stemLength folded letters of word @p i is an ending of the kind.
[[nodiscard]] bool endsWell(const Words &words, int i, int stemLength, const StemForm &form, Language language);

} // namespace ca::suggest
