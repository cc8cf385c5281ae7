// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/PlaceBook.h"

#include "atlas/Folding.h"
#include "suggest/WordFile.h"

#include <algorithm>

namespace ca::suggest {

namespace {

/// "Aghband (road bridge area)" → "Aghband".
QString withoutBrackets(const QString &name)
{
    const qsizetype bracket = name.indexOf(u'(');
    return (bracket > 0 ? name.left(bracket) : name).trimmed();
}

void insertSorted(std::vector<int> &list, int value)
{
    const auto at = std::lower_bound(list.begin(), list.end(), value);
    if (at == list.end() || *at != value)
        list.insert(at, value);
}

/// Names such as "№ 5" or "276 km" are no names in a text.
bool canBeLookedFor(const QString &name)
{
    return name.size() >= 4 && std::none_of(name.begin(), name.end(), [](QChar c) { return c.isDigit() || QStringView(u"\u2116/,").contains(c); });
}

} // namespace

PlaceBook::PlaceBook(const Atlas &atlas)
{
    readList(atlas);
    const auto &segments = atlas.data().segments;
    for (std::size_t i = 0; i < segments.size(); ++i)
        addSegment(segments[i], static_cast<int>(i));
}

void PlaceBook::readList(const Atlas &atlas)
{
    QHash<QString, int> segmentIndex;
    for (std::size_t i = 0; i < atlas.data().segments.size(); ++i)
        segmentIndex.insert(atlas.data().segments[i].id, static_cast<int>(i));
    for (WordRow &row : readWordFile(QStringLiteral("places.txt"))) {
        Place place;
        place.capital = row.head.contains(QLatin1String("[capital]"));
        const QStringList names = row.head.remove(QStringLiteral("[capital]")).split(QStringLiteral(" / "));
        const qsizetype arrow = row.cells.last().indexOf(u'>');
        if (arrow >= 0) {
            for (QString id : row.cells.last().mid(arrow + 1).split(u' ', Qt::SkipEmptyParts)) {
                const bool pairOnly = id.startsWith(u'+');
                if (const int segment = segmentIndex.value(pairOnly ? id.remove(0, 1) : id, -1); segment >= 0)
                    insertSorted(pairOnly ? place.pairOnly : place.standsFor, segment);
            }
            row.cells.last().truncate(arrow);
            row.cells.last() = row.cells.last().trimmed();
        }
        place.name = names.front().trimmed();
        place.spellings = row.cells;
        for (const std::vector<int> *list : {&place.standsFor, &place.pairOnly}) {
            for (const int segment : *list)
                insertSorted(place.segments, segment);
        }
        for (const QString &name : names)
            m_byName.insert(fold(name.trimmed()), static_cast<int>(m_places.size()));
        m_places.push_back(std::move(place));
    }
}

Place &PlaceBook::placeNamed(const QString &name)
{
    const QString key = fold(name);
    const auto found = m_byName.constFind(key);
    if (found != m_byName.constEnd())
        return m_places[static_cast<std::size_t>(*found)];
    m_byName.insert(key, static_cast<int>(m_places.size()));
    Place place;
    place.name = name;
    place.minor = true;
    m_places.push_back(std::move(place));
    return m_places.back();
}

void PlaceBook::addSegment(const Segment &segment, int index)
{
    for (const QString &end : {segment.from, segment.to}) {
        Place &place = placeNamed(withoutBrackets(end));
        insertSorted(place.segments, index);
        insertSorted(place.endOf, index);
    }
    for (const Waypoint &waypoint : segment.waypoints) {
        const QString name = withoutBrackets(waypoint.name);
        Place &place = placeNamed(name);
        insertSorted(place.segments, index);
        QStringList spellings{name, withoutBrackets(waypoint.nameLocal)};
        for (const auto &[language, tagged] : waypoint.names)
            spellings << tagged;
        for (const QString &spelling : spellings) {
            if (place.minor && canBeLookedFor(spelling) && !place.spellings.contains(spelling))
                place.spellings << spelling;
        }
    }
}

} // namespace ca::suggest
