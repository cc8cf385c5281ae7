// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/Figure.h"

#include <QImage>
#include <QPainter>

namespace ca {

enum class FigureFormat { Png, Svg, Pdf };

/// Draws and writes figures. Files are written beside their target and renamed, so that a failure leaves
/// nothing broken behind. Blocking; may run on a worker thread.
namespace FigureWriter {

/// By suffix of @p path; fails for suffixes that are no known format.
Result<FigureFormat> formatFor(const QString &path);
/// Paints the whole page in logical pixels; the caller scales @p painter.
void paint(QPainter &painter, const Figure &figure);
/// @p dpi decides only how many device pixels a logical pixel gets (PNG) and the nominal size.
/// Refused with the reason: more than 300 megapixels, unwritable folder.
Result<Done> write(const Figure &figure, const QString &path, double dpi = 96);

} // namespace FigureWriter
} // namespace ca
