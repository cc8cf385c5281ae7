// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelLayout.h"

#include "map/LabelCandidate.h"
#include "map/LabelPlacer.h"
#include "map/LabelsAround.h"

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

/// Sorts in pieces that are merged, so that a cancel is noticed between them; the order is of no use then.
void sortByRank(std::vector<const LabelCandidate *> &order, const CancelToken &cancel)
{
    constexpr std::size_t piece = 8192;
    const auto before = [](const LabelCandidate *a, const LabelCandidate *b) { return a->before(*b); };
    const auto at = [&order](std::size_t i) { return order.begin() + std::ptrdiff_t(std::min(i, order.size())); };
    for (std::size_t first = 0; first < order.size() && !cancel.cancelled(); first += piece)
        std::sort(at(first), at(first + piece), before);
    for (std::size_t width = piece; width < order.size(); width *= 2) {
        for (std::size_t first = 0; first + width < order.size() && !cancel.cancelled(); first += 2 * width)
            std::inplace_merge(at(first), at(first + width), at(first + 2 * width), before);
    }
}

} // namespace

std::vector<PlacedLabel> place(const RenderRequest &request, const CancelToken &cancel)
{
    return placeAround(request, {}, cancel);
}

std::vector<PlacedLabel> placeAround(const RenderRequest &request, const std::vector<QRectF> &covered, const CancelToken &cancel)
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
    sortByRank(order, cancel);
    LabelPlacer placer(frame, strands, covered);
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
