// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "store/Gdal.h"
#include "store/RasterReader.h"

namespace ca {

/// Fills the pixels of @p data.grid, whose size and the report's are set, from an opened picture: chooses the bands,
/// reduces, stretches, and notes in the report what it left aside. Private to this room.
[[nodiscard]] Result<Done> readPixels(GDALDatasetH dataset, RasterData &data, const CancelToken &cancel);

} // namespace ca
