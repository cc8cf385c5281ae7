// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelLayout.h"

#include "map/LabelCandidate.h"
#include "map/LabelPlacer.h"

#include <algorithm>

namespace ca::LabelLayout {
namespace {

/// Some only, when cancelled.
LabelCandidates candidatesOf(const Frame &frame, const std::vector<DrawnStrand> &strands)
{
    LabelCandidates candidates;
    addStrandLabels(frame, strands, candidates);
    for (const auto add : {addPlaceLabels, addWaypointLabels, addSubjectLabels, addAreaLabels, addRiverLabels, addUserLayerLabels}) {
        if (frame.cancel.cancelled())
            break;
        add(frame, candidates);
    }
    return candidates;
}

} // namespace

std::vector<PlacedLabel> place(const RenderRequest &request, const CancelToken &cancel)
{
    if (!request.labels || !request.scene || !request.style)
        return {};
    const Frame frame(request, cancel);
    const std::vector<DrawnStrand> strands = drawnStrands(frame, labelMargin);
    const LabelCandidates candidates = candidatesOf(frame, strands);
    if (cancel.cancelled())
        return {};
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
