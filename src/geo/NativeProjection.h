// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"
#include "geo/ProjWords.h"

#include <optional>
#include <span>

namespace ca {

/// Closed formulas of the projections that maps are mostly drawn in: Lambert conformal conic, Mercator, Web
/// Mercator, equirectangular (Snyder 1987, §§ 15, 7, 12). They give what PROJ gives at a fraction of its cost per
/// point, and spare the start of the program PROJ's database. A value; thread-safe.
class NativeProjection {
public:
    /// None when @p words are not one of these projections on the WGS 84 or GRS 80 ellipsoid or a sphere of
    /// their own, hold a word that is not understood, or numbers that PROJ would refuse.
    [[nodiscard]] static std::optional<NativeProjection> of(const ProjWords &words);

    /// Same lengths; degrees to metres. NaN for what is undefined or has no image.
    void forward(std::span<const LatLon> in, std::span<PointXY> out) const;
    /// Undefined beyond the edges of the plane's image.
    [[nodiscard]] LatLon inverse(PointXY p) const;

private:
    enum class Kind { Conic, Mercator, Equirectangular };
    bool setEllipsoid(const ProjWords &words);
    bool setMercator(const ProjWords &words);
    bool setConic(const ProjWords &words);
    bool setEquirectangular(const ProjWords &words);
    [[nodiscard]] double isometric(double sine, double cosine) const;
    [[nodiscard]] double parallelRadius(double latitude) const;
    [[nodiscard]] double latitudeOf(double isometric) const;
    [[nodiscard]] LatLon conicInverse(PointXY p) const;
    [[nodiscard]] PointXY conic(double lambda, double phi) const;
    [[nodiscard]] PointXY mercator(double lambda, double phi) const;
    template <class Formula> void run(std::span<const LatLon> in, std::span<PointXY> out, Formula formula) const;

    Kind m_kind = Kind::Conic;
    double m_a = 0;             ///< semi-major axis, metres, times the scale factor
    double m_es = 0;            ///< squared eccentricity
    double m_lon0 = 0;          ///< radians
    double m_lat0 = 0;          ///< radians
    double m_x0 = 0, m_y0 = 0;  ///< metres
    double m_n = 0;             ///< conic: the cone's constant; equirectangular: cos lat_ts
    double m_scale = 0;         ///< conic: metres
    double m_rho0 = 0;          ///< conic: metres
};

} // namespace ca
