// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PageEngine.h"

#include <QImage>
#include <QPixmap>

#include <QUrl>

#include <cmath>

namespace ca {

namespace {

/// What these engines cannot say QPainter has to draw in other ways.
QPaintEngine::PaintEngineFeatures features()
{
    return QPaintEngine::PaintEngineFeatures(QPaintEngine::AllFeatures & ~QPaintEngine::PerspectiveTransform & ~QPaintEngine::PorterDuff
                                             & ~QPaintEngine::BlendModes & ~QPaintEngine::RasterOpModes & ~QPaintEngine::LinearGradientFill
                                             & ~QPaintEngine::RadialGradientFill & ~QPaintEngine::ConicalGradientFill);
}

} // namespace

PageEngine::PageEngine() : QPaintEngine(features()) {}

bool PageEngine::begin(QPaintDevice *)
{
    setActive(true);
    return true;
}

bool PageEngine::end()
{
    flushText();
    setActive(false);
    return true;
}

void PageEngine::updateState(const QPaintEngineState &now)
{
    const DirtyFlags changed = now.state();
    if (changed & DirtyTransform)
        m_toPage = now.transform();
    if (changed & DirtyPen)
        m_pen = now.pen();
    if (changed & DirtyBrush)
        m_brush = now.brush();
    if (changed & DirtyOpacity)
        m_opacity = now.opacity();
    if (changed & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled)) {
        flushText();
        updateClip(now);
        clipChanged();
    }
}

void PageEngine::updateClip(const QPaintEngineState &now)
{
    const DirtyFlags changed = now.state();
    if (changed & DirtyClipEnabled)
        m_clipped = now.isClipEnabled();
    if (!(changed & (DirtyClipPath | DirtyClipRegion)))
        return;
    QPainterPath path;
    if (changed & DirtyClipPath)
        path = now.clipPath();
    else
        path.addRegion(now.clipRegion());
    m_clipped = now.clipOperation() != Qt::NoClip;
    if (now.clipOperation() != Qt::IntersectClip)
        m_clip.reset();
    if (m_clipped)
        m_clip = m_clip ? m_clip->intersected(now.transform().map(path)) : now.transform().map(path);
}

double PageEngine::penWidth() const
{
    const double width = m_pen.widthF() > 0 ? m_pen.widthF() : 1;
    return m_pen.isCosmetic() ? width : width * std::sqrt(std::abs(m_toPage.determinant()));
}

void PageEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.reserve(count + 1);
    for (int i = 0; i < count; ++i)
        i == 0 ? path.moveTo(points[i]) : path.lineTo(points[i]);
    if (mode == PolylineMode) {
        const QBrush before = std::exchange(m_brush, QBrush());
        drawPath(path);
        m_brush = before;
        return;
    }
    path.closeSubpath();
    path.setFillRule(mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
    drawPath(path);
}

void PageEngine::drawImage(const QRectF &target, const QImage &image, const QRectF &source, Qt::ImageConversionFlags)
{
    flushText();
    const QRect wanted = source.toAlignedRect();
    const QImage part = wanted == image.rect() ? image : image.copy(wanted);
    if (!part.isNull() && !target.isEmpty())
        writeImage(target, part);
}

void PageEngine::drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source)
{
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void PageEngine::drawTextItem(const QPointF &at, const QTextItem &item)
{
    const auto faded = [&](QColor color) {
        color.setAlphaF(float(color.alphaF() * m_opacity));
        return color;
    };
    DrawnText text;
    text.lines = {{item.text(), at, at.x() + item.width()}};
    text.font = item.font();
    text.color = faded(m_pen.color());
    if (m_label) {
        text.halo = faded(m_label->color);
        text.haloWidth = m_label->width;
    }
    text.toPage = m_toPage;
    if (m_text && m_text->append(text, m_label.has_value()))
        return;
    flushText();
    m_text = std::move(text);
}

QByteArray PageEngine::webAddress(const QString &url)
{
    const QUrl address(url);
    const bool web = address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http");
    return web ? address.toEncoded() : QByteArray();
}

void PageEngine::flushText()
{
    if (!m_text)
        return;
    const DrawnText text = *std::exchange(m_text, std::nullopt);
    if (!text.plain().trimmed().isEmpty())
        writeText(text);
}

void PageEngine::beginLabel(const QColor &halo, double haloWidth)
{
    flushText();
    m_label = Halo{halo, haloWidth};
}

void PageEngine::endLabel()
{
    flushText();
    m_label.reset();
}

int PageDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth: return int(std::ceil(m_page.width()));
    case PdmHeight: return int(std::ceil(m_page.height()));
    case PdmWidthMM: return qRound(m_page.width() * 25.4 / 96);
    case PdmHeightMM: return qRound(m_page.height() * 25.4 / 96);
    case PdmNumColors: return 1 << 24;
    case PdmDepth: return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY: return 96;
    case PdmDevicePixelRatio: return 1;
    default: return QPaintDevice::metric(metric);
    }
}

} // namespace ca
