// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/ProjWords.h"

namespace ca {

/// Where a projection tears the globe open; that decides how geometry is cut for it.
enum class ProjectionFamily {
    Sheet,       ///< cylindrical, pseudocylindrical, conic …: along the meridian opposite lon_0
    Azimuthal,   ///< shown as far as a circle around its centre
    Transverse,  ///< along the equator on the far side, more than 90° from lon_0
    Unknown      ///< found out by trying, see DomainMesh
};

/// Only projections that were checked place by place are known, and only without words that bend them out of shape; see
/// ProjectionDomainTest.
[[nodiscard]] ProjectionFamily projectionFamily(const ProjWords &words);

} // namespace ca
