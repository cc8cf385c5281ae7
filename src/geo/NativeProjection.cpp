// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/NativeProjection.h"

#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double poleGap = 1e-10;  // radians: what PROJ takes for the pole

bool onlyKnownWords(const ProjWords &words)
{
    ProjWords rest = words;
    for (const char *key : {"lat_0", "lon_0", "lat_1", "lat_2", "lat_ts", "k", "k_0", "x_0", "y_0", "R"}) {
        // Degrees with minutes and whatever is no number are left to PROJ.
        if (rest.has(QLatin1String(key)) && !rest.number(QLatin1String(key)))
            return false;
        rest.remove({key});
    }
    rest.remove({"proj", "ellps"});
    return rest.join() == "+proj=";
}

/// Longitude differences as PROJ reduces them: −π and π stay what they are.
double wrapped(double lambda)
{
    if (std::abs(lambda) <= M_PI)
        return lambda;
    lambda += M_PI;
    lambda -= 2 * M_PI * std::floor(lambda / (2 * M_PI));
    return lambda - M_PI;
}

} // namespace

std::optional<NativeProjection> NativeProjection::of(const ProjWords &words)
{
    const QString name = words.projection();
    NativeProjection p;
    if (!onlyKnownWords(words) || !p.setEllipsoid(words))
        return std::nullopt;
    p.m_lon0 = words.angle(QStringLiteral("lon_0"), 0) * radiansPerDegree;
    p.m_lat0 = words.angle(QStringLiteral("lat_0"), 0) * radiansPerDegree;
    p.m_x0 = words.number(QStringLiteral("x_0")).value_or(0);
    p.m_y0 = words.number(QStringLiteral("y_0")).value_or(0);
    const double k = words.number(QStringLiteral("k_0")).value_or(words.number(QStringLiteral("k")).value_or(1));
    p.m_a *= k;
    const bool done = k > 0
        && (name == QLatin1String("lcc")                                            ? p.setConic(words)
                : name == QLatin1String("merc") || name == QLatin1String("webmerc") ? p.setMercator(words)
                : name == QLatin1String("eqc") && k == 1                            ? p.setEquirectangular(words)
                                                                                    : false);
    return done ? std::optional(p) : std::nullopt;
}

bool NativeProjection::setEllipsoid(const ProjWords &words)
{
    const QString ellps = words.text(QStringLiteral("ellps"));
    double flattening = 0;
    if (const auto radius = words.number(QStringLiteral("R"))) {
        m_a = *radius;
    } else if (ellps == QLatin1String("WGS84") || ellps == QLatin1String("GRS80")) {
        m_a = 6378137;
        flattening = ellps == QLatin1String("WGS84") ? 1 / 298.257223563 : 1 / 298.257222101;
    } else {
        return false;
    }
    m_es = words.projection() == QLatin1String("webmerc") ? 0 : flattening * (2 - flattening);
    return m_a > 0;
}

double NativeProjection::isometric(double sine, double cosine) const
{
    // ln tan(π/4 + |φ|/2) without cancellation at either pole, less the ellipsoid's share, e·artanh(e·sin φ), as a
    // series that is exact to 1e-14 for the flattening of the Earth.
    const double sphere = std::copysign(std::log((1 + std::abs(sine)) / cosine), sine);
    const double u = m_es * sine * sine;
    return sphere - m_es * sine * (1 + u * (1.0 / 3 + u * (1.0 / 5 + u * (1.0 / 7 + u / 9))));
}

double NativeProjection::parallelRadius(double latitude) const
{
    const double s = std::sin(latitude);
    return std::cos(latitude) / std::sqrt(1 - m_es * s * s);
}

double NativeProjection::latitudeOf(double isometric) const
{
    const double e = std::sqrt(m_es);
    double sine = std::tanh(isometric);
    // Each step gains two digits and more: the correction is a hundredth of what it corrects.
    for (int i = 0; i < 7; ++i)
        sine = std::tanh(isometric + e * std::atanh(e * sine));
    return std::atan(std::sinh(isometric + e * std::atanh(e * sine)));
}

bool NativeProjection::setMercator(const ProjWords &words)
{
    m_kind = Kind::Mercator;
    const double trueScale = words.number(QStringLiteral("lat_ts")).value_or(0);
    if (words.projection() == QLatin1String("merc"))
        m_a *= parallelRadius(trueScale * radiansPerDegree);
    return std::abs(trueScale) < 90;
}

bool NativeProjection::setEquirectangular(const ProjWords &words)
{
    m_kind = Kind::Equirectangular;
    const double trueScale = words.number(QStringLiteral("lat_ts")).value_or(0);
    m_n = std::cos(trueScale * radiansPerDegree);
    return std::abs(trueScale) < 90;
}

