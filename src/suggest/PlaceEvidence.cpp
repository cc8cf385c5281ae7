// SPDX-License-Identifier: GPL-3.0-or-later
// What places tell about the segments they lie on.
#include "base/Tr.h"
#include "suggest/Evidence.h"
#include "suggest/Suggester.h"
#include "suggest/Weights.h"

#include <algorithm>
#include <set>

namespace ca::suggest {

namespace {

constexpr std::size_t longestChain = 3;
constexpr std::size_t hub = 4;  ///< a place on more segments says nothing about any of them

bool contains(const std::vector<int> &sorted, int value)
{
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

/// Where the word list says for which single segment a place stands, that one.
std::vector<int> standingFor(const Place &place, const std::vector<int> &candidates)
{
    std::vector<int> stands;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(stands), [&](int i) { return contains(place.standsFor, i); });
    return stands.size() == 1 ? stands : candidates;
}

} // namespace

QString Evidence::termReason(const Segment &segment) const
{
    for (const TermHit &hit : m_reading.termHits) {
        const bool fits = std::any_of(segment.modes.begin(), segment.modes.end(), [&](Mode m) { return termFor(m) == hit.term; });
        if (!fits && hit.term != Term::Transit)
            continue;
        const int start = m_document.words.at(hit.first).start;
        return tr("beside “%1”").arg(m_document.words.text().mid(start, m_document.words.at(hit.last).end - start).simplified());
    }
    return tr("without a word about transport");
}

std::vector<Evidence::PlaceUse> Evidence::placesIn() const
{
    std::vector<PlaceUse> places;
    std::set<int> seen;
    for (const Gazetteer::Use &use : m_reading.uses) {
        const int index = use.name->place;
        if (index < 0 || seen.contains(index) || isSomethingElse(use))
            continue;
        seen.insert(index);
        places.push_back({index, &use});
    }
    return places;
}

/// A government; or one of the little-known stations that share their names with people and everyday things.
bool Evidence::isSomethingElse(const Gazetteer::Use &use) const
{
    const Place &one = m_document.gazetteer.places().at(use.name->place);
    if (one.capital && standsForGovernment(m_reading, use, m_document.words))
        return true;
    const Words &words = m_document.words;
    const int before = use.firstWord - 1, after = use.lastWord + 1;
    const auto isName = [&](int i) {
        return i > m_reading.firstWord && i < m_reading.endWord && words.at(i).capital && words.at(i).script != Script::Georgian;
    };
    if (!one.minor)
        return false;
    const bool beforeIsName = isName(before) && words.at(use.firstWord).gap == Gap::Space;
    const bool afterIsName = isName(after) && words.at(after).gap == Gap::Space;
    return beforeIsName || afterIsName || use.name->text.size() < 5 || !m_document.topics.namesAnyOf(corridorsOf(one.segments));
}

QStringList Evidence::corridorsOf(const std::vector<int> &segments) const
{
    QStringList corridors;
    for (const int index : segments)
        corridors << m_atlas.corridorsOf(segment(index).id);
    corridors.removeDuplicates();
    return corridors;
}

bool Evidence::areJoined(const PlaceUse &a, const PlaceUse &b) const
{
    const Gazetteer::Use *first = a.use, *second = b.use;
    if (first->firstWord > second->firstWord)
        std::swap(first, second);
    return first->lastWord + 1 == second->firstWord && m_document.words.at(second->firstWord).gap == Gap::Dash;
}

/// Segments of the wheat train's way alone are doubles of others, for texts about grain.
bool Evidence::isCandidate(int index) const
{
    return m_document.topics.mentions(grainCorridor()) > 0 || m_atlas.corridorsOf(segment(index).id) != QStringList{grainCorridor()};
}

Evidence::Shares Evidence::sharesOf(const std::vector<PlaceUse> &places) const
{
    Shares shares;
    for (const PlaceUse &use : places) {
        for (const int index : place(use).segments) {
            if (!isCandidate(index))
                continue;
            Share &share = shares[index];
            for (const PlaceUse &other : share.places)
                share.joined = share.joined || areJoined(other, use);
            share.places.push_back(use);
            share.ends += contains(place(use).endOf, index) ? 1 : 0;
            share.capital = share.capital || place(use).capital;
        }
    }
    return shares;
}

void Evidence::addPlaces()
{
    const std::vector<PlaceUse> places = placesIn();
    const Shares shares = sharesOf(places);
    addPairs(shares);
    addChains(places);
    for (const PlaceUse &single : places)
        addSingle(shares, single);
}

double Evidence::pairScore(int index, const Share &share) const
{
    const ModeMatch match = modeMatch(segment(index), m_reading.freeTerms);
    const bool ofOthers = m_reading.freeTerms.hasAny({Term::Rail, Term::Road, Term::Gas, Term::Sea});
    const bool general = match == ModeMatch::General || (!ofOthers && m_reading.freeTerms.has(Term::HeadAny));
    const bool ofTopic = !m_topic.isEmpty() && m_atlas.corridorsOf(segment(index).id).contains(topicCorridor());
    const double otherwise = ofTopic && !ofOthers ? weight::pairOfTopic : weight::unlikely;
    if (share.ends >= 2) {
        if (match == ModeMatch::Exact)
            return share.joined ? weight::bothEndsJoined : weight::bothEnds;
        return general ? weight::bothEndsGeneral : share.joined ? weight::joinedWithoutTerm : otherwise;
    }
    // A capital and a place near it, without more: most likely no line at all.
    if (share.capital && !share.joined)
        return 0;
    return match == ModeMatch::Exact ? weight::twoPlaces : general ? weight::twoPlacesGeneral : otherwise;
}

void Evidence::addPairs(const Shares &shares)
{
    const bool someWhole = std::any_of(shares.begin(), shares.end(), [](const auto &entry) { return entry.second.ends >= 2; });
    for (const auto &[index, share] : shares) {
        const double score = share.places.size() < 2 || (someWhole && share.ends < 2) ? 0 : pairScore(index, share);
        if (score == 0)
            continue;
        const QString reason = share.ends >= 2 ? tr("both its ends, “%1” and “%2”") : tr("two places on it, “%1” and “%2”");
        m_table.add(segment(index).id, score, reason.arg(written(*share.places[0].use), written(*share.places[1].use)));
        m_table.add(segment(index).id, score, termReason(segment(index)));
    }
}

/// Segments of @p corridor, three at most, by which one place is reached from the other; empty when there are none.
std::vector<int> Evidence::chainBetween(int from, int to, const QString &corridor) const
{
    std::vector<int> members;
    for (const CorridorMember *member : m_atlas.members(corridor)) {
        const Segment *segment = m_atlas.segment(member->segment);
        if (segment && member->role != Role::Alternative)
            members.push_back(static_cast<int>(segment - m_atlas.data().segments.data()));
    }
    const auto &places = m_document.gazetteer.places();
    std::vector<std::vector<int>> chains{{}};
    std::vector<int> heads{from};
    for (std::size_t i = 0; i < chains.size() && i < 500; ++i) {
        for (const int next : members) {
            if (!contains(places.at(heads[i]).segments, next) || std::find(chains[i].begin(), chains[i].end(), next) != chains[i].end())
                continue;
            std::vector<int> longer = chains[i];
            longer.push_back(next);
            if (contains(places.at(to).segments, next))
                return longer;
            if (longer.size() >= longestChain)
                continue;
            for (std::size_t p = 0; p < places.places().size(); ++p) {
                if (contains(places.places()[p].endOf, next) && static_cast<int>(p) != heads[i]) {
                    chains.push_back(longer);
                    heads.push_back(static_cast<int>(p));
                }
            }
        }
    }
    return {};
}

/// "Tbilisi–Poti railway": two places joined by a dash that no one segment joins.
void Evidence::addChains(const std::vector<PlaceUse> &places)
{
    if (!m_reading.freeTerms.hasAny({Term::Rail, Term::Sea, Term::Road}))
        return;
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        const PlaceUse &a = places[i], &b = places[i + 1];
        std::vector<int> common;
        std::set_intersection(place(a).segments.begin(), place(a).segments.end(), place(b).segments.begin(), place(b).segments.end(), std::back_inserter(common));
        if (!areJoined(a, b) || !common.empty())
            continue;
        QStringList corridors = corridorsOf(place(a).segments);
        corridors.erase(std::remove_if(corridors.begin(), corridors.end(), [&](const QString &c) { return chainBetween(a.place, b.place, c).empty(); }), corridors.end());
        if (corridors.isEmpty())
            continue;
        const QStringList active = activeOf(corridors);
        for (const int index : active.size() == 1 ? chainBetween(a.place, b.place, active.front()) : std::vector<int>()) {
            if (modeMatch(segment(index), m_reading.freeTerms) == ModeMatch::Exact)
                m_table.add(segment(index).id, weight::chain, tr("on the way from “%1” to “%2”").arg(written(*a.use), written(*b.use)));
        }
    }
}

