// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "figure/FigureView.h"

#include <optional>

namespace ca {

/// GeoPdf and Tiff hold the map frame with its place on the earth.
enum class FigureFormat { Png, Svg, Pdf, GeoPdf, Tiff, Pptx, Docx };

struct WriteOptions {
    std::optional<FigureFormat> format;  ///< none = by the suffix of the file
    double dpi = 96;                ///< of pictures: device pixels of an inch of the page; 10 to 1200
    bool textAsOutlines = false;    ///< SVG: glyphs as paths, for programs without the fonts
    bool worldFile = false;         ///< PNG and TIFF: the map frame alone, with its place in a world file and .aux.xml beside it
    std::optional<FigureView> view; ///< goes into the file, so that it can be taken up again
    CancelToken cancel;
};

} // namespace ca
