// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Evidence.h"

#include "suggest/Modes.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace ca::suggest {

namespace {

// How much each kind of evidence weighs.
constexpr double spelledOut = 0.95, weakBesideTerm = 0.85, weakInTopic = 0.75;
constexpr double bothEndsJoined = 0.9, bothEnds = 0.85, bothEndsGeneral = 0.72, joinedWithoutTerm = 0.65;
constexpr double twoPlaces = 0.72, twoPlacesGeneral = 0.6;
constexpr double onePlace = 0.66, onePlaceGeneral = 0.56, onePlaceOfTopic = 0.56;
constexpr double corridorOfPlace = 0.55;
constexpr double place = 0.8, government = 0.3, unlikely = 0.3;
constexpr double grain = 0.8;

constexpr int hub = 4;  ///< a place on more segments says nothing about any of them

QString tr(const char *text)
{
    return QCoreApplication::translate("Suggestions", text);
}

bool isPlaceSubject(const Atlas &atlas, const QString &id)
{
    const Subject *subject = atlas.subject(id);
    return subject && subject->kind == SubjectKind::Place;
}

/// Members only of the corridor of the wheat train are doubles of others, for grain alone.
const QString grainCorridor = QStringLiteral("wheat-transit-2025");

} // namespace

Evidence::Evidence(const Gazetteer &gazetteer, const DocumentTopics &topics, const Words &words)
    : m_gazetteer(gazetteer), m_atlas(gazetteer.atlas()), m_topics(topics), m_words(words)
{
}

SubjectTable Evidence::judge(const SentenceReading &reading) const
{
    SubjectTable table;
    addNamed(reading, table);
    preferNamedSegments(reading, table);
    addGrain(reading, table);
    addPlaces(reading, table);
    addCorridors(reading, table);
    return table;
}

QString Evidence::nameReason(const Gazetteer::Use &use) const
{
    const QString written = writtenAs(use);
    return written == use.name->text ? tr("named: “%1”").arg(written) : tr("named: “%1”, a form of “%2”").arg(written, use.name->text);
}

QString Evidence::termReason(const SentenceReading &reading, const Segment &segment) const
{
    for (const TermHit &hit : reading.termHits) {
        const bool fits = std::any_of(segment.modes.begin(), segment.modes.end(), [&](Mode m) { return termFor(m) == hit.term; });
        if (!fits && hit.term != Term::Transit)
            continue;
        const int start = m_words.at(hit.first).start;
        return tr("beside “%1”").arg(m_words.text().mid(start, m_words.at(hit.last).end - start).simplified());
    }
    return tr("without a word about transport");
}

bool Evidence::isAccepted(const SentenceReading &reading, const Gazetteer::Use &use) const
{
    if (use.name->alien)
        return false;
    if (SentenceReading::isPlain(use))
        return true;
    if (reading.shouts && use.name->acronym)
        return false;
    const QStringList corridors = corridorsFor(m_atlas, use.name->ids);
    if (m_topics.namesAnyOf(corridors))
        return true;
    if (use.lowerCase)
        return std::any_of(corridors.begin(), corridors.end(), [this](const QString &c) { return m_topics.placesOn(c) >= 2; });
    const std::vector<Mode> modes = modesOf(m_atlas, use.name->ids);
    return std::any_of(reading.termHits.begin(), reading.termHits.end(), [&](const TermHit &hit) {
        const bool outside = hit.first > use.lastWord || hit.last < use.firstWord;
        return outside && std::any_of(modes.begin(), modes.end(), [&](Mode m) { return m != Mode::Other && termFor(m) == hit.term; });
    });
}

void Evidence::addNamed(const SentenceReading &reading, SubjectTable &table) const
{
    for (const Gazetteer::Use &use : reading.uses) {
        if (!use.name->ids.isEmpty() && isAccepted(reading, use))
            addNamedUse(reading, use, table);
    }
}

void Evidence::addNamedUse(const SentenceReading &reading, const Gazetteer::Use &use, SubjectTable &table) const
{
    const bool spiced = reading.terms.hasAny({Term::Food, Term::Sport}) && !reading.terms.speaksOfWays();
    for (const QString &id : use.name->ids) {
        if (isPlaceSubject(m_atlas, id)) {
            const bool acts = standsForGovernment(reading, use, m_words);
            table.add(id, spiced ? unlikely : acts ? government : place,
                      acts ? tr("“%1” stands for a government here").arg(writtenAs(use)) : nameReason(use), acts);
        } else {
            const bool weak = !SentenceReading::isPlain(use);
            table.add(id, !weak ? spelledOut : reading.terms.speaksOfWays() ? weakBesideTerm : weakInTopic, nameReason(use));
        }
    }
}

