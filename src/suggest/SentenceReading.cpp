// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/SentenceReading.h"

#include <algorithm>

namespace ca::suggest {

namespace {

bool covers(const Gazetteer::Use &use, const TermHit &term)
{
    return use.firstWord <= term.first && term.last <= use.lastWord;
}

/// The name that the term is part of; null = none.
const Gazetteer::Use *nameAround(const std::vector<Gazetteer::Use> &sorted, const TermHit &term)
{
    const auto after = std::upper_bound(sorted.begin(), sorted.end(), term.first,
                                        [](int word, const Gazetteer::Use &use) { return word < use.firstWord; });
    return after != sorted.begin() && covers(*(after - 1), term) ? &*(after - 1) : nullptr;
}

/// Beside another name with only a dash between: part of a line's name.
bool isJoinedByDash(const SentenceReading &reading, const Gazetteer::Use &use, const Words &words)
{
    const bool before = use.firstWord > reading.firstWord && words.at(use.firstWord).gap == Gap::Dash;
    const bool after = use.lastWord + 1 < reading.endWord && words.at(use.lastWord + 1).gap == Gap::Dash && words.at(use.lastWord + 1).capital;
    return before || after;
}

constexpr int speechReach = 4;  ///< words after the name

} // namespace

SentenceReading readSentence(const Words &words, const Sentence &sentence, const Gazetteer &gazetteer, Language document)
{
    SentenceReading reading;
    reading.sentence = sentence;
    reading.firstWord = words.firstFrom(sentence.start);
    reading.endWord = words.firstFrom(sentence.end);
    const Language language = languageOf(words, reading.firstWord, reading.endWord, document);
    reading.uses = gazetteer.uses(words, reading.firstWord, reading.endWord, language);
    for (TermHit term : findTerms(words, reading.firstWord, reading.endWord)) {
        const Gazetteer::Use *around = nameAround(reading.uses, term);
        if (around && around->name->alien)
            continue;
        reading.terms.insert(term.term);
        term.inName = around != nullptr;
        if (!term.inName)
            reading.freeTerms.insert(term.term);
        reading.termHits.push_back(term);
    }
    reading.otherRoute = std::any_of(reading.uses.begin(), reading.uses.end(), [](const auto &use) { return use.name->otherRoute; });
    int shouting = 0;
    for (int i = reading.firstWord; i < reading.endWord; ++i)
        shouting += words.at(i).shouts ? 1 : 0;
    reading.shouts = shouting > 3 && shouting * 5 > (reading.endWord - reading.firstWord) * 3;
    return reading;
}

bool standsForGovernment(const SentenceReading &reading, const Gazetteer::Use &use, const Words &words)
{
    if (isJoinedByDash(reading, use, words))
        return false;
    // An ending or a preposition of place makes it a place: "in Baku", "Bakıda".
    const QStringView written = words.original(use.lastWord);
    const bool inflected = written.size() > use.name->text.size() && !written.contains(u'\'') && !written.contains(QChar(0x2019));
    if (inflected)
        return false;
    return std::any_of(reading.termHits.begin(), reading.termHits.end(), [&](const TermHit &term) {
        return term.term == Term::Speech && term.first > use.lastWord && term.first <= use.lastWord + speechReach;
    });
}

} // namespace ca::suggest
