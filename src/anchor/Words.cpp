// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Words.h"

#include "anchor/AnchorSearch.h"

#include <QString>

#include <xxhash.h>

#include <algorithm>

namespace ca {
namespace {

quint64 hashOf(QStringView text)
{
    return XXH3_64bits(text.utf16(), static_cast<std::size_t>(text.size()) * sizeof(char16_t));
}

/// Capitals only, of letters that have small ones. Digits do not count for either.
bool isInCapitals(QStringView word)
{
    bool letters = false;
    for (const QChar c : word) {
        if (c.isLower())
            return false;
        letters = letters || c.isUpper();
    }
    return letters;
}

Word wordAt(QStringView text, int start, int end)
{
    const QStringView view = text.mid(start, end - start);
    Word word;
    word.start = start;
    word.length = end - start;
    word.key = hashOf(view);
    if (!isWordUnit(view.front())) {
        word.kind = Word::Kind::Mark;
        word.fold = word.key;
        return word;
    }
    if (std::any_of(view.begin(), view.end(), [](QChar c) { return c.isNumber(); }))
        word.kind = Word::Kind::Number;
    word.fold = hashOf(foldedCase(view));
    return word;
}

int wordEnd(QStringView text, int start)
{
    int end = start + 1;
    if (!isWordUnit(text[start]))
        return end;
    while (end < text.size() && !isWordBoundary(text, end))
        ++end;
    return end;
}

/// Marks words in capitals that do not stand alone: a single one (US, WHO) may be another word than
/// the small one (us, who).
void markCapitals(WordList &words, QStringView text)
{
    std::size_t runStart = 0;
    int inRun = 0;
    const auto close = [&](std::size_t end) {
        for (std::size_t i = runStart; inRun >= 2 && i < end; ++i)
            words[i].capitals = words[i].kind != Word::Kind::Mark;
        inRun = 0;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QStringView view = text.mid(words[i].start, words[i].length);
        const bool neutral = words[i].kind == Word::Kind::Mark || std::none_of(view.begin(), view.end(), [](QChar c) { return c.isLetter(); });
        if (neutral)
            continue;
        if (!isInCapitals(view)) {
            close(i);
            continue;
        }
        runStart = inRun == 0 ? i : runStart;
        ++inRun;
    }
    close(words.size());
}

char16_t foldedUnit(QChar c)
{
    switch (c.unicode()) {
    case u'I': case u'\u0130': case u'\u0131': return u'i';
    case u'\u0582': return u'\u057E';  // Armenian: capitals of the ligature ew are written with vew
    default: return c.toCaseFolded().unicode();
    }
}

} // namespace

QString foldedCase(QStringView word)
{
    QString out;
    out.reserve(word.size());
    for (const QChar c : word) {
        const bool dotOverI = c.unicode() == 0x0307 && out.endsWith(u'i');
        if (!dotOverI)
            out.append(QChar(foldedUnit(c)));
    }
    return out;
}

WordList wordsOf(QStringView normalised)
{
    WordList words;
    words.reserve(static_cast<std::size_t>(normalised.size()) / 5 + 1);
    const int size = static_cast<int>(normalised.size());
    for (int i = 0; i < size;) {
        if (normalised[i].isSpace()) {
            ++i;
            continue;
        }
        const int end = wordEnd(normalised, i);
        words.push_back(wordAt(normalised, i, end));
        i = end;
    }
    markCapitals(words, normalised);
    return words;
}

} // namespace ca
