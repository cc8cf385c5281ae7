// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/Projection.h"

#include <QPointF>
#include <QSizeF>

#include <memory>

namespace ca {

/// Where the map looks; no widget, no pixels of a device. The spaces of the map room:
///
/// | space      | unit                        | origin, axes                        | type    |
/// |------------|-----------------------------|-------------------------------------|---------|
/// | geographic | degrees, WGS 84             | lat north, lon east                 | LatLon  |
/// | plane      | metres of the projection    | the projection's, x east, y north   | PointXY |
/// | screen     | logical pixels (1/96 inch)  | top left of the map, y down         | QPointF |
/// | device     | pixels of the paint device  | screen × device pixel ratio         | –       |
///
/// A value: copy it freely between threads.
struct MapView {
    std::shared_ptr<const Projection> projection;
    PointXY centre;                 ///< plane
    double metresPerPixel = 1000;   ///< plane metres per logical pixel
    QSizeF size{800, 500};          ///< logical pixels

    [[nodiscard]] QPointF toScreen(PointXY p) const
    {
        return {(p.x - centre.x) / metresPerPixel + size.width() / 2,
                (centre.y - p.y) / metresPerPixel + size.height() / 2};
    }
    [[nodiscard]] PointXY toPlane(QPointF s) const
    {
        return {centre.x + (s.x() - size.width() / 2) * metresPerPixel,
                centre.y - (s.y() - size.height() / 2) * metresPerPixel};
    }
    [[nodiscard]] QPointF toScreen(LatLon p) const { return toScreen(projection->forward(p)); }
    [[nodiscard]] LatLon toLatLon(QPointF s) const { return projection->inverse(toPlane(s)); }
    /// What is seen, plane metres.
    [[nodiscard]] Box box() const;

    [[nodiscard]] MapView panned(QPointF byPixels) const;
    /// Zoomed by @p factor (> 1 = closer) with the place under @p anchor staying there.
    [[nodiscard]] MapView zoomedAt(QPointF anchor, double factor) const;
    /// The same projection and size showing all of @p box with @p marginPixels around it.
    [[nodiscard]] MapView fitted(const Box &box, double marginPixels = 0) const;
    [[nodiscard]] MapView fitted(const GeoBox &box, double marginPixels = 0) const;
    /// Scale and centre kept within what the projection can show of @p world (1:5 000 to all of it). A centre or scale
    /// that is no number becomes the middle or the whole.
    [[nodiscard]] MapView limited(const GeoBox &world) const;

    /// Ground metres per logical pixel at @p at, along the parallel, measured on the ellipsoid.
    [[nodiscard]] double groundResolution(QPointF at) const;
    /// N of the true scale 1:N at the centre, for @p dpi logical pixels per inch.
    [[nodiscard]] double scaleDenominator(double dpi = 96) const;

    bool operator==(const MapView &) const = default;
};

/// Default extent: the South Caucasus, 40–52° E, 37.5–43.5° N.
[[nodiscard]] inline GeoBox defaultExtent() { return {40, 37.5, 52, 43.5}; }
/// What the base map covers, 14–88° E, 34–51° N.
[[nodiscard]] inline GeoBox worldExtent() { return {14, 34, 88, 51}; }

} // namespace ca
