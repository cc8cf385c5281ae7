// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/FramePath.h"
#include "geo/PlaneParts.h"
#include "geo/ProjectionDomain.h"

namespace ca {

/// Draws lines of a frame in the plane: adds vertices where a straight edge would leave the curve by more than the
/// tolerance, ends a part where the map ends or tears. One thread at a time.
class PlanePath {
public:
    /// @p tolerance in plane metres. With @p positions, out.positions is filled too. Everything outlives the path.
    PlanePath(const ProjectionDomain &domain, double tolerance, bool positions, PlaneParts &out);

    enum class Mode {
        Direct,    ///< frame coordinates are plain longitude and latitude, of a place where the map is whole
        Inside,    ///< all lies within the rectangle, where the map is whole
        Searching  ///< the map may end or tear anywhere
    };
    void setMode(Mode mode) { m_mode = mode; }
    void setRect(const FrameRect &rect) { m_rect = rect; }
    /// Places without an image are passed over instead of ending the part: a ring stays one.
    void setInRing(bool inRing) { m_inRing = inRing; }
    /// Edge from @p a to @p b; goes on with the part begun if that ends at @p a. ta, tb: positions.
    void edge(FramePoint a, FramePoint b, double ta = 0, double tb = 0);
    /// The same where the ends' images are known.
    void edge(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB, double ta = 0, double tb = 0);
    /// The whole of @p ring, closed, as one part.
    void ring(const FramePath &ring, bool cut);
    /// Ends the part; one of fewer than @p least vertices is dropped.
    void endPart(bool cut = false, std::size_t least = 2);

private:
    [[nodiscard]] PointXY toPlane(FramePoint p) const;
    void divide(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB, double ta, double tb, int depth);
    [[nodiscard]] bool isDrawn(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB, int depth) const;
    [[nodiscard]] bool isTear(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB) const;
    [[nodiscard]] bool isStretched(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB, double times) const;
    void emit(PointXY p, double t);

    const ProjectionDomain &m_domain;
    double m_tolerance;
    double m_straight;          ///< degrees: shorter edges are straight enough
    bool m_positions;
    PlaneParts &m_out;
    FrameRect m_rect;
    Mode m_mode = Mode::Inside;
    bool m_inRing = false;
    bool m_open = false;        ///< the part ends at m_last
    FramePoint m_last;
    PointXY m_lastPlane;
};

/// Degrees: an edge shorter than this leaves its curve by less than @p tolerance plane metres wherever the map
/// is not stretched out of all use.
[[nodiscard]] double straightDegrees(double tolerance);

} // namespace ca
