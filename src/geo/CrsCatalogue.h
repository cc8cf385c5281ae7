// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"

#include <QString>

#include <vector>

namespace ca {

/// The projected coordinate systems PROJ knows, for choosing one by its code, name or country. Filled once, then read
/// from any thread.
class CrsCatalogue {
public:
    struct Entry {
        QString code;     ///< "EPSG:32638", for Projection::create()
        QString name;     ///< "WGS 84 / UTM zone 38N"
        QString area;     ///< where it is meant to be used, in its maker's words; may be empty
        GeoBox extent;    ///< the same in degrees, east may be above 180; empty = not told
        QString folded;   ///< code, name and area in lower case
    };

    /// Reads PROJ's database: a tenth of a second, for a worker. Systems withdrawn and those of other bodies are left out.
    /// Empty when the database cannot be read.
    [[nodiscard]] static CrsCatalogue read();

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// At most @p most entries that hold every word of @p text. First the one with that very code, then those meant
    /// for @p centre; those with the words in their name before those of which they only tell the area, those on WGS 84 before others, the
    /// smallest area first. No words: only those meant for @p centre.
    [[nodiscard]] std::vector<const Entry *> find(const QString &text, LatLon centre, std::size_t most) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace ca
