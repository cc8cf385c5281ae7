// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureMetadata.h"

#include <QByteArray>

/// What a PDF says about itself: the same in the document information and in XMP, dated by the figure.
namespace ca::pdfmetadata {

/// Dictionary of the document information.
[[nodiscard]] QByteArray information(const FigureMetadata &metadata, const QStringList &keywords);
/// XMP packet (ISO 16684-1).
[[nodiscard]] QByteArray xmp(const FigureMetadata &metadata, const QStringList &keywords);

} // namespace ca::pdfmetadata
