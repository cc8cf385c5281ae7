// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/Box.h"
#include "geo/LatLon.h"

#include <QString>

#include <memory>
#include <span>

namespace ca {

/// One map projection: WGS 84 degrees to a plane and back, through PROJ. Axis order is
/// always easting, northing whatever the authority says. Immutable; a Projection may be
/// used from any thread at once (each thread gets its own PROJ context inside).
class Projection {
public:
    /// Lambert conformal conic, standard parallels 38 and 43 N, central meridian 45 E:
    /// scale error -0.10 to +0.15 % between 36.5 and 44.5 N.
    static QString defaultDefinition();
    /// Of PROJ, with the version of its database: the same definition may mean something else to another.
    static QString libraryVersion();

    /// @param definition anything PROJ reads: "EPSG:3857", "+proj=lcc +lat_1=38 …", WKT.
    /// Fails with PROJ's reason when the definition is unusable or is not projected in metres.
    static Result<std::shared_ptr<const Projection>> create(const QString &definition);

    /// Conformal conic with standard parallels one sixth in from the box's north and south.
    static QString conicFor(const GeoBox &box);

    ~Projection();
    [[nodiscard]] QString definition() const;
    /// Plain name for credits and status bar, e.g. "Lambert conformal conic 38/43° N, 45° E".
    [[nodiscard]] QString title() const;

    [[nodiscard]] PointXY forward(LatLon p) const;
    [[nodiscard]] LatLon inverse(PointXY p) const;
    /// Projects all of @p in into @p out (same length). Points that cannot be projected become NaN.
    void forward(std::span<const LatLon> in, std::span<PointXY> out) const;

    /// Plane bounds of a geographic box, found on its densified outline.
    [[nodiscard]] Box bounds(const GeoBox &box) const;
    /// Geographic bounds of a plane box, found on its densified outline; points without an inverse are left out.
    [[nodiscard]] GeoBox bounds(const Box &box) const;
    /// Angle of true north at @p p, degrees clockwise from the plane's y axis.
    [[nodiscard]] double convergence(LatLon p) const;

private:
    struct Private;
    explicit Projection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ca
