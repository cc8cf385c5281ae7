// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/WriteOptions.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// What a format of figures is called, and what can be chosen for it.
struct FigureFormatWords {
    FigureFormat format = FigureFormat::Png;
    QString id;      ///< "png", "svg", "pdf", "geopdf", "tiff", "pptx", "docx"
    QString suffix;  ///< of its files, without dot
    QString title;   ///< for people
    bool pixels = true;      ///< is made of pixels, wholly or in its picture: resolution matters
    bool outlines = false;   ///< can have text as outlines
    bool worldFile = false;  ///< can be the map frame with a world file
};

/// All of them, in the order in which people are shown them.
[[nodiscard]] const std::vector<FigureFormatWords> &figureFormats();
[[nodiscard]] const FigureFormatWords &wordsOf(FigureFormat format);
[[nodiscard]] std::optional<FigureFormat> figureFormatFromId(const QString &id);
[[nodiscard]] QStringList figureFormatIds();

} // namespace ca
