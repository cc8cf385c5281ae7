// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

namespace ca::pdffile {

/// One vector page: named layers, selectable text that is found once, fonts cut down and embedded, sources that are links,
/// metadata (also as XMP), and attached the evidence (corridor-atlas.json), the sources as CSL-JSON and as text. Dated by
/// the figure: the same figure gives the same bytes whenever and wherever it is written.
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options = {});

} // namespace ca::pdffile
