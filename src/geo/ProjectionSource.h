// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/DatumTransform.h"
#include "geo/ProjWords.h"

#include <array>

namespace ca {

/// What a definition means.
struct ProjectionSource {
    QString definition;  ///< tidied, equal for equal input
    QString title;
    ProjWords words;     ///< of the projection itself; empty when PROJ cannot put it so
    QByteArray plain;    ///< radians on WGS 84 to metres east and north; empty when the datum differs
    std::shared_ptr<DatumTransform> transform;  ///< without @c plain
    std::array<double, 4> axes{1, 0, 0, 1};     ///< with @c transform: x = a0·u + a1·v, y = a2·u + a3·v, metres
};

/// Reads anything PROJ reads, and a bare number as an EPSG code. Geographic systems are taken as plate carrée.
/// Fails with PROJ's reason.
[[nodiscard]] Result<ProjectionSource> readProjection(const QString &definition);

} // namespace ca
