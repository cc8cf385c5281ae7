// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigurePrint.h"

#include <QPageLayout>
#include <QPrinter>

#include <algorithm>

namespace ca::figureprint {

void setPaper(QPrinter &printer, const FigureComposition &figure)
{
    constexpr double mmPerPixel = 25.4 / 96;
    const QSizeF paper = figure.page * mmPerPixel;
    const bool wide = paper.width() > paper.height();
    // Paper is upright to printers; fuzzy, so that A4 is A4.
    const QPageSize size(wide ? paper.transposed() : paper, QPageSize::Millimeter, QString(), QPageSize::FuzzyMatch);
    printer.setPageLayout({size, wide ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()});
    printer.setFullPage(true);
    if (!figure.content.title.isEmpty())
        printer.setDocName(figure.content.title);
}

bool print(QPrinter &printer, const FigureComposition &figure)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const QRectF paper = printer.pageLayout().fullRectPixels(printer.resolution());
    const double scale = std::min({printer.resolution() / 96.0, paper.width() / figure.page.width(), paper.height() / figure.page.height()});
    painter.translate((paper.width() - figure.page.width() * scale) / 2, (paper.height() - figure.page.height() * scale) / 2);
    painter.scale(scale, scale);
    figure.paint(painter, scale);
    return painter.end();
}

} // namespace ca::figureprint