/// A corridor's name may stand for its best-known segment, unless the sentence names another one of it.
void Evidence::preferNamedSegments(const SentenceReading &reading, SubjectTable &table) const
{
    QSet<QString> own, byCorridor;
    for (const Gazetteer::Use &use : reading.uses) {
        const bool withCorridor = std::any_of(use.name->ids.begin(), use.name->ids.end(), [this](const QString &id) {
            return m_atlas.subject(id) && m_atlas.subject(id)->kind == SubjectKind::Corridor;
        });
        for (const QString &id : use.name->ids) {
            if (m_atlas.segment(id) && table.score(id) > 0)
                (withCorridor ? byCorridor : own).insert(id);
        }
    }
    byCorridor -= own;
    for (const QString &id : byCorridor) {
        const QStringList corridors = m_atlas.corridorsOf(id);
        const bool another = std::any_of(own.begin(), own.end(), [&](const QString &other) {
            return std::any_of(corridors.begin(), corridors.end(), [&](const QString &c) { return m_atlas.corridorsOf(other).contains(c); });
        });
        if (another)
            table.lower(id, unlikely);
    }
}

void Evidence::addGrain(const SentenceReading &reading, SubjectTable &table) const
{
    if (!m_atlas.subject(grainCorridor) || !reading.terms.has(Term::Grain) || !reading.terms.speaksOfWays())
        return;
    const bool toArmenia = std::any_of(reading.uses.begin(), reading.uses.end(), [&](const Gazetteer::Use &use) {
        return use.name->ids.contains(QStringLiteral("place-armenia"));
    });
    if (toArmenia)
        table.add(grainCorridor, grain, tr("grain carried, and Armenia"));
}

std::vector<Evidence::PlaceUse> Evidence::placesIn(const SentenceReading &reading) const
{
    std::vector<PlaceUse> places;
    std::set<int> seen;
    for (const Gazetteer::Use &use : reading.uses) {
        const int index = use.name->place;
        if (index < 0 || seen.contains(index))
            continue;
        const Place &one = m_gazetteer.places().at(index);
        if (one.capital && standsForGovernment(reading, use, m_words))
            continue;
        if (one.minor && isPerson(reading, use))
            continue;
        seen.insert(index);
        places.push_back({index, &use});
    }
    return places;
}

/// Little-known stations share their names with people and everyday things.
bool Evidence::isPerson(const SentenceReading &reading, const Gazetteer::Use &use) const
{
    const int before = use.firstWord - 1, after = use.lastWord + 1;
    const auto isOtherName = [&](int i) {
        return i >= reading.firstWord && i < reading.endWord && m_words.at(i).capital && m_words.at(i).gap == Gap::Space;
    };
    const bool unknownTopic = !m_topics.namesAnyOf([&] {
        QStringList ids;
        for (const int s : m_gazetteer.places().at(use.name->place).segments)
            ids << segment(s).id;
        return corridorsFor(m_atlas, ids);
    }());
    const bool nextToName = (before > reading.firstWord && isOtherName(before)) || isOtherName(after);
    return unknownTopic || nextToName || use.name->text.size() < 5;
}

bool Evidence::areJoined(const PlaceUse &a, const PlaceUse &b) const
{
    const Gazetteer::Use *first = a.use, *second = b.use;
    if (first->firstWord > second->firstWord)
        std::swap(first, second);
    return first->lastWord + 1 == second->firstWord && m_words.at(second->firstWord).gap == Gap::Dash;
}

bool Evidence::isCandidate(int index, const SentenceReading &reading) const
{
    const QStringList corridors = m_atlas.corridorsOf(segment(index).id);
    if (corridors != QStringList{grainCorridor})
        return true;
    return reading.terms.has(Term::Grain) || m_topics.mentions(grainCorridor) > 0 || m_topics.speaksOfGrain();
}

Evidence::Shares Evidence::sharesOf(const std::vector<PlaceUse> &places) const
{
    Shares shares;
    for (const PlaceUse &use : places) {
        const Place &one = m_gazetteer.places().at(use.place);
        for (const int index : one.segments) {
            Share &share = shares[index];
            for (const PlaceUse *other : share.places)
                share.joined = share.joined || areJoined(*other, use);
            share.places.push_back(&use);
            share.ends += std::binary_search(one.endOf.begin(), one.endOf.end(), index) ? 1 : 0;
            share.standsFor = share.standsFor || std::binary_search(one.standsFor.begin(), one.standsFor.end(), index);
        }
    }
    return shares;
}

void Evidence::addPlaces(const SentenceReading &reading, SubjectTable &table) const
{
    const std::vector<PlaceUse> places = placesIn(reading);
    Shares shares = sharesOf(places);
    std::erase_if(shares, [&](const auto &entry) { return !isCandidate(entry.first, reading); });
    addPairs(reading, shares, table);
    for (const PlaceUse &single : places)
        addSingles(reading, shares, single, table);
}

