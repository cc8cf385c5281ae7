// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/NativeProjection.h"
#include "geo/ProjectionSource.h"

namespace ca {

/// Carries out what a ProjectionSource says, degrees to metres and back. PROJ's objects must not be shared between
/// threads: each thread keeps its own, found by a serial number. Immutable; thread-safe.
class ProjectionTransform {
public:
    /// Keeps a reference to @p source.
    explicit ProjectionTransform(const ProjectionSource &source);

    /// Empty when it works, else PROJ's reason why it does not.
    [[nodiscard]] QString complaint() const { return m_complaint; }
    [[nodiscard]] bool hasInverse() const { return m_hasInverse; }
    /// Same lengths. NaN for what is no place or has no image.
    void forward(std::span<const LatLon> in, std::span<PointXY> out) const;
    /// PROJ's answer as it is, which may be a place whose image lies elsewhere; undefined when there is none.
    [[nodiscard]] LatLon inverse(PointXY p) const;

private:
    struct Tools;
    [[nodiscard]] Tools &tools() const;
    void forwardPlain(std::span<const LatLon> in, std::span<PointXY> out) const;
    void forwardShifted(std::span<const LatLon> in, std::span<PointXY> out) const;
    [[nodiscard]] LatLon inversePlain(PointXY p) const;
    [[nodiscard]] LatLon inverseShifted(PointXY p) const;

    const ProjectionSource &m_source;
    std::optional<NativeProjection> m_native;  ///< if there is one, PROJ is never asked
    quint64 m_serial = 0;
    QString m_complaint;
    bool m_hasInverse = true;
};

} // namespace ca
