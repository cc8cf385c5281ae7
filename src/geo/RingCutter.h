// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/PlanePath.h"

namespace ca {

/// Cuts the rings of one polygon for a projection's domain. Each ring is cut by itself: filled by the odd–even rule, the
/// pieces of all together are the pieces of the polygon. One thread at a time.
class RingCutter {
public:
    /// @p tolerance in plane metres. Everything outlives the cutter.
    RingCutter(const ProjectionDomain &domain, double tolerance, PlaneParts &out);

    /// @p ring is clean and not closed. @p southInside: which pole it encloses if it goes around the Earth's axis.
    /// @p cut: its outline runs along a cut already.
    void add(std::span<const LatLon> ring, bool southInside, bool cut);
    /// Call after the last ring: adds the outline of the domain when all of it lies inside.
    void finish();
    /// Adds the outline of the domain.
    void addWorld();

private:
    void addTorn(FramePath path, bool northInside, bool cut);
    void addWhole(const FramePath &path, bool centreInside, bool cut);
    void addStrip(const FramePath &strip, bool cut);
    void addBlock(const FramePath &ring, int c0, int r0, int c1, int r1);
    void addSquares(const FramePath &ring, int column, int row, int x, int y, int size);
    void emitRect(const FramePath &ring, const FrameRect &rect, bool cut);

    const ProjectionDomain &m_domain;
    double m_toleranceDegrees;
    PlanePath m_path;
    bool m_flipped = false;  ///< what has been added is the complement of what should be
};

} // namespace ca
