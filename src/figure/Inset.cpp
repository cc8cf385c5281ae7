// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Inset.h"

#include "figure/NullDevice.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double widening = 4;        ///< width and height of the region over those of the frame
constexpr double leastWidening = 2.2; ///< under that, a locator says nothing
constexpr double smallestType = 8;    ///< 6 pt, layout units
constexpr double smallestFrame = 7;   ///< of the rectangle, layout units: it has to be found

/// What it shows, plane metres; none where it is hardly wider than the map.
std::optional<Box> regionOf(const MapView &view)
{
    const Box frame = view.box();
    const PointXY centre = view.centre;
    const double width = frame.width() * widening / 2, height = frame.height() * widening / 2;
    Box region{centre.x - width, centre.y - height, centre.x + width, centre.y + height};
    const Box world = view.projection->bounds(worldExtent()), home = view.projection->bounds(defaultExtent());
    region = {std::max(region.minX, world.minX), std::max(region.minY, world.minY), std::min(region.maxX, world.maxX), std::min(region.maxY, world.maxY)};
    if (!home.empty() && frame.intersects(home))
        region.extend(home);
    const bool wider = region.width() >= frame.width() * leastWidening || region.height() >= frame.height() * leastWidening;
    return region.empty() || !wider ? std::nullopt : std::optional(region);
}

RenderRequest locator(const RenderRequest &request)
{
    RenderRequest map = request;
    map.highlight = {};
    map.userLayers.clear();
    map.cornerCredit = false;
    for (const char *layer : {"rivers", "places", "stations", "symbols", "graticule"})
        map.visibility.hiddenLayers.insert(QLatin1String(layer));
    return map;
}

/// Country names only, wherever the lines are: these are thin.
std::vector<PlacedLabel> countriesOf(RenderRequest map)
{
    for (const Subject *corridor : map.scene->atlas().corridors())
        map.visibility.hiddenCorridors.insert(corridor->id);
    for (const char *layer : {"seas", "lakes"})
        map.visibility.hiddenLayers.insert(QLatin1String(layer));
    std::vector<PlacedLabel> labels = map.labels ? LabelLayout::place(map) : std::vector<PlacedLabel>();
    std::erase_if(labels, [](const PlacedLabel &label) { return label.style != QLatin1String("country"); });
    return labels;
}

QRectF frameIn(const RenderRequest &map, const MapView &of, double scale)
{
    const Box box = of.box();
    QRectF frame = QRectF(map.view.toScreen(PointXY{box.minX, box.maxY}), map.view.toScreen(PointXY{box.maxX, box.minY}));
    const double least = smallestFrame / scale;
    const double wide = std::max(0.0, least - frame.width()) / 2, tall = std::max(0.0, least - frame.height()) / 2;
    return frame.adjusted(-wide, -tall, wide, tall);
}

} // namespace

std::optional<Inset> Inset::of(const RenderRequest &request, QSizeF size)
{
    const std::optional<Box> region = regionOf(request.view);
    if (!region || size.isEmpty())
        return std::nullopt;
    Inset inset;
    inset.map = locator(request);
    inset.scale = std::clamp(smallestType / std::max(1.0, request.style->text(QStringLiteral("country")).size), 0.25, 1.0);
    inset.map.view.size = size / inset.scale;
    inset.map.view = inset.map.view.fitted(*region);
    inset.frame = frameIn(inset.map, request.view, inset.scale);
    inset.labels = countriesOf(inset.map);
    NullDevice device(inset.map.view.size.toSize());
    QPainter painter(&device);
    inset.drawn = MapPainter::paint(painter, inset.map, inset.labels);
    return inset;
}

QSizeF Inset::naturalSize(const RenderRequest &request, QSizeF frame)
{
    const std::optional<Box> region = regionOf(request.view);
    const double aspect = region ? std::clamp(region->width() / region->height(), 0.8, 1.6) : 1.3;
    const double area = std::clamp(frame.width() * frame.height() * 0.055, 4000.0, 30000.0);
    const double height = std::min(std::sqrt(area / aspect), frame.height() * 0.4);
    return {std::min(height * aspect, frame.width() * 0.4), height};
}

void Inset::paint(QPainter &painter, const QRectF &rect, double deviceScale) const
{
    RenderRequest request = map;
    request.devicePixelRatio = deviceScale * scale;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.translate(rect.topLeft());
    painter.scale(scale, scale);
    MapPainter::paint(painter, request, labels);
    const QColor mark = map.style->color(QStringLiteral("ink"));
    QColor wash = mark;
    wash.setAlphaF(0.12F);
    painter.setBrush(wash);
    painter.setPen(QPen(mark, 1.5 / scale, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(map.style->color(QStringLiteral("frame")), 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
}

} // namespace ca
