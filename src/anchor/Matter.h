// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorDifference.h"

namespace ca {

/// The gravest matter in which two stretches of normalised text differ: a number, a negation (not, no,
/// never, n't; не, ни, нет; değil, yok, -ma-/-me-; deyil; չ-, ոչ), a unit, words, case, punctuation.
[[nodiscard]] AnchorDifference::Matter matterOf(const QString &before, const QString &after);

/// Number, negation or unit: what may turn a statement into another although few letters differ.
[[nodiscard]] bool isGrave(AnchorDifference::Matter matter);

} // namespace ca
