// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/ColumnValues.h"

namespace ca {

/// A column that was read as text and has nothing but numbers in it becomes one of numbers; 007 is a code, not a
/// number. Private to this room.
/// @param mark decimal mark.
void turnIntoNumbers(ColumnValues &column, char mark);

} // namespace ca
