// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/MatchedAtlas.h"

#include "project/MatchedLegs.h"

#include <algorithm>

namespace ca {

std::shared_ptr<const Atlas> withMatches(const std::shared_ptr<const Atlas> &bundled, const std::vector<ProjectMatch> &matches)
{
    const auto counts = [&](const ProjectMatch &match) { return match.drawn && bundled->segment(match.id); };
    if (std::none_of(matches.begin(), matches.end(), counts))
        return bundled;
    AtlasData data = bundled->data();
    for (const ProjectMatch &match : matches) {
        for (Segment &segment : data.segments) {
            if (match.drawn && segment.id == match.id)
                segment.legs = matchedLegs(match, bundled->status(segment.id).status);
        }
    }
    joinNeighbours(bundled->data().segments, data.segments);
    return std::make_shared<const Atlas>(std::move(data));
}

} // namespace ca
