// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/SearchEntries.h"

#include "atlas/FactGroups.h"

#include <utility>

namespace ca {
namespace {

const QString english = QStringLiteral("en");

QStringList namesOf(const Atlas &atlas, const QString &id)
{
    QStringList names;
    for (const NamePolicy policy : {NamePolicy::Neutral, NamePolicy::Armenian, NamePolicy::Azerbaijani})
        names << atlas.displayName(id, policy, english);
    for (const Name *name : atlas.names(id))
        names << name->name;
    names.removeDuplicates();
    return names;
}

QString displayName(const Atlas &atlas, const QString &id)
{
    return atlas.displayName(id, NamePolicy::Neutral, english);
}

LatLon middleOf(const Segment &segment)
{
    const GeoLine line = segment.line();
    return line.empty() ? LatLon() : line[line.size() / 2];
}

QString corridorNames(const Atlas &atlas, const QString &segment)
{
    QStringList names;
    for (const QString &corridor : atlas.corridorsOf(segment))
        names << displayName(atlas, corridor);
    return names.join(QStringLiteral(" · "));
}

void addSegments(const Atlas &atlas, std::vector<SearchEntry> &out)
{
    for (const Segment &segment : atlas.data().segments) {
        SearchEntry entry{SearchHit::Kind::Segment, segment.id, middleOf(segment), namesOf(atlas, segment.id),
                          displayName(atlas, segment.id), corridorNames(atlas, segment.id)};
        entry.names << segment.from << segment.to;
        out.push_back(entry);
        for (const Waypoint &waypoint : segment.waypoints) {
            entry.position = waypoint.position;
            entry.names = {waypoint.name, waypoint.nameLocal};
            for (const auto &[language, name] : waypoint.names)
                entry.names << name;
            out.push_back(entry);
        }
    }
}

void addSubjects(const Atlas &atlas, std::vector<SearchEntry> &out)
{
    for (const Subject &subject : atlas.data().subjects) {
        SearchEntry entry{SearchHit::Kind::Subject, subject.id, subject.position, namesOf(atlas, subject.id),
                          displayName(atlas, subject.id), title(subject.kind)};
        entry.names << subject.title;
        entry.corridor = subject.kind == SubjectKind::Corridor;
        out.push_back(std::move(entry));
    }
}

void addPassages(const Atlas &atlas, std::vector<SearchEntry> &out)
{
    for (const Passage &passage : atlas.data().passages) {
        const Record *record = atlas.record(passage.record);
        out.push_back({SearchHit::Kind::Passage, passage.id, LatLon(), {passage.paraphrase},
                       record ? record->shortCitation() : passage.record, passage.paraphrase});
    }
}

QString factText(const Fact &fact)
{
    QString text = fact.attribute + QStringLiteral(": ") + factValue(fact).replace(QChar(0xa0), u' ');
    for (const QString &more : {fact.note, fact.claimedBy}) {
        if (!more.isEmpty())
            text += QStringLiteral("; ") + more;
    }
    return text;
}

void addFacts(const Atlas &atlas, std::vector<SearchEntry> &out)
{
    for (const Fact &fact : atlas.data().facts) {
        const Subject *subject = atlas.subject(fact.subject);
        const QString text = factText(fact);
        out.push_back({SearchHit::Kind::Fact, fact.id, subject ? subject->position : LatLon(), {text},
                       displayName(atlas, fact.subject), text});
    }
}

} // namespace

PlaceTable::PlaceTable(std::shared_ptr<const BaseMap> baseMap) : m_baseMap(std::move(baseMap))
{
    const BaseLayer *layer = m_baseMap ? m_baseMap->layer(QStringLiteral("places")) : nullptr;
    if (!layer || layer->levels.empty())
        return;
    m_table = &layer->levels.back().features;
    m_title = m_table->columnIndex(QStringLiteral("name"));
    m_searchNames = m_table->columnIndex(QStringLiteral("search_names"));
    m_population = m_table->columnIndex(QStringLiteral("population"));
    m_id = m_table->columnIndex(QStringLiteral("geonames_id"));
    m_country = m_table->columnIndex(QStringLiteral("country"));
    for (std::size_t i = 0; i < m_table->columns.size(); ++i) {
        const QString &name = m_table->columns[i].name;
        if (name == QLatin1String("name") || name.startsWith(QLatin1String("name_")))
            m_nameColumns.push_back(static_cast<int>(i));
    }
}

QString PlaceTable::text(std::size_t place, int column) const
{
    return column < 0 ? QString() : m_table->columns[static_cast<std::size_t>(column)].values[place].toString();
}

QStringList PlaceTable::names(std::size_t place) const
{
    QStringList names;
    for (const int column : m_nameColumns) {
        const QString name = text(place, column);
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names + text(place, m_searchNames).split(u';', Qt::SkipEmptyParts);
}

QString PlaceTable::title(std::size_t place) const
{
    return text(place, m_title);
}

QString PlaceTable::country(std::size_t place) const
{
    return text(place, m_country);
}

double PlaceTable::population(std::size_t place) const
{
    return m_population < 0 ? 0 : m_table->columns[static_cast<std::size_t>(m_population)].values[place].toDouble();
}

LatLon PlaceTable::position(std::size_t place) const
{
    const std::uint32_t part = m_table->featureStart[place];
    const bool has = part < m_table->featureStart[place + 1] && !m_table->part(part).empty();
    return has ? m_table->part(part).front() : LatLon();
}

QString PlaceTable::id(std::size_t place) const
{
    const QString stable = text(place, m_id);
    return stable.isEmpty() ? QString::number(m_table->ids[place]) : stable;
}

std::vector<SearchEntry> atlasEntries(const Atlas &atlas)
{
    std::vector<SearchEntry> entries;
    addSegments(atlas, entries);
    addSubjects(atlas, entries);
    addPassages(atlas, entries);
    addFacts(atlas, entries);
    return entries;
}

} // namespace ca
