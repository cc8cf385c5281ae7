// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ca {

/// Text folded for comparing names across spellings and scripts: case, diacritics, the letters
/// ə ı ş ç ğ ö ü …, and Armenian, Georgian and Cyrillic letters by one fixed transliteration table,
/// so that zengezur, Zəngəzur, Zangezur, Зангезур and Զանգեզուր become equal or near. Only for
/// finding, never for showing.
struct FoldedText {
    QString text;
    std::vector<int> origin;          ///< origin[i] = index in the input (UTF-16) that text[i] came from
};
[[nodiscard]] FoldedText foldWithOrigin(const QString &text);
[[nodiscard]] QString fold(const QString &text);
/// fold() with vowels merged (a, e, ə → a …), for "sounds like" look-ups: zangezur = zengezur.
[[nodiscard]] QString foldLoosely(const QString &text);

} // namespace ca
