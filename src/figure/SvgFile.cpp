// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgFile.h"

#include "citation/WellFormed.h"
#include "figure/FigureEvidence.h"
#include "figure/FigureMetadata.h"
#include "figure/SvgEngine.h"
#include "figure/SvgMetadata.h"
#include "figure/SvgPath.h"
#include "figure/SvgText.h"

namespace ca::svgfile {

namespace {

constexpr double svgDeviceScale = 2;  ///< lines are drawn as finely as on a screen of twice the density

/// Ligatures are off in what was measured: a reader that formed them would set other widths.
QByteArray openingTag(QSizeF page)
{
    const QByteArray width = svgpath::number(page.width(), 3), height = svgpath::number(page.height(), 3);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
           " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" version=\"1.1\" width=\""
        + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height + "\" font-family=\"" + svgtext::defaultFamilies()
        + "\" text-rendering=\"geometricPrecision\" style=\"font-variant-ligatures:none\">\n";
}

QByteArray element(const QByteArray &name, const QString &text)
{
    return " <" + name + '>' + xmlEscaped(text).toUtf8() + "</" + name + ">\n";
}

} // namespace

Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options)
{
    SvgEngine engine(options.textAsOutlines);
    PageDevice device(figure.page, engine);
    QPainter painter(&device);
    figure.paint(painter, svgDeviceScale);
    painter.end();
    const FigureMetadata metadata = FigureMetadata::of(figure);
    QByteArray svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + openingTag(figure.page);
    svg += element("title", metadata.title) + element("desc", metadata.description + u'\n' + metadata.credits);
    svg += svgmetadata::element(metadata, FigureEvidence::of(figure, options.view).toJson());
    if (const QByteArray definitions = engine.definitions(); !definitions.isEmpty())
        svg += " <defs>" + definitions + "\n </defs>";
    return svg + engine.elements() + "</svg>\n";
}

} // namespace ca::svgfile
