// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelLayout.h"

#include "map/LabelCandidate.h"
#include "map/LabelPlacer.h"

#include <algorithm>

namespace ca::LabelLayout {

std::vector<PlacedLabel> place(const RenderRequest &request, const CancelToken &cancel)
{
    if (!request.labels || !request.scene || !request.style)
        return {};
    const Frame frame(request, cancel);
    const std::vector<DrawnStrand> strands = drawnStrands(frame, labelMargin);
    LabelCandidates candidates;
    addPlaceLabels(frame, candidates);
    addWaypointLabels(frame, candidates);
    addSubjectLabels(frame, candidates);
    addAreaLabels(frame, candidates);
    addRiverLabels(frame, candidates);
    addStrandLabels(frame, strands, candidates);
    addUserLayerLabels(frame, candidates);
    // Sorted by reference: candidates are large.
    std::vector<const LabelCandidate *> order;
    for (const LabelCandidate &candidate : candidates)
        order.push_back(&candidate);
    std::sort(order.begin(), order.end(), [](const LabelCandidate *a, const LabelCandidate *b) { return a->before(*b); });
    LabelPlacer placer(frame, strands);
    for (const LabelCandidate &candidate : candidates)
        placer.expect(candidate);
    for (const LabelCandidate *candidate : order) {
        if (cancel.cancelled())
            return {};
        placer.place(*candidate);
    }
    return placer.take();
}

} // namespace ca::LabelLayout
