// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "atlas/BaseMap.h"
#include "base/CancelToken.h"
#include "geo/Projection.h"
#include "geo/SpatialIndex.h"

#include <memory>
#include <vector>

namespace ca {

/// The atlas projected once: every vertex in plane metres with its importance, every part boxed and
/// indexed. Immutable; shared between threads by const pointer. Painting never projects.
class Scene {
public:
    /// Blocking (some 100 ms); run it on a worker. Null when cancelled.
    static std::shared_ptr<const Scene> build(std::shared_ptr<const Atlas> atlas,
                                              std::shared_ptr<const BaseMap> baseMap,
                                              std::shared_ptr<const Projection> projection,
                                              const CancelToken &cancel = {});
    ~Scene();

    [[nodiscard]] const Atlas &atlas() const;
    [[nodiscard]] const BaseMap &baseMap() const;
    [[nodiscard]] const std::shared_ptr<const Projection> &projection() const;

    /// One corridor's share of a segment's line. Corridors on the same track lie side by side: the
    /// painter moves each by @c lane × strand spacing to the left of the line.
    struct Strand {
        QString corridor;
        std::size_t segment = 0;      ///< index in atlas().data().segments
        double lane = 0;              ///< 0 = on the line; ±0.5, ±1 …
    };
    struct LegLine {
        std::size_t segment = 0;
        std::size_t leg = 0;
        PlaneLine line;
        std::vector<float> rank;      ///< metres, see vertexRanks()
        Box box;
        double startLength = 0;       ///< plane metres of the segment before this leg (dash phase)
    };
    [[nodiscard]] const std::vector<Strand> &strands() const;
    [[nodiscard]] const std::vector<LegLine> &legs() const;
    /// Plane bounds of segments (ids) or of a subject's place; empty when it has none.
    [[nodiscard]] Box boundsOf(const QStringList &ids) const;

    /// One level of one base layer.
    struct Layer;
    [[nodiscard]] const Layer *layer(const QString &id, double metresPerPixel) const;

private:
    friend class SceneBuilder;
    Scene();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ca
