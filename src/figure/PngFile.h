// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

namespace ca::pngfile {

inline constexpr double mostPixels = 300e6;

/// Opaque PNG with its resolution and text chunks (see FigureMetadata). Refused with the reason: more than 300
/// megapixels, no memory for the picture.
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options = {});

} // namespace ca::pngfile
