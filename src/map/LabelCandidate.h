// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LabelLayout.h"
#include "map/LabelText.h"
#include "map/StrandGeometry.h"

#include <optional>
#include <vector>

namespace ca {

/// Something that would like a label, with the positions it could have, best first.
struct LabelCandidate {
    struct Spot {
        QPointF baseline;
        double angle = 0;
    };
    enum class Lines { Avoid, Forbid };  ///< how it bears corridor lines under it

    PlacedLabel label;                ///< all but baseline, angle, box and id
    QString idPrefix;                 ///< "place:" …; the label's id is this and the numbers below that are not negative
    std::int64_t number = -1;
    std::int64_t part = -1;
    LabelText::Measure measure;
    double around = -1;               ///< radius of the symbol it stands beside, pixels; < 0 = only where spots says
    std::vector<Spot> spots;          ///< more positions, after those around the symbol
    Lines lines = Lines::Avoid;
    bool pointed = false;             ///< stands beside its anchor: not shown when that is out of view
    bool keepOffDots = false;         ///< rather no label than one over the dot of a place
    double sameTextApart = 60;        ///< pixels to the next label of the same text

    [[nodiscard]] std::size_t spotCount() const;
    [[nodiscard]] Spot spot(std::size_t i) const;
    [[nodiscard]] QString id() const;
    /// By priority, then by what the id is made of: a total order.
    [[nodiscard]] bool before(const LabelCandidate &other) const;
};

using LabelCandidates = std::vector<LabelCandidate>;

/// Priorities of labels; higher is placed first. Places add up to 39 for their population.
namespace LabelPriority {
constexpr int capital = 1000, corridor = 900, country = 850, sea = 820, place = 700, waypointEnd = 680, segment = 660,
              subject = 640, waypoint = 500, lake = 480, river = 470,
              userLayer = 300;
}

constexpr double labelMargin = 160;  ///< pixels beyond the view whose labels already keep their places

/// The candidates of one kind each, in any order.
void addPlaceLabels(const Frame &frame, LabelCandidates &out);
void addWaypointLabels(const Frame &frame, LabelCandidates &out);
void addSubjectLabels(const Frame &frame, LabelCandidates &out);
void addAreaLabels(const Frame &frame, LabelCandidates &out);
void addRiverLabels(const Frame &frame, LabelCandidates &out);
/// By the column each layer's style names: beside points, along lines, inside areas.
void addUserLayerLabels(const Frame &frame, LabelCandidates &out);
void addStrandLabels(const Frame &frame, const std::vector<DrawnStrand> &strands, LabelCandidates &out);

/// Positions along the straightest runs of @p pieces for text of that measure, @p reach pixels off the line.
[[nodiscard]] std::vector<LabelCandidate::Spot> spotsAlong(const std::vector<ClippedRun> &pieces, const LabelText::Measure &measure,
                                                           double reach);

/// A name in the request's language, or the next best.
struct LocalName {
    QString text;
    bool fallback = false;
};
[[nodiscard]] LocalName localName(const FeatureTable &table, std::size_t feature, const QString &language);

/// Whether places of this importance are named at the frame's scale.
[[nodiscard]] bool placeShown(const Frame &frame, const PreparedPlace &place);

/// A title of more than @p longest characters on two lines, broken at the space nearest its middle.
[[nodiscard]] QString brokenTitle(const QString &title, int longest = 26);

/// Position i of eight around a point symbol of @p radius pixels.
[[nodiscard]] LabelCandidate::Spot spotAround(std::size_t i, QPointF at, double radius, const LabelText::Measure &measure);
constexpr std::size_t spotsAround = 8;

} // namespace ca
