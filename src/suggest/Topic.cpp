// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Topic.h"

#include "base/Tr.h"
#include "suggest/DocumentTopics.h"
#include "suggest/Modes.h"
#include "suggest/Suggester.h"

#include <algorithm>

namespace ca::suggest {

namespace {

constexpr double definiteHead = 0.74, bareHead = 0.66, pronoun = 0.64, sameTrade = 0.58;
constexpr double withoutWork = 0.1;        ///< taken off where nothing is built, carried or paid
constexpr double fadingPerSentence = 0.05, acrossParagraphs = 0.06;
constexpr double ofSeveral = 0.85;         ///< the topic is the first of several corridors
constexpr int memory = 5;                  ///< sentences until a topic is forgotten
constexpr int articleReach = 4;            ///< words between "the" and what it belongs to
constexpr int bareHeadReach = 4;           ///< words from a sentence's start, in languages without articles
constexpr std::size_t mostSegments = 4;

bool isHead(Term term)
{
    return term >= Term::HeadAny && term <= Term::HeadWork;
}

/// Armenian puts its article, or a case, behind the noun; true for words in other scripts.
bool isArmenianDefinite(QStringView word)
{
    const char16_t last = word.back().unicode();
    const bool armenian = last >= 0x530 && last < 0x590;
    return !armenian || QStringView(u"\u0568\u0576\u056b\u0582\u0574\u0581\u057e").contains(word.back());
}

} // namespace

Topic::Topic(const Gazetteer &gazetteer, const Words &words) : m_atlas(gazetteer.atlas()), m_words(words) {}

QStringList Topic::subjects() const
{
    QStringList ids;
    for (const SubjectScore &subject : m_subjects)
        ids << subject.id;
    return ids;
}

bool Topic::hear(const SentenceReading &reading, SubjectTable &table)
{
    if (reading.sentence.heading)
        forget();
    ++m_sinceNamed;
    ++m_sinceHeard;
    const bool names = std::any_of(table.rows().begin(), table.rows().end(), [this](const SubjectScore &row) {
        return row.score >= Suggester::likely && !corridorsFor(m_atlas, {row.id}).isEmpty();
    });
    if (names) {
        take(reading, table);
        return false;
    }
    if (reading.otherRoute)
        forget();
    if (m_subjects.empty())
        return false;
    const Continuation next = continuation(reading);
    if (next.score < Suggester::likely) {
        if (m_sinceHeard >= memory || introducesAnother(reading))
            forget();
        return false;
    }
    for (const SubjectScore &subject : m_subjects)
        table.add(subject.id, next.score * std::min(1.0, subject.score + 0.15), next.reason);
    m_sinceHeard = 0;
    m_paragraph = reading.sentence.paragraph;
    return true;
}

void Topic::take(const SentenceReading &reading, const SubjectTable &table)
{
    forget();
    QStringList corridors;
    double best = 0;
    for (const SubjectScore &row : table.sorted()) {
        const Subject *subject = m_atlas.subject(row.id);
        if (!subject || subject->kind != SubjectKind::Corridor || row.score < std::max(Suggester::likely, best - 0.15))
            continue;
        best = std::max(best, row.score);
        corridors << row.id;
    }
    if (corridors.isEmpty())
        return;
    m_certainty = corridors.size() > 1 ? ofSeveral : 1;
    const QString corridor = corridors.size() > 1 ? firstCorridor(reading, corridors) : corridors.front();
    m_subjects.push_back({corridor, table.score(corridor), {}, false});
    QStringList ids;
    for (const SubjectScore &row : table.sorted()) {
        if (row.score >= Suggester::likely && m_atlas.segment(row.id) && m_atlas.corridorsOf(row.id).contains(corridor) && m_subjects.size() <= mostSegments) {
            m_subjects.push_back({row.id, row.score, {}, false});
            ids << row.id;
        }
    }
    m_modes = modesOf(m_atlas, ids.isEmpty() ? QStringList{corridor} : ids);
    m_sinceNamed = m_sinceHeard = 0;
    m_paragraph = reading.sentence.paragraph;
}

/// Of several corridors the one named first is most often what is spoken of.
QString Topic::firstCorridor(const SentenceReading &reading, const QStringList &corridors) const
{
    for (const Gazetteer::Use &use : reading.uses) {
        for (const QString &corridor : corridorsFor(m_atlas, use.name->ids)) {
            if (corridors.contains(corridor))
                return corridor;
        }
    }
    return corridors.front();
}

Topic::Continuation Topic::continuation(const SentenceReading &reading) const
{
    if (namesAnother(reading))
        return {};
    const Continuation head = byHead(reading);
    if (head.score > 0)
        return {head.score * fading(reading), head.reason};
    const bool next = m_sinceHeard == 1 && reading.sentence.paragraph == m_paragraph;
    if (!next)
        return {};
    const bool works = reading.terms.has(Term::Work) || reading.terms.speaksOfWays();
    if ((works && startsWithPronoun(reading)) || reading.terms.has(Term::PronounIn))
        return {pronoun * fading(reading), tr("goes on from the sentence before")};
    if (speaksOfTopicsMode(reading) && !introducesAnother(reading) && !namesUnknown(reading))
        return {sameTrade * fading(reading), tr("speaks of the same trade as the sentence before")};
    return {};
}

Topic::Continuation Topic::byHead(const SentenceReading &reading) const
{
    Continuation best;
    for (const TermHit &hit : reading.termHits) {
        if (!isHead(hit.term) || hit.inName || !fitsTopic(hit.term))
            continue;
        const double score = scoreOfHead(reading, hit);
        if (score > best.score) {
            const int start = m_words.at(hit.first).start;
            best = {score, tr("“%1” goes on about what was named before").arg(m_words.text().mid(start, m_words.at(hit.last).end - start))};
        }
    }
    return best;
}

double Topic::scoreOfHead(const SentenceReading &reading, const TermHit &head) const
{
    if (belongsToAnother(reading, head))
        return 0;
    const bool definite = hasBefore(reading, head, Term::Definite, articleReach);
    const bool bare = !needsArticle(reading) && head.first - reading.firstWord < bareHeadReach && isArmenianDefinite(m_words.original(head.last));
    const bool works = reading.terms.has(Term::Work) || speaksOfTopicsMode(reading);
    // A bare noun where nothing is built, carried or paid is most often another: "Proje ekibi", "проект закона".
    if (definite)
        return definiteHead - (works ? 0 : withoutWork);
    return bare && works ? bareHead : 0;
}

bool Topic::fitsTopic(Term head) const
{
    const auto has = [this](Mode mode) { return std::find(m_modes.begin(), m_modes.end(), mode) != m_modes.end(); };
    switch (head) {
    case Term::HeadRail: return has(Mode::Rail);
    case Term::HeadRoad: return has(Mode::Road);
    case Term::HeadGas: return has(Mode::GasPipeline) && m_modes.front() != Mode::Rail;
    case Term::HeadSea: return has(Mode::Sea);
    case Term::HeadWork: return m_sinceHeard == 1;
    default: return true;
    }
}

/// "another line", "the Lobito corridor", "the corridor of power".
bool Topic::belongsToAnother(const SentenceReading &reading, const TermHit &head) const
{
    if (hasBefore(reading, head, Term::Other, 2))
        return true;
    if (isNamedByUnknown(reading, head))
        return true;
    const int after = head.last + 1;
    // "the corridor Lobito–Luanda"; where there are no articles a capital may begin the next part of the sentence.
    if (after < reading.endWord && needsArticle(reading) && m_words.at(after).capital && !m_words.at(after).number && m_words.at(after).gap == Gap::Space
        && std::none_of(reading.uses.begin(), reading.uses.end(), [after](const Gazetteer::Use &u) { return u.firstWord == after; }))
        return true;
    return (head.term == Term::HeadAny || head.term == Term::HeadWork) && after < reading.endWord && m_words.folded(after) == QStringView(u"of");
}

/// A capitalised word right before, inside the sentence, that is neither a name of the atlas nor a term.
bool Topic::isNamedByUnknown(const SentenceReading &reading, const TermHit &head) const
{
    const int before = head.first - 1;
    if (before <= reading.firstWord || !m_words.at(before).capital || m_words.at(before).number || m_words.at(head.first).gap > Gap::Dash)
        return false;
    if (m_words.at(before).script == Script::Georgian || head.term == Term::HeadWork)
        return false;
    const bool isTerm = std::any_of(reading.termHits.begin(), reading.termHits.end(), [before](const TermHit &t) { return t.last == before; });
    const bool isName = std::any_of(reading.uses.begin(), reading.uses.end(), [before](const Gazetteer::Use &u) { return u.lastWord == before; });
    return !isTerm && !isName;
}

bool Topic::hasBefore(const SentenceReading &reading, const TermHit &head, Term term, int reach) const
{
    return std::any_of(reading.termHits.begin(), reading.termHits.end(), [&](const TermHit &hit) {
        return hit.term == term && hit.last < head.first && hit.last >= head.first - reach;
    });
}

bool Topic::startsWithPronoun(const SentenceReading &reading) const
{
    return std::any_of(reading.termHits.begin(), reading.termHits.end(), [&](const TermHit &hit) {
        return hit.term == Term::Pronoun && hit.first - reading.firstWord < 2;
    });
}

bool Topic::speaksOfTopicsMode(const SentenceReading &reading) const
{
    return std::any_of(m_modes.begin(), m_modes.end(), [&](Mode mode) { return mode != Mode::Other && reading.terms.has(termFor(mode)); });
}

/// English says "the"; the other languages let a bare noun at the sentence's start do.
bool Topic::needsArticle(const SentenceReading &reading) const
{
    const bool latin = m_words.at(reading.firstWord).script == Script::Latin;
    return latin && languageOf(m_words, reading.firstWord, reading.endWord, Language::Western) == Language::Western;
}

/// "the Keystone pipeline": a way that we do not know.
bool Topic::namesAnother(const SentenceReading &reading) const
{
    return std::any_of(reading.termHits.begin(), reading.termHits.end(), [this, &reading](const TermHit &hit) {
        return isHead(hit.term) && !hit.inName && isNamedByUnknown(reading, hit);
    });
}

/// "Norway sells gas as well": a name that the atlas does not have, other than the sentence's first word.
bool Topic::namesUnknown(const SentenceReading &reading) const
{
    std::size_t use = 0;
    for (int i = reading.firstWord; i < reading.endWord; ++i) {
        while (use < reading.uses.size() && reading.uses[use].lastWord < i)
            ++use;
        const bool inUse = use < reading.uses.size() && reading.uses[use].firstWord <= i;
        const Word &word = m_words.at(i);
        const bool begins = i == reading.firstWord && !word.shouts && !isLikelyName(reading);
        if (!inUse && !begins && word.capital && !word.number && word.script != Script::Georgian)
            return true;
    }
    return false;
}

/// A sentence's first word, always a capital, is a name when it owns something: "Norway's gas".
bool Topic::isLikelyName(const SentenceReading &reading) const
{
    return m_words.folded(reading.firstWord).endsWith(QStringView(u"'s"));
}

/// "a railway", "новая линия": something else is spoken of from now on.
bool Topic::introducesAnother(const SentenceReading &reading) const
{
    return std::any_of(reading.termHits.begin(), reading.termHits.end(), [&](const TermHit &hit) {
        return isHead(hit.term) && !hit.inName && hasBefore(reading, hit, Term::Other, 2);
    });
}

double Topic::fading(const SentenceReading &reading) const
{
    const double across = reading.sentence.paragraph == m_paragraph ? 0 : acrossParagraphs;
    return m_certainty * std::max(0.0, 1 - fadingPerSentence * (m_sinceNamed - 1) - across);
}

} // namespace ca::suggest
