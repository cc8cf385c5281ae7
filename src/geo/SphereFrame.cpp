// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/SphereFrame.h"

#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

using Vector = std::array<double, 3>;
Vector vectorOf(LatLon p)
{
    const double c = std::cos(p.lat * radiansPerDegree);
    return {c * std::cos(p.lon * radiansPerDegree), c * std::sin(p.lon * radiansPerDegree), std::sin(p.lat * radiansPerDegree)};
}

double dot(const Vector &a, const Vector &b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vector cross(const Vector &a, const Vector &b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

Vector unit(const Vector &a)
{
    const double length = std::sqrt(dot(a, a));
    return {a[0] / length, a[1] / length, a[2] / length};
}

/// Latitude from the vector without losing digits at the poles.
double latitudeOf(double x, double y, double z)
{
    return std::atan2(z, std::hypot(x, y)) / radiansPerDegree;
}

} // namespace

double wrappedLongitude(double lon)
{
    return lon >= -180 && lon <= 180 ? lon : lon - 360 * std::floor((lon + 180) / 360);
}

double sphereAngle(LatLon a, LatLon b)
{
    const Vector u = vectorOf(a), v = vectorOf(b), w = cross(u, v);
    return std::atan2(std::sqrt(dot(w, w)), dot(u, v)) / radiansPerDegree;
}

SphereFrame SphereFrame::upright(double meridian)
{
    SphereFrame frame;
    frame.m_meridian = meridian;
    return frame;
}

SphereFrame SphereFrame::about(LatLon pole, LatLon front)
{
    SphereFrame frame;
    frame.m_upright = false;
    const Vector z = vectorOf(pole);
    const Vector y = unit(cross(z, vectorOf(front)));
    frame.m_axes = {cross(y, z), y, z};
    return frame;
}

FramePoint SphereFrame::toFrame(LatLon p) const
{
    if (m_upright)
        return {p.lon - m_meridian, p.lat};
    const Vector v = vectorOf(p);
    const double x = dot(v, m_axes[0]), y = dot(v, m_axes[1]), z = dot(v, m_axes[2]);
    return {std::atan2(y, x) / radiansPerDegree, latitudeOf(x, y, z)};
}

LatLon SphereFrame::fromFrame(FramePoint p) const
{
    if (m_upright)
        return {p.phi, wrappedLongitude(p.lambda + m_meridian)};
    const Vector f = vectorOf({p.phi, p.lambda});
    Vector v{};
    for (std::size_t i = 0; i < 3; ++i)
        v[i] = f[0] * m_axes[0][i] + f[1] * m_axes[1][i] + f[2] * m_axes[2][i];
    return {latitudeOf(v[0], v[1], v[2]), std::atan2(v[1], v[0]) / radiansPerDegree};
}

LatLon SphereFrame::pole() const
{
    return fromFrame({0, 90});
}

} // namespace ca
