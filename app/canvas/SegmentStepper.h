// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

class Session;

/// The segment that Tab goes to from the selected one: the next (or, with @p by = -1, the one before) in the
/// current corridor among those shown. Empty beyond the last, so that Tab can leave the map.
[[nodiscard]] QString steppedSegment(const Session &session, int by);

} // namespace ca
