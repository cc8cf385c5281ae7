// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QHash>

#include <vector>

namespace ca::suggest {

/// A place on the way of segments, whatever its spelling.
struct Place {
    QString name;                ///< as the atlas or the word list has it first
    QStringList spellings;       ///< all to look for
    std::vector<int> segments;   ///< indices into AtlasData::segments, ascending
    std::vector<int> endOf;      ///< those of them that begin or end here
    std::vector<int> standsFor;  ///< those of them that the word list says it stands for
    std::vector<int> pairOnly;   ///< those that it tells of only together with another of their places
    bool capital = false;        ///< its name also stands for a government
    bool minor = false;          ///< a waypoint that the word list does not know: often an everyday word
};

/// The places of an atlas: ends and waypoints of its segments with their spellings in resources/suggest/places.txt.
class PlaceBook {
public:
    explicit PlaceBook(const Atlas &atlas);

    [[nodiscard]] const std::vector<Place> &places() const { return m_places; }
    [[nodiscard]] const Place &at(int i) const { return m_places[static_cast<std::size_t>(i)]; }

private:
    void readList(const Atlas &atlas);
    void addSegment(const Segment &segment, int index);
    Place &placeNamed(const QString &name);
    std::vector<Place> m_places;
    QHash<QString, int> m_byName;  ///< folded names as in the atlas
};

} // namespace ca::suggest
