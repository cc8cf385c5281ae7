// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/FigurePicture.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

namespace ca::pngfile {

/// PNG of the page, or of the map frame alone for a world file, with its resolution, text chunks (see FigureMetadata)
/// and evidence. The pixels are those of FigureComposition::paint on a QImage of the same size. Refused as FigurePicture says, and with
/// "cancelled".
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options = {});

/// Of any picture, with its resolution and nothing else. Refused for want of memory, and with "cancelled".
[[nodiscard]] Result<QByteArray> encode(const FigurePicture &picture, const WriteOptions &options);

} // namespace ca::pngfile
