// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmObject.h"

#include <QStringList>

#include <array>

namespace ca {

/// What can be wrong with an object that a layer would have.
enum class OsmFault : std::uint8_t {
    TooShort,  ///< a way with fewer than two known places
    Cut,  ///< a way that lacks some of its nodes
    Antimeridian,  ///< cut there
    NowhereKnown,  ///< a point whose members or nodes are all missing
    OpenArea,  ///< a way that is tagged as an area and does not close
    MissingMembers,  ///< a relation whose rings do not close because the extract lacks members
    OpenRings,  ///< a relation whose rings do not close although all members are there
    BorderGaps,  ///< a boundary that lacks members; the others are shown
};

/// Counts faults, and remembers the first of each.
class OsmFaults {
public:
    void note(OsmFault fault, OsmId object);
    /// A translated sentence for each kind of fault there was.
    [[nodiscard]] QStringList sentences() const;

private:
    static constexpr std::size_t kinds = 8;
    static constexpr qsizetype namedCases = 3;
    struct Count {
        int objects = 0;
        QStringList first;
    };
    std::array<Count, kinds> m_counts;
};

} // namespace ca
