// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "atlas/BaseMap.h"
#include "base/CancelToken.h"
#include "geo/Projection.h"
#include "geo/SpatialIndex.h"
#include "map/BaseLayers.h"

#include <memory>
#include <optional>
#include <vector>

namespace ca {

/// The atlas projected once: every vertex in plane metres with its importance, every part boxed and
/// indexed. Immutable; shared between threads by const pointer. Painting never projects.
class Scene {
public:
    /// Blocking (some 100 ms, nearly all of it for the base map); run it on a worker. Null when cancelled.
    static std::shared_ptr<const Scene> build(std::shared_ptr<const Atlas> atlas,
                                              std::shared_ptr<const BaseMap> baseMap,
                                              std::shared_ptr<const Projection> projection,
                                              const CancelToken &cancel = {});
    /// The same over a base map prepared before, in the same projection.
    static std::shared_ptr<const Scene> build(std::shared_ptr<const Atlas> atlas,
                                              std::shared_ptr<const PreparedBase> base,
                                              std::shared_ptr<const Projection> projection,
                                              const CancelToken &cancel = {});
    ~Scene();

    [[nodiscard]] const Atlas &atlas() const;
    [[nodiscard]] const std::shared_ptr<const Projection> &projection() const;

    /// From a vertex of the segment's line (all legs, shared vertices once) on, the lane of a strand.
    struct LaneRun {
        std::size_t firstVertex = 0;
        double lane = 0;              ///< 0 = on the line; ±0.5, ±1 …; when all corridors are shown
        std::vector<int> corridors;   ///< ranks of those on the track in the order of their lanes; this strand's among them
        double side = 1;              ///< +1: lanes count up to the left of the line's way, -1: to its right
        double from = 0;              ///< where it begins, in vertices of the line with a fraction (2.5: half-way 2 to 3)
    };
    /// What an end of a strand is bound to, so that all strands of a corridor that meet in a place meet exactly.
    struct LaneJoint {
        static constexpr std::size_t none = std::size_t(-1);
        std::size_t strand = none;    ///< in strands(): the one whose lane counts there; none = bound to nothing
        std::size_t vertex = 0;       ///< of that strand's segment's line
        std::size_t onward = none;    ///< the strand that carries on from there; none = nothing, or it is no end of strand
        bool onwardFromStart = true;  ///< by its first vertex, else its last
    };
    /// One corridor's share of a segment's line. Corridors on the same track lie side by side: the
    /// painter moves each by lane × strand spacing to the left of the line.
    struct Strand {
        QString corridor;
        std::size_t segment = 0;      ///< index in atlas().data().segments
        double lane = 0;              ///< of its longest stretch
        Mode mode = Mode::Other;
        Status status = Status::Unknown;
        Role role = Role::Main;
        int corridorRank = 0;         ///< place of the corridor in the atlas' order
        std::vector<LaneRun> laneRuns;  ///< ascending; at least one for a segment with a line
        LaneJoint start{}, end{};     ///< of the segment's line
    };
    struct LegLine {
        std::size_t segment = 0;
        std::size_t leg = 0;
        PlaneLine line;
        std::vector<float> rank;      ///< metres, see vertexRanks()
        Box box;
        std::vector<double> along;    ///< geodesic metres from the segment's start, one per vertex
        Precision precision = Precision::Schematic;
        std::optional<Status> status{};  ///< its own; none = that of its strands
        double errorMetres = 0;       ///< guessed error of an estimated leg; 0 = not given
        bool torn = false;            ///< the map is torn open along its first edge: not a line on it
    };
    /// A segment's legs (neighbours in legs(); one that crosses a tear of the map is several) and strands.
    struct SegmentShape {
        std::size_t firstLeg = 0;
        std::size_t legCount = 0;
        std::vector<std::size_t> strands;
        Box box;
    };
    struct WaypointMark {
        const Waypoint *waypoint = nullptr;  ///< owned by the atlas
        PointXY at;
        std::vector<std::size_t> segments;   ///< that pass through it, ascending
        bool end = false;                    ///< first or last of one of them
    };
    struct SubjectMark {
        const Subject *subject = nullptr;    ///< owned by the atlas
        PointXY at;
    };
    [[nodiscard]] const std::vector<Strand> &strands() const;
    [[nodiscard]] const std::vector<LegLine> &legs() const;
    [[nodiscard]] const SpatialIndex &legIndex() const;
    [[nodiscard]] const std::vector<SegmentShape> &shapes() const;  ///< one per segment, same order
    [[nodiscard]] const std::vector<WaypointMark> &waypoints() const;
    [[nodiscard]] const std::vector<SubjectMark> &subjects() const;
    /// The land, water and places under the segments.
    [[nodiscard]] const PreparedBase &base() const;
    /// A layer of the base by id; null when there is none.
    [[nodiscard]] const PreparedLayer *layer(const QString &id) const { return base().layer(id); }
    /// Plane bounds of segments (ids) or of a subject's place; empty when it has none.
    [[nodiscard]] Box boundsOf(const QStringList &ids) const;

private:
    friend class SceneBuilder;
    Scene();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ca
