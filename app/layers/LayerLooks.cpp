// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerLooks.h"

#include "layers/LoadedLayer.h"
#include "layers/OsmLooks.h"
#include "map/StyleProperties.h"

#include <array>

namespace ca {
namespace {

constexpr double areaOpacity = 0.3;

// Purple, brown, grey and green from ColorBrewer (Brewer 2013), sky blue from Okabe and Ito (2008): what their palettes have
// left beside the corridors' colours.
constexpr std::array<QRgb, 5> colors{0xff6a3d9a, 0xff8c510a, 0xff525252, 0xff56b4e9, 0xff4d7a21};

/// A column that names things, as data of the usual makers have it.
QString nameColumn(const LoadedLayer &layer)
{
    const QStringList columns = layer.columns();
    for (const char *usual : {"name", "name:en", "name_en", "title", "label"}) {
        for (const QString &column : columns) {
            if (column.compare(QLatin1String(usual), Qt::CaseInsensitive) == 0)
                return column;
        }
    }
    return {};
}

} // namespace

LayerStyle firstLook(const LoadedLayer &layer, std::size_t number)
{
    if (layer.table && osmlayers::isOsm(*layer.table)) {
        if (const std::optional<LayerStyle> look = osmlayers::look(layer.name, layer.state, layer.table->featureCount()))
            return *look;
    }
    LayerStyle style;
    const bool picture = layer.grid != nullptr;
    const GeometryKind kind = picture ? GeometryKind::Polygon : layer.table->kind;
    if (kind == GeometryKind::Point) {
        style.pointSize = 7;
        style.pointOutline = Qt::white;
    }
    style.line.width = picture || kind == GeometryKind::Point ? 0 : kind == GeometryKind::Line ? 1.6 : 1;
    if (kind == GeometryKind::Polygon && !picture)
        style.fill = Qt::black;
    setColor(style, QColor::fromRgb(colors[number % colors.size()]));
    style.label.color = QColor(0x33, 0x33, 0x33);
    style.label.halo = Qt::white;
    // Names of a few hundred things are of use; of a hundred thousand they are a question of scale, and the user's.
    if (layer.table && layer.table->featureCount() <= 500)
        style.labelColumn = nameColumn(layer);
    return style;
}

LayerStyle lookFrom(const QStringList &words)
{
    LayerStyle style;
    for (const QString &word : words)
        (void)styleproperties::set(style, word);
    return style;
}

QColor colorOf(const LayerStyle &style)
{
    QColor color = style.pointSize > 0 ? style.pointColor : style.line.width > 0 ? style.line.color : style.fill;
    color.setAlpha(255);
    return color;
}

void setColor(LayerStyle &style, const QColor &color)
{
    style.pointColor = style.line.color = color;
    if (style.fill.isValid()) {
        style.fill = color;
        style.fill.setAlphaF(float(areaOpacity));
    }
}

} // namespace ca