void Evidence::addPairs(const SentenceReading &reading, const Shares &shares, SubjectTable &table) const
{
    const bool someWhole = std::any_of(shares.begin(), shares.end(), [](const auto &entry) { return entry.second.ends >= 2; });
    for (const auto &[index, share] : shares) {
        if (share.places.size() < 2 || (someWhole && share.ends < 2))
            continue;
        const ModeMatch match = modeMatch(segment(index), reading.terms);
        double score = 0;
        if (share.ends >= 2)
            score = match == ModeMatch::Exact ? (share.joined ? bothEndsJoined : bothEnds) : match == ModeMatch::General ? bothEndsGeneral : share.joined ? joinedWithoutTerm : unlikely;
        else
            score = match == ModeMatch::Exact ? twoPlaces : match == ModeMatch::General ? twoPlacesGeneral : unlikely;
        const QString first = writtenAs(*share.places[0]->use), second = writtenAs(*share.places[1]->use);
        table.add(segment(index).id, score,
                  (share.ends >= 2 ? tr("both its ends, “%1” and “%2”") : tr("two places on it, “%1” and “%2”")).arg(first, second));
        table.add(segment(index).id, score, termReason(reading, segment(index)));
    }
}

void Evidence::addSingles(const SentenceReading &reading, const Shares &shares, const PlaceUse &single, SubjectTable &table) const
{
    const Place &one = m_gazetteer.places().at(single.place);
    if (one.capital || one.segments.size() > hub)
        return;
    std::vector<int> exact, general;
    for (const int index : one.segments) {
        const auto share = shares.find(index);
        if (share == shares.end())
            continue;
        if (table.score(segment(index).id) >= corridorOfPlace)
            return;  // a name or a pair of places says more
        const ModeMatch match = modeMatch(segment(index), reading.terms);
        if (match == ModeMatch::Exact)
            exact.push_back(index);
        else if (match == ModeMatch::General)
            general.push_back(index);
    }
    const QString reason = tr("“%1” lies on it").arg(writtenAs(*single.use));
    const std::vector<int> candidates = standingFor(one, exact.empty() ? general : exact);
    if (candidates.size() == 1) {
        const Segment &only = segment(candidates.front());
        table.add(only.id, exact.empty() ? onePlaceGeneral : onePlace, reason);
        table.add(only.id, 0, termReason(reading, only));
    } else if (!candidates.empty()) {
        addOneOf(candidates, !exact.empty(), reason, table);
    }
}

/// Where the word list says for which single segment a place stands, that one.
std::vector<int> Evidence::standingFor(const Place &place, const std::vector<int> &candidates)
{
    std::vector<int> stands;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(stands),
                 [&](int i) { return std::binary_search(place.standsFor.begin(), place.standsFor.end(), i); });
    return stands.size() == 1 ? stands : candidates;
}

/// A place on several segments tells their corridor, if they share one or one is spoken of anyway.
void Evidence::addOneOf(const std::vector<int> &candidates, bool exact, const QString &reason, SubjectTable &table) const
{
    QStringList corridors;
    for (const int index : candidates)
        corridors << m_atlas.corridorsOf(segment(index).id);
    corridors.removeDuplicates();
    const QStringList active = activeOf(corridors, table.rows());
    if (active.size() != 1)
        return;
    std::vector<int> members;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(members),
                 [&](int i) { return m_atlas.corridorsOf(segment(i).id).contains(active.front()); });
    if (members.size() == 1 && exact)
        table.add(segment(members.front()).id, onePlaceOfTopic, reason);
    table.add(active.front(), corridorOfPlace, reason);
}

/// A segment speaks for its corridors; where it belongs to several, for the one that is spoken of anyway.
void Evidence::addCorridors(const SentenceReading &reading, SubjectTable &table) const
{
    const std::vector<SubjectScore> rows = table.rows();
    for (const SubjectScore &row : rows) {
        QStringList corridors = m_atlas.corridorsOf(row.id);
        if (corridors.size() > 1 && !reading.terms.has(Term::Grain))
            corridors.removeAll(grainCorridor);
        if (row.score <= unlikely || corridors.isEmpty())
            continue;
        const QString reason = tr("by its segment %1").arg(m_atlas.displayName(row.id, NamePolicy::Neutral, QStringLiteral("en")));
        for (const QString &corridor : activeOf(corridors, rows))
            table.add(corridor, row.score, reason);
    }
}

/// Those that the sentence, or else the document, speaks of; all where it speaks of none.
QStringList Evidence::activeOf(const QStringList &corridors, const std::vector<SubjectScore> &rows) const
{
    QStringList active;
    for (const SubjectScore &row : rows) {
        if (row.score >= 0.5 && corridors.contains(row.id))
            active << row.id;
    }
    if (!active.isEmpty())
        return active;
    std::copy_if(corridors.begin(), corridors.end(), std::back_inserter(active), [&](const QString &c) { return m_topics.mentions(c) > 0; });
    return active.isEmpty() ? corridors : active;
}

} // namespace ca::suggest
