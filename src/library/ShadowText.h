// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Normaliser.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace ca {

/// The folded shadow of a text that full-text search looks into. A text is cut into
/// words, each is folded by itself and written with one blank after it, so that the number of
/// blanks before a match is the number of the word in the text: highlights cannot drift, however
/// folding changes lengths.
struct ShadowText {
    QString title;
    QString body;
    QString names;   ///< words that may be names, folded so that those that only sound alike are equal; others empty

    [[nodiscard]] static ShadowText of(const QString &title, const QString &text);
};

/// Runs of letters, digits and marks, in order.
[[nodiscard]] std::vector<TextRange> shadowWords(QStringView text);

/// shadowWords(text)[number], without the others; empty when there are not so many.
[[nodiscard]] TextRange shadowWord(QStringView text, int number);

[[nodiscard]] QString foldedWord(const QString &word);
/// Folded so that names that only sound alike become equal; never empty for a word with letters.
[[nodiscard]] QString looseWord(const QString &word);
/// Names are what is spelled in many ways: words that begin with a capital, or of a script without capitals.
[[nodiscard]] bool mayBeName(QStringView word);

} // namespace ca
