// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/CellGrid.h"
#include "geo/SphereFrame.h"

#include <memory>

namespace ca {

class DomainMesh;
class Projection;
class ProjWords;

/// A rectangle in a frame, degrees.
struct FrameRect {
    double west = -180, south = -90, east = 180, north = 90;
};

/// What of the Earth a projection can show, as a part of a SphereFrame: latitudes from south() to north(), and
/// whether the frame's meridian ±180 is torn open. So the antimeridian of a cylinder or cone, the horizon of an azimuthal
/// map and the far side of a transverse one are all straight lines here. Projections that fit no such frame have a
/// mesh of good cells besides. Immutable; thread-safe as far as the projection is.
class ProjectionDomain {
public:
    /// @p shifted: the projection goes through another datum, so that the tear is not exactly where its words say.
    /// Keeps a reference to @p projection, of which this is a part.
    ProjectionDomain(const Projection &projection, const ProjWords &words, bool shifted);
    ~ProjectionDomain();

    [[nodiscard]] const SphereFrame &frame() const { return m_frame; }
    [[nodiscard]] bool torn() const { return m_torn; }
    [[nodiscard]] double south() const { return m_south; }
    [[nodiscard]] double north() const { return m_north; }
    [[nodiscard]] FrameRect rect() const { return {-180, m_south, 180, m_north}; }
    [[nodiscard]] const DomainMesh *mesh() const { return m_mesh.get(); }

    /// True when all within @p box (west ≤ east) can be projected place by place, no tear between.
    [[nodiscard]] bool clear(const GeoBox &box) const { return m_cells.clear(box, m_seamIsExact); }
    [[nodiscard]] bool contains(LatLon p) const;
    /// Image of a place of the frame, kept within @p rect by a hair, so that places on its edge fall on its own side of
    /// a tear. NaN where there is none.
    [[nodiscard]] PointXY toPlane(FramePoint p, const FrameRect &rect) const;
    /// Plane metres per metre on the ground where the map is most like the globe: what "too far" is measured by.
    [[nodiscard]] double usualScale() const { return m_usualScale; }
    [[nodiscard]] const Projection &projection() const { return m_projection; }

private:
    void setSheet(const ProjWords &words);
    void setAzimuthal(const ProjWords &words);
    void setTransverse(const ProjWords &words);
    void setMesh(const ProjWords &words);
    void fillCells();
    [[nodiscard]] bool cellIsGood(int column, int row) const;
    [[nodiscard]] double meridionalScale(double lambda, double phi, double towards) const;
    [[nodiscard]] double limit(double lambda, double from, double to) const;

    const Projection &m_projection;
    SphereFrame m_frame;
    bool m_torn = true;
    bool m_seamIsExact = false;
    double m_inset;             ///< degrees
    double m_south = -90, m_north = 90;
    double m_usualScale = 1;
    CellGrid m_cells;
    std::unique_ptr<DomainMesh> m_mesh;
};

} // namespace ca
