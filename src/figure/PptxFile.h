// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

namespace ca::pptxfile {

/// A presentation of one slide of the figure's size (ECMA-376, PresentationML): title, subtitle, source line and
/// disclaimer as text where the figure has them, the rest as a picture of WriteOptions::dpi, all sources in the speaker
/// notes, the evidence in a custom XML part. Pages beyond what slides may measure (1 to 56 inches) are scaled.
/// The same figure gives the same bytes.
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options = {});

} // namespace ca::pptxfile