void Evidence::addSingle(const Shares &shares, const PlaceUse &single)
{
    const Place &one = place(single);
    if (one.capital || one.segments.size() - one.pairOnly.size() > hub)
        return;
    std::vector<int> exact, general;
    for (const int index : one.segments) {
        if (!shares.contains(index))
            continue;
        if (m_table.score(segment(index).id) >= weight::corridorOfPlace)
            return;  // a name or a pair of places says more
        if (contains(one.pairOnly, index))
            continue;
        const ModeMatch match = modeMatch(segment(index), m_reading.freeTerms);
        if (match == ModeMatch::Exact)
            exact.push_back(index);
        else if (match == ModeMatch::General)
            general.push_back(index);
    }
    const QString reason = tr("“%1” lies on it").arg(written(*single.use));
    const std::vector<int> candidates = standingFor(one, exact.empty() ? general : exact);
    if (candidates.size() == 1) {
        const Segment &only = segment(candidates.front());
        m_table.add(only.id, exact.empty() ? weight::onePlaceGeneral : weight::onePlace, reason);
        m_table.add(only.id, 0, termReason(only));
    } else if (!candidates.empty()) {
        addOneOf(candidates, !exact.empty(), reason);
    }
}

/// A place on several segments tells their corridor, if they share one or one is spoken of anyway.
void Evidence::addOneOf(const std::vector<int> &candidates, bool exact, const QString &reason)
{
    const QStringList active = activeOf(corridorsOf(candidates));
    if (active.size() != 1)
        return;
    std::vector<int> members;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(members),
                 [&](int i) { return m_atlas.corridorsOf(segment(i).id).contains(active.front()); });
    std::vector<int> ofTopic;
    std::copy_if(members.begin(), members.end(), std::back_inserter(ofTopic), [&](int i) { return m_topic.contains(segment(i).id); });
    if (ofTopic.size() == 1)
        members = ofTopic;
    if (members.size() == 1 && exact)
        m_table.add(segment(members.front()).id, weight::onePlaceGeneral, reason);
    m_table.add(active.front(), weight::corridorOfPlace, reason);
}

} // namespace ca::suggest
