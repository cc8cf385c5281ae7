// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ShadowText.h"

#include "atlas/Folding.h"

namespace ca {
namespace {

/// Characters that stand inside a word: a soft hyphen or a joiner does not end it.
bool isWordUnit(QChar c)
{
    if (c.unicode() < 0x80)
        return c.isLetterOrNumber();
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c.category() == QChar::Other_Format;
}

/// The first word at or after @p from; empty when there is none.
TextRange nextWord(QStringView text, int from)
{
    const auto size = static_cast<int>(text.size());
    while (from < size && !isWordUnit(text[from]))
        ++from;
    int end = from;
    while (end < size && isWordUnit(text[end]))
        ++end;
    return {from, end - from};
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
    for (TextRange word = nextWord(text, 0); word.length > 0; word = nextWord(text, word.end()))
        out.push_back(word);
    return out;
}

TextRange shadowWord(QStringView text, int number)
{
    TextRange word = nextWord(text, 0);
    for (int left = number; left > 0 && word.length > 0; --left)
        word = nextWord(text, word.end());
    return word;
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
