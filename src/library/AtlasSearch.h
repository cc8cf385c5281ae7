// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "atlas/BaseMap.h"
#include "library/Library.h"

#include <QString>

#include <memory>
#include <vector>

namespace ca {

/// Look-up over what the atlas itself holds: segments, subjects, passages (paraphrases), facts and
/// the places of the base map, in any spelling and script ("zengezur" finds Zəngəzur). Folds all
/// names once at construction; look-ups take a few milliseconds and may run on any thread.
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
    /// those before names that only sound alike; segments and subjects before places, places by population.
    [[nodiscard]] std::vector<Hit> find(const QString &words, int limit = 30) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ca
