// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

namespace ca::pdffile {

/// One vector page with embedded fonts and selectable text, dated by the figure: the same figure gives the same bytes
/// whenever and wherever it is written.
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options = {});

} // namespace ca::pdffile
