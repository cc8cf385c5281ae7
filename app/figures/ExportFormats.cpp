// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ExportFormats.h"

#include "base/Tr.h"

#include <QLocale>

#include <cmath>

namespace ca {

QString resultText(const FigureFormatWords &format, QSizeF page, double dpi, bool worldFile)
{
    constexpr double mmPerPixel = 25.4 / 96;
    const auto pixels = [dpi](double side) { return std::lround(side * dpi / 96); };
    const bool frame = format.format == FigureFormat::GeoPdf || format.format == FigureFormat::Tiff || (worldFile && format.worldFile);
    if (frame)
        return tr("the map frame alone, at %1 dpi").arg(dpi);
    if (format.pixels)
        return tr("%1 × %2 pixels").arg(pixels(page.width())).arg(pixels(page.height()));
    const QLocale locale;
    return tr("%1 × %2 mm, sharp at every size").arg(locale.toString(page.width() * mmPerPixel, 'f', 0), locale.toString(page.height() * mmPerPixel, 'f', 0));
}

} // namespace ca
