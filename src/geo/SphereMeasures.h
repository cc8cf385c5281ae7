// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace ca {

constexpr double radiansPerDegree = M_PI / 180;
constexpr double metresPerDegree = 111195;  ///< of a great circle of the sphere, radius 6,371 km

} // namespace ca
