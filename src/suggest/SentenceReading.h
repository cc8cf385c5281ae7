// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/Gazetteer.h"
#include "suggest/Sentences.h"
#include "suggest/Terms.h"

namespace ca::suggest {

/// What stands in one sentence, before anything is concluded from it.
struct SentenceReading {
    Sentence sentence;
    int firstWord = 0;
    int endWord = 0;
    std::vector<Gazetteer::Use> uses;
    std::vector<TermHit> termHits;
    TermSet terms;
    TermSet freeTerms;         ///< those outside names: "Zangezur corridor" says nothing about a place beside it
    bool otherRoute = false;   ///< names a route that the atlas does not have
    bool shouts = false;       ///< mostly capitals

    /// Nothing but a name spelled out, or an acronym of four letters or more.
    [[nodiscard]] static bool isPlain(const Gazetteer::Use &use) { return !use.name->weak && !use.lowerCase && !use.name->alien; }
};

/// Reads the sentence. Terms inside look-alikes ("front line") do not count.
[[nodiscard]] SentenceReading readSentence(const Words &words, const Sentence &sentence, const Gazetteer &gazetteer, Language document);

/// Whether the capital or country of @p use acts or speaks here and so stands for its government.
[[nodiscard]] bool standsForGovernment(const SentenceReading &reading, const Gazetteer::Use &use, const Words &words);

} // namespace ca::suggest
