// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"

class QPrinter;

namespace ca::figureprint {

/// Paper of the figure's size without margins, for a printer that can do it.
void setPaper(QPrinter &printer, const FigureComposition &figure);
/// Prints in true size, centred, or smaller where the paper is. False when printing cannot begin. Any thread.
[[nodiscard]] bool print(QPrinter &printer, const FigureComposition &figure);

} // namespace ca::figureprint
