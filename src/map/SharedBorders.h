// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "map/PreparedLayer.h"

namespace ca {

/// Finds the stretches of border that neighbouring areas share (vertex for vertex), ranks each once, so that at no scale a
/// gap opens between neighbours, and lists each once, so that no border is drawn twice. @p level holds rings in its
/// shapes; their ranks (and where they begin) change, and its outlines are made.
void shareBorders(PreparedLevel &level, const CancelToken &cancel);

} // namespace ca
