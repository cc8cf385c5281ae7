// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

namespace ca::docxfile {

/// A text document (ECMA-376, WordprocessingML) on the figure's page, or on A4 where that is smaller than a sheet: title as
/// heading, the map with its legend as a picture of WriteOptions::dpi with a caption, the numbered sources as a list with
/// links, credits and disclaimer as text, the evidence in a custom XML part. The same figure gives the same bytes.
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options = {});

} // namespace ca::docxfile
