// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Evidence.h"

#include "base/Tr.h"
#include "suggest/Suggester.h"
#include "suggest/Weights.h"

#include <algorithm>

namespace ca::suggest {

namespace {

bool isPlaceSubject(const Atlas &atlas, const QString &id)
{
    const Subject *subject = atlas.subject(id);
    return subject && subject->kind == SubjectKind::Place;
}

bool isCorridor(const Atlas &atlas, const QString &id)
{
    const Subject *subject = atlas.subject(id);
    return subject && subject->kind == SubjectKind::Corridor;
}

} // namespace

Evidence::Evidence(const DocumentContext &document, const SentenceReading &reading, const QStringList &topic)
    : m_document(document), m_atlas(document.gazetteer.atlas()), m_reading(reading), m_topic(topic)
{
}

SubjectTable Evidence::judge()
{
    addNamed();
    preferNamedSegments();
    addGrain();
    addPlaces();
    addCorridors();
    return std::move(m_table);
}

QString Evidence::written(const Gazetteer::Use &use) const
{
    return m_document.words.text().mid(use.start, use.end - use.start).simplified();
}

QString Evidence::nameReason(const Gazetteer::Use &use) const
{
    const QString form = written(use);
    return form == use.name->text ? tr("named: “%1”").arg(form) : tr("named: “%1”, a form of “%2”").arg(form, use.name->text);
}

bool Evidence::hasTermOutside(const Gazetteer::Use &use, const std::vector<Mode> &modes) const
{
    return std::any_of(m_reading.termHits.begin(), m_reading.termHits.end(), [&](const TermHit &hit) {
        const bool outside = hit.first > use.lastWord || hit.last < use.firstWord;
        return outside && std::any_of(modes.begin(), modes.end(), [&](Mode m) {
            return (m != Mode::Other && termFor(m) == hit.term) || (m == Mode::Rail && hit.term == Term::Cargo);
        });
    });
}

/// "TAP INTO": a word in capitals behind an acronym that is none itself makes an everyday word of it.
bool Evidence::isShouted(const Gazetteer::Use &use) const
{
    const int after = use.lastWord + 1;
    if (after >= m_reading.endWord || !m_document.words.at(after).shouts || m_document.words.at(after).gap != Gap::Space)
        return false;
    return std::none_of(m_reading.uses.begin(), m_reading.uses.end(), [after](const Gazetteer::Use &other) { return other.firstWord == after; });
}

bool Evidence::isAccepted(const Gazetteer::Use &use) const
{
    if (use.name->alien)
        return false;
    if (SentenceReading::isPlain(use))
        return true;
    if (use.name->acronym && (m_reading.shouts || isShouted(use)))
        return false;
    const QStringList corridors = corridorsFor(m_atlas, use.name->ids);
    if (m_document.topics.namesAnyOf(corridors))
        return true;
    if (use.lowerCase)
        return std::any_of(corridors.begin(), corridors.end(), [this](const QString &c) { return m_document.topics.placesOn(c) >= 2; });
    return hasTermOutside(use, modesOf(m_atlas, use.name->ids));
}

void Evidence::addNamed()
{
    for (const Gazetteer::Use &use : m_reading.uses) {
        if (!use.name->ids.isEmpty() && isAccepted(use))
            addNamedUse(use);
    }
}

void Evidence::addNamedUse(const Gazetteer::Use &use)
{
    // Zangezur sausages, a match in Nakhchivan: the name is there, the place hardly spoken of.
    const bool ways = m_reading.terms.speaksOfWays();
    const bool spiced = m_reading.terms.hasAny({Term::Food, Term::Sport}) && !ways;
    for (const QString &id : use.name->ids) {
        if (isPlaceSubject(m_atlas, id)) {
            const bool acts = standsForGovernment(m_reading, use, m_document.words), wide = m_document.gazetteer.isWide(id);
            const double named = !wide ? weight::place : ways ? weight::wideBesideTerm : weight::wide;
            m_table.add(id, spiced ? weight::unlikely : acts ? weight::government : named,
                        acts ? tr("“%1” stands for a government here").arg(written(use)) : nameReason(use), acts);
        } else {
            const double score = SentenceReading::isPlain(use) ? weight::spelledOut
                : ways                                         ? weight::weakBesideTerm
                                                               : weight::weakInTopic;
            m_table.add(id, score, nameReason(use));
        }
    }
}

/// A corridor's name may stand for its best-known segment, unless the sentence names another one of it.
void Evidence::preferNamedSegments()
{
    QSet<QString> own, byCorridor;
    for (const Gazetteer::Use &use : m_reading.uses) {
        const bool withCorridor =
            std::any_of(use.name->ids.begin(), use.name->ids.end(), [this](const QString &id) { return isCorridor(m_atlas, id); });
        for (const QString &id : use.name->ids) {
            if (m_atlas.segment(id) && m_table.score(id) > 0)
                (withCorridor ? byCorridor : own).insert(id);
        }
    }
    const auto shareCorridor = [this](const QString &a, const QString &b) {
        const QStringList ofA = m_atlas.corridorsOf(a), ofB = m_atlas.corridorsOf(b);
        return std::any_of(ofA.begin(), ofA.end(), [&ofB](const QString &c) { return ofB.contains(c); });
    };
    byCorridor -= own;
    for (const QString &id : byCorridor) {
        if (std::any_of(own.begin(), own.end(), [&](const QString &other) { return shareCorridor(id, other); }))
            m_table.lower(id, weight::unlikely);
    }
}

void Evidence::addGrain()
{
    if (m_atlas.subject(grainCorridor()) && carriesGrainToArmenia(m_reading))
        m_table.add(grainCorridor(), weight::grain, tr("grain carried, and Armenia"));
}

/// A segment speaks for its corridors; where it belongs to several, for the one that is spoken of anyway.
void Evidence::addCorridors()
{
    const std::vector<SubjectScore> rows = m_table.rows();
    for (const SubjectScore &row : rows) {
        const QStringList corridors = m_atlas.corridorsOf(row.id);
        if (row.score <= weight::unlikely || corridors.isEmpty())
            continue;
        const QString reason = tr("by its segment %1").arg(m_atlas.displayName(row.id, NamePolicy::Neutral, QStringLiteral("en")));
        for (const QString &corridor : activeOf(corridors))
            m_table.add(corridor, row.score, reason);
    }
}

/// Those that the sentence, or else the one before, or else the document speaks of; all where it speaks of none.
QStringList Evidence::activeOf(const QStringList &all) const
{
    QStringList corridors = all;
    if (corridors.size() > 1 && !m_document.topics.mentions(grainCorridor()))
        corridors.removeAll(grainCorridor());
    QStringList active;
    std::copy_if(corridors.begin(), corridors.end(), std::back_inserter(active), [this](const QString &c) { return m_table.score(c) >= Suggester::likely; });
    if (active.isEmpty() && corridors.contains(topicCorridor()))
        active << topicCorridor();
    if (active.isEmpty())
        std::copy_if(corridors.begin(), corridors.end(), std::back_inserter(active), [this](const QString &c) { return m_document.topics.mentions(c) > 0; });
    return active.isEmpty() ? corridors : active;
}

} // namespace ca::suggest