bool NativeProjection::setConic(const ProjWords &words)
{
    constexpr double leastDifference = 0.01;  // degrees: nearer parallels lose digits in the quotient below
    m_kind = Kind::Conic;
    const auto iso = [this](double phi) { return isometric(std::sin(phi), std::cos(phi)); };
    const double first = words.number(QStringLiteral("lat_1")).value_or(0);
    const double second = words.number(QStringLiteral("lat_2")).value_or(first);
    const bool near = first != second && std::abs(first - second) < leastDifference;
    if (std::abs(first + second) < leastDifference || std::abs(first) >= 90 || std::abs(second) >= 90 || near)
        return false;
    const double lat1 = first * radiansPerDegree, lat2 = second * radiansPerDegree;
    if (!words.has(QStringLiteral("lat_0")) && !words.has(QStringLiteral("lat_2")))
        m_lat0 = lat1;
    m_n = lat1 == lat2 ? std::sin(lat1)
                       : (std::log(parallelRadius(lat1)) - std::log(parallelRadius(lat2))) / (iso(lat2) - iso(lat1));
    m_scale = m_a * parallelRadius(lat1) * std::exp(m_n * iso(lat1)) / m_n;
    m_rho0 = M_PI / 2 - std::abs(m_lat0) < poleGap ? 0 : m_scale * std::exp(-m_n * iso(m_lat0));
    return true;
}

PointXY NativeProjection::conic(double lambda, double phi) const
{
    double rho = 0;
    if (M_PI / 2 - std::abs(phi) < poleGap) {
        if (phi * m_n <= 0)
            return {NAN, NAN};
    } else {
        rho = m_scale * std::exp(-m_n * isometric(std::sin(phi), std::cos(phi)));
    }
    return {m_x0 + rho * std::sin(m_n * lambda), m_y0 + m_rho0 - rho * std::cos(m_n * lambda)};
}

PointXY NativeProjection::mercator(double lambda, double phi) const
{
    return {m_x0 + m_a * lambda, m_y0 + m_a * isometric(std::sin(phi), std::cos(phi))};
}

template <class Formula>
void NativeProjection::run(std::span<const LatLon> in, std::span<PointXY> out, Formula formula) const
{
    for (std::size_t i = 0; i < in.size(); ++i) {
        const LatLon p = in[i];
        const bool usable = std::abs(p.lat) <= 90 && std::abs(p.lon) <= 360;  // false for NaN
        out[i] = usable ? formula(wrapped(p.lon * radiansPerDegree - m_lon0), p.lat * radiansPerDegree) : PointXY{NAN, NAN};
    }
}

void NativeProjection::forward(std::span<const LatLon> in, std::span<PointXY> out) const
{
    switch (m_kind) {
    case Kind::Conic:
        return run(in, out, [this](double lambda, double phi) { return conic(lambda, phi); });
    case Kind::Mercator:
        return run(in, out, [this](double lambda, double phi) { return mercator(lambda, phi); });
    case Kind::Equirectangular:
        return run(in, out, [this](double lambda, double phi) {
            return PointXY{m_x0 + m_a * m_n * lambda, m_y0 + m_a * (phi - m_lat0)};
        });
    }
}

LatLon NativeProjection::conicInverse(PointXY p) const
{
    const double sign = m_n < 0 ? -1 : 1;
    const double x = sign * (p.x - m_x0), y = sign * (m_rho0 - (p.y - m_y0));
    const double rho = sign * std::hypot(x, y);
    if (rho == 0)
        return {sign * 90, 0};
    const double lambda = std::atan2(x, y) / m_n;
    return {latitudeOf(-std::log(rho / m_scale) / m_n) / radiansPerDegree, std::abs(lambda) <= M_PI ? lambda : NAN};
}

LatLon NativeProjection::inverse(PointXY p) const
{
    LatLon place;  // its longitude in radians from the central meridian
    switch (m_kind) {
    case Kind::Conic:
        place = conicInverse(p);
        break;
    case Kind::Mercator:
        place = {latitudeOf((p.y - m_y0) / m_a) / radiansPerDegree, (p.x - m_x0) / m_a};
        break;
    case Kind::Equirectangular:
        place = {((p.y - m_y0) / m_a + m_lat0) / radiansPerDegree, (p.x - m_x0) / (m_a * m_n)};
        break;
    }
    constexpr double rounding = 1e-12;
    if (!(std::abs(place.lon) <= M_PI + rounding && std::abs(place.lat) <= 90 + rounding))
        return {};
    return {std::clamp(place.lat, -90.0, 90.0), std::clamp(wrapped(place.lon + m_lon0) / radiansPerDegree, -180.0, 180.0)};
}

} // namespace ca
