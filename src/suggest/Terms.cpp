// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Terms.h"

#include "suggest/WordFile.h"

namespace ca::suggest {

namespace {

constexpr std::pair<Term, const char *> heads[] = {
    {Term::Rail, "rail"}, {Term::Road, "road"}, {Term::Gas, "gas"}, {Term::Sea, "sea"}, {Term::Port, "port"}, {Term::Cargo, "cargo"}, {Term::Transit, "transit"},
    {Term::Work, "work"}, {Term::Grain, "grain"}, {Term::HeadAny, "head-any"}, {Term::HeadRail, "head-rail"},
    {Term::HeadRoad, "head-road"}, {Term::HeadGas, "head-gas"}, {Term::HeadSea, "head-sea"}, {Term::HeadWork, "head-work"}, {Term::Definite, "definite"},
    {Term::Other, "other"}, {Term::Pronoun, "pronoun"}, {Term::PronounIn, "pronoun-in"}, {Term::Speech, "speech"}, {Term::Food, "food"}, {Term::Sport, "sport"}};

PhraseTable readTerms()
{
    PhraseTable table;
    for (const WordRow &row : readWordFile(QStringLiteral("terms.txt"))) {
        for (const auto &[term, head] : heads) {
            if (row.head != QLatin1String(head))
                continue;
            for (const QString &pattern : row.cells)
                table.addPattern(pattern, static_cast<int>(term));
        }
    }
    return table;
}

} // namespace

std::vector<TermHit> findTerms(const Words &words, int first, int end)
{
    static const PhraseTable table = readTerms();
    std::vector<PhraseHit> hits;
    for (int i = first; i < end; ++i)
        table.findAt(words, i, end, Language::Western, hits);
    std::vector<TermHit> terms;
    terms.reserve(hits.size());
    for (const PhraseHit &hit : hits)
        terms.push_back({static_cast<Term>(hit.value), hit.first, hit.last, false});
    return terms;
}

} // namespace ca::suggest
