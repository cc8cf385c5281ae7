// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/PhraseTable.h"

namespace ca::suggest {

/// What a word of resources/suggest/terms.txt tells.
enum class Term : std::uint8_t {
    Rail, Road, Gas, Sea, Port, Cargo, Transit, Work, Grain,
    HeadAny, HeadRail, HeadRoad, HeadGas, HeadSea, HeadWork,
    Definite, Other, Pronoun, PronounIn, Speech, Food, Sport,
    Count
};

struct TermHit {
    Term term = Term::Count;
    int first = 0;  ///< words, both included
    int last = 0;
    bool inName = false;  ///< part of a name; left to the reader of the sentence
};

/// The terms in a sentence, in order of their words.
[[nodiscard]] std::vector<TermHit> findTerms(const Words &words, int first, int end);

/// A set of terms.
class TermSet {
public:
    void insert(Term term) { m_bits |= bit(term); }
    [[nodiscard]] bool has(Term term) const { return (m_bits & bit(term)) != 0; }
    [[nodiscard]] bool hasAny(std::initializer_list<Term> terms) const
    {
        return std::any_of(terms.begin(), terms.end(), [this](Term term) { return has(term); });
    }
    /// A railway, road, pipeline, ship or carriage of goods is spoken of.
    [[nodiscard]] bool speaksOfWays() const { return hasAny({Term::Rail, Term::Road, Term::Gas, Term::Sea, Term::Port, Term::Cargo, Term::Transit}); }

private:
    static std::uint32_t bit(Term term) { return 1u << static_cast<unsigned>(term); }
    std::uint32_t m_bits = 0;
};

} // namespace ca::suggest
