// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/FeatureTable.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// The geometry of one feature, sorted by kind, with what was wrong about it. Coordinates are the layer's own: x in
/// lon, y in lat. Reused from feature to feature, so that its memory is. Private to this room.
class GeometryParts {
public:
    /// What was wrong, by the number of parts.
    struct Faults {
        std::uint32_t notNumbers = 0;
        std::uint32_t tooFewPoints = 0;
        std::uint32_t unclosed = 0;
        [[nodiscard]] bool any() const { return notNumbers + tooFewPoints + unclosed > 0; }
    };

    void clear();
    [[nodiscard]] bool empty() const;
    [[nodiscard]] const Faults &faults() const { return m_faults; }

    /// Adds a point; coordinates that are no numbers are a fault, unless both are NaN: that is an empty point.
    void addPoint(LatLon point);
    /// Adds a line. It ends where a vertex is no number and goes on behind it; pieces of one point are left out.
    void addLine(std::span<const LatLon> line);
    /// Adds a ring to the polygon begun by beginPolygon(), closed when it was not.
    void addRing(std::span<const LatLon> ring);
    void beginPolygon();
    /// A polygon with a ring that is not wholly known, or without a shell, is taken back: odd–even filling of
    /// the rest would show what is not there.
    void endPolygon();

    /// Appends what there is of @p kind to the feature of @p table begun last.
    void appendTo(FeatureTable &table, GeometryKind kind) const;
    [[nodiscard]] bool has(GeometryKind kind) const { return !m_kinds[std::size_t(kind)].ends.empty(); }

    /// Room for the part at hand of whoever fills this.
    std::vector<LatLon> scratch;

private:
    struct Kind {
        std::vector<LatLon> vertices;
        std::vector<std::uint32_t> ends;  ///< where in vertices each part ends
        void add(std::span<const LatLon> part);
    };
    Kind &of(GeometryKind kind) { return m_kinds[std::size_t(kind)]; }

    std::array<Kind, 3> m_kinds;
    Faults m_faults;
    std::size_t m_polygonRings = 0;     ///< rings there were before the polygon at hand
    std::size_t m_polygonVertices = 0;
    std::size_t m_ringsSeen = 0;        ///< of the polygon at hand
    bool m_polygonSound = true;
};

} // namespace ca
