// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>
#include <QPainter>

namespace ca {

/// Draws and writes figures. Files are written beside their target and renamed, so that a failure leaves
/// nothing broken behind. Blocking; may run on a worker thread.
namespace FigureWriter {

/// By suffix of @p path (.pdf is Pdf); fails for suffixes that are no known format.
Result<FigureFormat> formatFor(const QString &path);
/// Paints the whole page in logical pixels; the caller scales @p painter. A figure that cannot be composed leaves the
/// page empty. To paint the same figure more than once, keep a FigureComposition.
void paint(QPainter &painter, const Figure &figure);
/// The file's bytes. The resolution decides how many device pixels a logical pixel gets; SVG and PDF have
/// the page's size, 96 logical pixels to the inch, and do not depend on it. Warnings name what the page had no room for.
Result<QByteArray> encode(const Figure &figure, FigureFormat format, const WriteOptions &options = {});
Result<QByteArray> encode(const FigureComposition &composition, FigureFormat format, const WriteOptions &options = {});
/// Encodes by the suffix of @p path and writes, with the side files of a world file. Refused with the reason: more than 300
/// megapixels, unknown suffix, no such folder, not writable, disk full, cancelled. Files that were there stay then.
Result<Done> write(const Figure &figure, const QString &path, const WriteOptions &options = {});
/// The same of a figure that is composed already: its warnings are the caller's to tell.
Result<Done> write(const FigureComposition &composition, const QString &path, const WriteOptions &options = {});

} // namespace FigureWriter
} // namespace ca
