// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/PlaneParts.h"
#include "geo/Projection.h"

#include <span>
#include <vector>

namespace ca {

/// Brings geographic geometry into the plane so that nothing is drawn across the map: lines are split and areas cut where
/// the globe is torn open, at the horizon and where the map stops; long edges get the vertices that keep
/// them on their curve. Edges are straight in longitude and latitude and go the shorter way round; a step of a full
/// circle (-180 to 180) is one. Geometry away from all that costs hardly more than Projection::forward().
/// One thread at a time; make one for each thread, they are cheap.
class GeometryProjector {
public:
    struct Options {
        double tolerance = 2;    ///< plane metres an edge may lie off its curve; a map 1:5000 has 1.3 m per pixel
        bool positions = false;  ///< fill PlaneParts::positions of lines
    };
    /// Keeps a reference to @p projection.
    explicit GeometryProjector(const Projection &projection);
    GeometryProjector(const Projection &projection, const Options &options);

    /// Appends the pieces of @p line to @p out.
    void line(std::span<const LatLon> line, PlaneParts &out);
    /// Appends @p rings, shells and holes of one feature, closed, to be filled together by the odd–even rule. A
    /// ring around the Earth's axis encloses the pole it lies nearer to.
    void rings(std::span<const std::span<const LatLon>> rings, PlaneParts &out);
    /// Appends the lines to stroke for a ring: without edges along the meridian ±180 or at a pole, which only mark where
    /// the data were cut, and without those of the map's own cuts.
    void outline(std::span<const LatLon> ring, PlaneParts &out);
    /// Appends the image of each of @p points that has one, and its number to @p indices.
    void points(std::span<const LatLon> points, std::vector<PointXY> &out, std::vector<std::uint32_t> &indices);
    /// The image of one place; NaN where there is none.
    [[nodiscard]] PointXY point(LatLon place);
    /// Appends the outline of all that the projection can show, closed, to be filled by the odd–even rule.
    void world(PlaneParts &out);

    /// Vertices and points so far that were no places on Earth, and points beyond what the map shows.
    [[nodiscard]] std::size_t invalid() const { return m_invalid; }
    [[nodiscard]] std::size_t beyond() const { return m_beyond; }

private:
    struct Scan;
    [[nodiscard]] static Scan scan(std::span<const LatLon> line);
    bool clearLine(std::span<const LatLon> line, bool ring, PlaneParts &out);
    [[nodiscard]] bool longEdgesAreStraight(std::span<const LatLon> line, std::span<const PointXY> plane);
    void clearLineDivided(std::span<const LatLon> line, bool ring, std::span<const PointXY> plane, PlaneParts &out);

    const Projection &m_projection;
    const ProjectionDomain &m_domain;
    Options m_options;
    double m_straight;                 ///< degrees
    std::vector<PointXY> m_plane;      ///< room to work in
    std::vector<LatLon> m_middles;
    std::vector<PointXY> m_planeMiddles;
    std::vector<std::uint32_t> m_longEdges;
    std::size_t m_invalid = 0;
    std::size_t m_beyond = 0;
};

} // namespace ca
