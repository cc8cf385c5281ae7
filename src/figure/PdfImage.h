// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/PdfDocument.h"

class QImage;

namespace ca::pdf {

/// Adds @p image to @p document, what is translucent as a mask of its own; pictures like photographs as JPEG where that is far
/// smaller. Returns its number.
[[nodiscard]] int addImage(PdfDocument &document, const QImage &image);

} // namespace ca::pdf
