// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Frame.h"

#include <vector>

namespace ca {

/// A segment's legs as one line; vertices shared by two legs count once.
class SegmentLine {
public:
    SegmentLine(const Scene &scene, std::size_t segment);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] PointXY at(std::size_t vertex) const;     ///< plane metres
    [[nodiscard]] double along(std::size_t vertex) const;   ///< geodesic metres from the segment's start
    [[nodiscard]] double along(double vertex) const;        ///< the same between vertices

private:
    struct Place {
        const Scene::LegLine *leg = nullptr;
        std::size_t vertex = 0;
    };
    [[nodiscard]] Place place(std::size_t vertex) const;

    const Scene &m_scene;
    const Scene::SegmentShape &m_shape;
    std::size_t m_size = 0;
};

/// How far beside its line a strand lies, in pixels to the left of the line's way, as a function of the geodesic metres
/// from the segment's start. Lanes are counted among the corridors that are shown. From lane to lane the strand
/// eases over and never jumps; where a track empties, beside the stretch with fewer corridors, so that there is room.
class LaneProfile {
public:
    LaneProfile(const Frame &frame, const Scene::Strand &strand);

    /// Pixels aside per pixel along, at most.
    static constexpr double steepest = 0.16;
    struct Ease {
        double from = 0, to = 0;  ///< metres along
    };

    [[nodiscard]] double offset(double along) const;
    [[nodiscard]] double widest() const { return m_widest; }  ///< pixels from the line to the outermost lane of its tracks
    [[nodiscard]] const std::vector<Ease> &eases() const { return m_eases; }

private:
    struct Change {
        double at = 0;    ///< metres along, the ease's middle
        double step = 0;  ///< pixels
    };
    double m_first = 0;   ///< pixels
    double m_half = 1;    ///< metres from the middle of an ease to its ends
    double m_widest = 0;
    std::vector<Change> m_changes;
    std::vector<Ease> m_eases;
};

/// Where on the screen all strands bound to @p joint end.
[[nodiscard]] PointXY jointPlace(const Frame &frame, const Scene::LaneJoint &joint);
/// Unit vector to the left of a unit direction of the screen (y down).
[[nodiscard]] inline PointXY leftOf(PointXY direction) { return {direction.y, -direction.x}; }

} // namespace ca
