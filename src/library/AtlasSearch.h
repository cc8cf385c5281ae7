// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "atlas/BaseMap.h"
#include "library/SearchHit.h"

#include <QString>

#include <memory>
#include <vector>

namespace ca {

/// Look-up over what the atlas itself holds: segments, subjects, passages (paraphrases), facts and
/// the places of the base map, in any spelling and script ("zengezur" finds Zəngəzur). Folds all
/// names once, on a worker started at construction; the first look-up waits for it, the others take
/// a few milliseconds. Look-ups may run on any thread. Titles are the neutral English ones: ask the
/// atlas by id for others. A segment found by one of its waypoints has that waypoint's position.
class AtlasSearch {
public:
    AtlasSearch(std::shared_ptr<const Atlas> atlas, std::shared_ptr<const BaseMap> baseMap);
    ~AtlasSearch();

    struct Hit {
        SearchHit hit;
        LatLon position;     ///< undefined where it has none
        double score = 0;    ///< higher is better
    };
    /// Best first, at most @p limit. Names that begin with the words come before names that contain them,
    /// those before passages and facts that do, those before names that only sound alike; within each, corridors
    /// before segments and other subjects, these before places, places by population.
    [[nodiscard]] std::vector<Hit> find(const QString &words, int limit = 30) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ca
