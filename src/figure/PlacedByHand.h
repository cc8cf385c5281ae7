// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureLayout.h"

namespace ca {

/// Moves the elements that @p figure places by hand, sets them to the width they got, and says what hangs over; gives every
/// item its least size. Elements the page had no room for come back where they are placed.
void placeByHand(FigureLayout &layout, const Figure &figure, const FigureContent &content);

/// Room that an element needs at least: no word broken, and at the width of @p item nothing hangs over.
[[nodiscard]] QSizeF leastSize(const FigureLayout &layout, const FigureLayout::Item &item, const FigureContent &content);

} // namespace ca
