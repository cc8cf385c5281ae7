// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of countries, seas and lakes: inside their area.
#include "map/LabelCandidate.h"

namespace ca {
namespace {

struct AreaKind {
    const char *layer;
    const char *style;
    const char *idPrefix;
    int priority;
    double leastShare;   // of the text's width that must be room around the anchor, both sides together
    double farthest;     // metres per pixel
    LabelCandidate::Lines lines;
};

// No country goes without its name because corridors fill it: it then lies where it covers the fewest.
constexpr AreaKind kinds[] = {
    {"countries", "country", "country:", LabelPriority::country, 0.42, 9000, LabelCandidate::Lines::Avoid},
    {"seas", "sea", "sea:", LabelPriority::sea, 0.55, 9000, LabelCandidate::Lines::Forbid},
    {"lakes", "lake", "lake:", LabelPriority::lake, 0.45, 2500, LabelCandidate::Lines::Forbid},
};

constexpr std::size_t mostSpots = 40;

/// Text centred on the anchors that lie in view and are roomy enough, in the anchors' order.
std::vector<LabelCandidate::Spot> spotsInside(const Frame &frame, std::span<const PreparedLayer::Anchor> anchors,
                                              const LabelText::Measure &measure, double leastRoom)
{
    std::vector<LabelCandidate::Spot> spots;
    const QRectF area = frame.rect();
    for (const PreparedLayer::Anchor &anchor : anchors) {
        const bool roomy = anchor.room == 0 || 2 * anchor.room / frame.view.metresPerPixel >= leastRoom;
        const QPointF at = frame.view.toScreen(anchor.at);
        if (!roomy || spots.size() >= mostSpots)
            break;
        if (area.contains(at))
            spots.push_back({at + QPointF(-measure.width / 2, measure.ascent / 2)});
    }
    return spots;
}

void addAreas(const Frame &frame, const AreaKind &kind, LabelCandidates &out)
{
    const PreparedLayer *layer = frame.scene.layer(QString::fromLatin1(kind.layer));
    if (!layer || frame.view.metresPerPixel > kind.farthest
        || !frame.request.visibility.layer(QString::fromLatin1(kind.layer)))
        return;
    const FeatureTable &table = *layer->levels.front().table;
    for (std::size_t f = 0; f < table.featureCount() && !frame.cancel.cancelled(); ++f) {
        const auto anchors = layer->anchorsOf(f);
        const LocalName name = anchors.empty() ? LocalName() : localName(table, f, frame.request.language);
        if (name.text.isEmpty())
            continue;
        LabelCandidate candidate;
        PlacedLabel &label = candidate.label;
        label.text = name.text;
        label.fallbackLanguage = name.fallback;
        label.style = QString::fromLatin1(kind.style);
        candidate.idPrefix = QString::fromLatin1(kind.idPrefix);
        candidate.number = table.ids[f];
        label.priority = kind.priority;
        candidate.measure = LabelText::measure(label.text, frame.style.text(label.style));
        candidate.spots = spotsInside(frame, anchors, candidate.measure, candidate.measure.width * kind.leastShare);
        candidate.lines = kind.lines;
        candidate.keepOffDots = true;
        candidate.sameTextApart = 300;
        if (candidate.spots.empty())
            continue;
        label.anchor = frame.view.toScreen(anchors.front().at);
        out.push_back(std::move(candidate));
    }
}

} // namespace

void addAreaLabels(const Frame &frame, LabelCandidates &out)
{
    for (const AreaKind &kind : kinds)
        addAreas(frame, kind, out);
}

} // namespace ca
