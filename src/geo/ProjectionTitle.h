// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/ProjWords.h"

namespace ca {

/// Plain name of a projection given in PROJ's words, "Lambert conformal conic 38/43° N, 45° E"; empty for
/// those the program has no words for.
[[nodiscard]] QString projectionTitle(const ProjWords &words);

} // namespace ca
