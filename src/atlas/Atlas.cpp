// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Atlas.h"

#include "geo/Geodesic.h"

#include <algorithm>
#include <tuple>

namespace ca {

namespace {

template <class Row>
QHash<QString, std::size_t> indexById(const std::vector<Row> &rows)
{
    QHash<QString, std::size_t> index;
    index.reserve(static_cast<qsizetype>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!index.contains(rows[i].id))  // an unchecked file may repeat an id: the first one counts
            index.insert(rows[i].id, i);
    }
    return index;
}

template <class Row>
QHash<QString, std::vector<std::size_t>> indexBy(const std::vector<Row> &rows, QString Row::*key)
{
    QHash<QString, std::vector<std::size_t>> index;
    for (std::size_t i = 0; i < rows.size(); ++i)
        index[rows[i].*key].push_back(i);
    return index;
}

template <class Row>
const Row *lookUp(const QHash<QString, std::size_t> &index, const std::vector<Row> &rows, const QString &id)
{
    const auto found = index.constFind(id);
    return found == index.constEnd() ? nullptr : &rows[*found];
}

template <class Row>
std::vector<const Row *> pick(const QHash<QString, std::vector<std::size_t>> &index, const std::vector<Row> &rows,
                              const QString &id)
{
    std::vector<const Row *> picked;
    const auto found = index.constFind(id);
    if (found == index.constEnd())
        return picked;
    picked.reserve(found->size());
    for (const std::size_t i : *found)
        picked.push_back(&rows[i]);
    return picked;
}

/// Chainage of a waypoint: that of its vertex, else of the nearest place of the line.
double chainageOf(const Waypoint &waypoint, const GeoLine &line, const std::vector<double> &chainage)
{
    const auto vertex = std::find(line.begin(), line.end(), waypoint.position);
    if (vertex != line.end())
        return chainage[static_cast<std::size_t>(vertex - line.begin())];
    return line.size() < 2 ? 0 : geodesic::nearest(line, waypoint.position).along;
}

void deriveSegment(Segment &segment)
{
    const GeoLine line = segment.line();
    const std::vector<double> chainage = geodesic::chainage(line);
    segment.lengthMetres = chainage.empty() ? 0 : chainage.back();
    segment.extent = {};
    for (const LatLon &p : line)
        segment.extent.extend(p);
    for (Waypoint &waypoint : segment.waypoints)
        waypoint.along = chainageOf(waypoint, line, chainage);
}

} // namespace

Atlas::Atlas(AtlasData data) : m_data(std::move(data))
{
    derive();
    index();
    m_gaugeBreaks = findGaugeBreaks(*this);
}

void Atlas::derive()
{
    for (Segment &segment : m_data.segments)
        deriveSegment(segment);
}

void Atlas::index()
{
    m_segments = indexById(m_data.segments);
    m_subjects = indexById(m_data.subjects);
    m_records = indexById(m_data.records);
    m_passages = indexById(m_data.passages);
    m_contradictions = indexById(m_data.contradictions);
    m_factsOf = indexBy(m_data.facts, &Fact::subject);
    m_namesOf = indexBy(m_data.names, &Name::subject);
    m_membersOf = indexBy(m_data.members, &CorridorMember::corridor);
    for (std::vector<std::size_t> &rows : m_membersOf) {
        std::stable_sort(rows.begin(), rows.end(), [this](std::size_t a, std::size_t b) {
            return m_data.members[a].order < m_data.members[b].order;
        });
    }
    for (const Subject *corridor : corridors()) {
        for (const CorridorMember *member : members(corridor->id)) {
            QStringList &list = m_corridorsOf[member->segment];
            if (!list.contains(corridor->id))
                list += corridor->id;
        }
    }
    for (std::size_t i = 0; i < m_data.passages.size(); ++i) {
        for (const SubjectRef &ref : m_data.passages[i].subjects) {
            std::vector<std::size_t> &list = m_passagesOf[ref.id];
            if (list.empty() || list.back() != i)
                list.push_back(i);
        }
    }
}

const Segment *Atlas::segment(const QString &id) const
{
    return lookUp(m_segments, m_data.segments, id);
}

const Subject *Atlas::subject(const QString &id) const
{
    return lookUp(m_subjects, m_data.subjects, id);
}

const Record *Atlas::record(const QString &id) const
{
    return lookUp(m_records, m_data.records, id);
}

const Passage *Atlas::passage(const QString &id) const
{
    return lookUp(m_passages, m_data.passages, id);
}

const Contradiction *Atlas::contradiction(const QString &id) const
{
    return lookUp(m_contradictions, m_data.contradictions, id);
}

std::vector<const Subject *> Atlas::corridors() const
{
    std::vector<const Subject *> found;
    for (const Subject &subject : m_data.subjects) {
        if (subject.kind == SubjectKind::Corridor)
            found.push_back(&subject);
    }
    return found;
}

std::vector<const CorridorMember *> Atlas::members(const QString &corridor) const
{
    return pick(m_membersOf, m_data.members, corridor);
}

QStringList Atlas::corridorsOf(const QString &segment) const
{
    return m_corridorsOf.value(segment);
}

std::vector<const Fact *> Atlas::facts(const QString &subject) const
{
    return pick(m_factsOf, m_data.facts, subject);
}

std::vector<const Name *> Atlas::names(const QString &subject) const
{
    return pick(m_namesOf, m_data.names, subject);
}

CurrentStatus Atlas::status(const QString &subject) const
{
    CurrentStatus current;
    for (const Fact *fact : facts(subject)) {
        const auto status = fact->attribute == QLatin1String("status") ? fromId<Status>(fact->value) : std::nullopt;
        if (!status)
            continue;
        // Dates shortened to month or year sort before the days in them; a status that some source
        // states is never hidden by a later "unknown".
        const auto rank = [](Status s, const QString &asOf) { return std::tuple(s != Status::Unknown, asOf); };
        if (!current.fact || rank(*status, fact->asOf) > rank(current.status, current.asOf))
            current = {*status, fact->asOf, fact};
    }
    return current;
}

std::vector<const Fact *> Atlas::publishedLengths(const QString &segment) const
{
    std::vector<const Fact *> lengths = facts(segment);
    std::erase_if(lengths, [](const Fact *fact) { return fact->attribute != QLatin1String("length"); });
    return lengths;
}

} // namespace ca
