// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ca {

/// A coordinate as people write it: 45.5, 45,5, +4.55e1, 4,427,757.2, 4 427 757,2, 45.5° E, 45°30'00"E, 45 30 00 W,
/// with the typographic signs too. South and west are negative. NaN when it is none of these. Private to this room.
[[nodiscard]] double parseCoordinate(std::string_view utf8);

} // namespace ca
