// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ShadowText.h"

#include "atlas/Folding.h"

namespace ca {
namespace {

/// Characters that stand inside a word: a soft hyphen or a joiner does not end it.
bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c.category() == QChar::Other_Format;
}

/// Blanks within would move the count of words.
QString withoutBlanks(QString folded)
{
    folded.removeIf([](QChar c) { return c.isSpace(); });
    return folded;
}

template <class Fold>
QString shadow(const QString &text, Fold foldWord)
{
    QString out;
    out.reserve(text.size() + 16);
    for (const TextRange &word : shadowWords(text)) {
        out += foldWord(text.mid(word.start, word.length));
        out += u' ';
    }
    return out;
}

QString nameOrNothing(const QString &word)
{
    return mayBeName(word) ? looseWord(word) : QString();
}

} // namespace

ShadowText ShadowText::of(const QString &title, const QString &text)
{
    return {shadow(title, foldedWord), shadow(text, foldedWord), shadow(text, nameOrNothing)};
}

std::vector<TextRange> shadowWords(QStringView text)
{
    std::vector<TextRange> out;
    const auto size = static_cast<int>(text.size());
    for (int i = 0; i < size; ++i) {
        if (!isWordUnit(text[i]))
            continue;
        const int start = i;
        while (i < size && isWordUnit(text[i]))
            ++i;
        out.push_back({start, i - start});
    }
    return out;
}

QString foldedWord(const QString &word)
{
    return withoutBlanks(fold(word));
}

QString looseWord(const QString &word)
{
    return withoutBlanks(foldLoosely(word));
}

bool mayBeName(QStringView word)
{
    if (word.isEmpty())
        return false;
    const QChar first = word.front();
    return first.isUpper() || first.isTitleCase() || first.category() == QChar::Letter_Other;
}

} // namespace ca
