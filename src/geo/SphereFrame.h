// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <array>

namespace ca {

/// A place in a frame's own longitude and latitude, degrees. Longitudes of a line run on beyond ±180 instead of
/// jumping.
struct FramePoint {
    double lambda = 0;
    double phi = 0;
    bool operator==(const FramePoint &) const = default;
};

/// The point at the share @p t of the way.
[[nodiscard]] inline FramePoint between(FramePoint a, FramePoint b, double t)
{
    return {a.lambda + t * (b.lambda - a.lambda), a.phi + t * (b.phi - a.phi)};
}

/// Longitude and latitude about another pole and from another meridian, on the sphere of geodetic latitudes. In its
/// frame every projection of a family tears along the same lines. A value; thread-safe.
class SphereFrame {
public:
    /// The usual poles, longitudes counted from @p meridian (degrees east).
    [[nodiscard]] static SphereFrame upright(double meridian);
    /// North pole at @p pole; @p front lies on the frame's meridian 0.
    [[nodiscard]] static SphereFrame about(LatLon pole, LatLon front);

    [[nodiscard]] bool isUpright() const { return m_upright; }
    [[nodiscard]] double meridian() const { return m_meridian; }
    /// λ within −180..180 of a turned frame; of an upright one just counted from its meridian.
    [[nodiscard]] FramePoint toFrame(LatLon p) const;
    /// Longitude within −180..180.
    [[nodiscard]] LatLon fromFrame(FramePoint p) const;
    /// The frame's north pole.
    [[nodiscard]] LatLon pole() const;

private:
    bool m_upright = true;
    double m_meridian = 0;
    std::array<std::array<double, 3>, 3> m_axes{};  ///< unit vectors of x (front), y, z (pole)
};

/// @p lon moved by full circles into −180..180.
[[nodiscard]] double wrappedLongitude(double lon);
/// Angle between two places seen from the centre of the sphere, degrees.
[[nodiscard]] double sphereAngle(LatLon a, LatLon b);

} // namespace ca
