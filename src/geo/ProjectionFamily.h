// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

/// Where a projection tears the globe open; that decides how geometry is cut for it.
enum class ProjectionFamily {
    Sheet,       ///< cylindrical, pseudocylindrical, conic …: along the meridian opposite lon_0
    Azimuthal,   ///< shown as far as a circle around its centre
    Transverse,  ///< along the equator on the far side, more than 90° from lon_0
    Unknown      ///< found out by trying, see DomainMesh
};

/// @param name PROJ's, "lcc". Only projections that were checked point by point are listed; see DomainTest.
[[nodiscard]] ProjectionFamily projectionFamily(const QString &name);

} // namespace ca
