// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/Box.h"
#include "geo/LatLon.h"

#include <QString>

#include <memory>
#include <span>

namespace ca {

class ProjectionDomain;

/// One map projection: WGS 84 degrees to a plane and back, through PROJ. Axis order is
/// always easting, northing and the unit always the metre, whatever the authority says. Immutable; a Projection may
/// be used from any thread at once (each thread gets its own PROJ context inside).
class Projection {
public:
    /// Lambert conformal conic, standard parallels 38 and 43 N, central meridian 45 E:
    /// scale error -0.10 to +0.15 % between 36.5 and 44.5 N.
    static QString defaultDefinition();

    /// @param definition anything PROJ reads: "EPSG:3857", "3857", "+proj=lcc +lat_1=38 …", WKT. Geographic
    /// systems are drawn as plate carrée. Fails with PROJ's reason when the definition is unusable.
    static Result<std::shared_ptr<const Projection>> create(const QString &definition);

    /// Conformal conic with standard parallels one sixth in from the box's north and south, its central meridian in
    /// the middle; Mercator where the box lies evenly over the equator, stereographic where it holds a pole.
    static QString conicFor(const GeoBox &box);

    ~Projection();
    [[nodiscard]] QString definition() const;
    /// All that images depend on: what is carried out, and by which version of PROJ. Equal for what may be kept and used again.
    [[nodiscard]] QByteArray recipe() const;
    /// Plain name for credits and status bar, e.g. "Lambert conformal conic 38/43° N, 45° E".
    [[nodiscard]] QString title() const;

    [[nodiscard]] PointXY forward(LatLon p) const;
    /// Undefined where the plane shows no place, and for places whose image lies elsewhere.
    [[nodiscard]] LatLon inverse(PointXY p) const;
    /// Projects all of @p in into @p out (same length). Points that cannot be projected become NaN. Longitudes may go
    /// round to ±360. Places beyond domain() may have an image all the same; GeometryProjector leaves them out.
    void forward(std::span<const LatLon> in, std::span<PointXY> out) const;

    /// What of the Earth the map can show and where the globe is torn open for it.
    [[nodiscard]] const ProjectionDomain &domain() const;
    /// Plane bounds of everything that can be shown; finite.
    [[nodiscard]] Box validBox() const;
    /// Plane bounds of what can be shown of a geographic box. East may be above 180 for a box across the antimeridian.
    [[nodiscard]] Box bounds(const GeoBox &box) const;
    /// Geographic bounds of what a plane box shows, found on a grid over it: full circles where it holds a pole, east
    /// above 180 where it lies across the antimeridian; empty where it shows nothing.
    [[nodiscard]] GeoBox bounds(const Box &box) const;
    /// Angle of true north at @p p, degrees clockwise from the plane's y axis; at a pole, along the meridian of
    /// @p p. NaN where the projection has no answer.
    [[nodiscard]] double convergence(LatLon p) const;

private:
    struct Private;
    explicit Projection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ca
