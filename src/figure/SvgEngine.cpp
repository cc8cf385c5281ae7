// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgEngine.h"

#include "citation/WellFormed.h"
#include "figure/SvgPath.h"

#include <QBuffer>
#include <QImage>
#include <QPixmap>
#include <QUrl>

#include <cmath>

namespace ca {

using svgpath::number;

namespace {

constexpr int patternSize = 8;  ///< pixels, of the tile of Qt's patterns

/// What SVG cannot say in one element QPainter has to draw in others.
QPaintEngine::PaintEngineFeatures features()
{
    return QPaintEngine::PaintEngineFeatures(QPaintEngine::AllFeatures & ~QPaintEngine::PerspectiveTransform & ~QPaintEngine::PorterDuff
                                             & ~QPaintEngine::BlendModes & ~QPaintEngine::RasterOpModes & ~QPaintEngine::LinearGradientFill
                                             & ~QPaintEngine::RadialGradientFill & ~QPaintEngine::ConicalGradientFill);
}

double scaleOf(const QTransform &transform)
{
    return std::sqrt(std::abs(transform.determinant()));
}

QByteArray attribute(const char *name, const QByteArray &value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray opacityAttribute(const char *name, double opacity)
{
    return opacity < 0.9995 ? attribute(name, number(opacity, 3)) : QByteArray();
}

QByteArray rectAttributes(const QRectF &rect)
{
    return attribute("x", number(rect.x())) + attribute("y", number(rect.y())) + attribute("width", number(rect.width()))
        + attribute("height", number(rect.height()));
}

bool upright(const QTransform &transform)
{
    return transform.type() <= QTransform::TxScale;
}

QByteArray pngAddress(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return "data:image/png;base64," + png.toBase64();
}

QByteArray matrix(const QTransform &t)
{
    return "matrix(" + number(t.m11(), 6) + ' ' + number(t.m12(), 6) + ' ' + number(t.m21(), 6) + ' ' + number(t.m22(), 6) + ' '
        + number(t.dx(), 3) + ' ' + number(t.dy(), 3) + ')';
}

QByteArray dashAttributes(const QPen &pen, double unit)
{
    QByteArray dashes;
    for (const qreal length : pen.dashPattern())
        dashes += (dashes.isEmpty() ? "" : " ") + number(length * unit);
    QByteArray text = attribute("stroke-dasharray", dashes);
    if (const QByteArray offset = number(pen.dashOffset() * unit); offset != "0")
        text += attribute("stroke-dashoffset", offset);
    return text;
}

QByteArray joinAttributes(const QPen &pen)
{
    QByteArray text;
    if (pen.capStyle() != Qt::FlatCap)
        text += attribute("stroke-linecap", pen.capStyle() == Qt::RoundCap ? "round" : "square");
    if (pen.joinStyle() == Qt::RoundJoin || pen.joinStyle() == Qt::BevelJoin)
        text += attribute("stroke-linejoin", pen.joinStyle() == Qt::RoundJoin ? "round" : "bevel");
    else
        text += attribute("stroke-miterlimit", number(std::max(1.0, pen.miterLimit())));
    return text;
}

} // namespace

SvgEngine::SvgEngine(bool textAsOutlines) : QPaintEngine(features()), m_textAsOutlines(textAsOutlines) {}

bool SvgEngine::begin(QPaintDevice *)
{
    setActive(true);
    return true;
}

bool SvgEngine::end()
{
    flushText();
    setActive(false);
    return true;
}

void SvgEngine::updateState(const QPaintEngineState &now)
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
    if (changed & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled))
        updateClip(now);
}

void SvgEngine::updateClip(const QPaintEngineState &now)
{
    const DirtyFlags changed = now.state();
    if (changed & DirtyClipEnabled)
        m_clipped = now.isClipEnabled();
    if (changed & (DirtyClipPath | DirtyClipRegion)) {
        QPainterPath path;
        if (changed & DirtyClipPath)
            path = now.clipPath();
        else
            path.addRegion(now.clipRegion());
        if (now.clipOperation() != Qt::IntersectClip)
            m_clip.reset();
        if (now.clipOperation() != Qt::NoClip)
            intersectClip(now.transform().map(path));
        m_clipped = now.clipOperation() != Qt::NoClip;
    }
    m_clipId.reset();
}

void SvgEngine::intersectClip(const QPainterPath &path)
{
    m_clip = m_clip ? m_clip->intersected(path) : path;
}

QByteArray SvgEngine::clipId()
{
    if (!m_clipped || !m_clip)
        return {};
    if (m_clipId)
        return *m_clipId;
    QByteArray shape = svgpath::data(*m_clip, QTransform());
    if (m_clip->fillRule() == Qt::OddEvenFill)
        shape += "\" clip-rule=\"evenodd";
    QByteArray &id = m_definitionIds[shape];
    if (id.isEmpty()) {
        id = m_tree.uniqueId(QStringLiteral("clip"));
        m_definitions += "\n  <clipPath id=\"" + id + "\"><path d=\"" + shape + "\"/></clipPath>";
    }
    m_clipId = id;
    return id;
}

/// Qt's patterns are made of the device's pixels, whatever the transformation.
QByteArray SvgEngine::patternId(const QBrush &brush)
{
    QImage tile = brush.style() == Qt::TexturePattern ? brush.textureImage() : QImage(patternSize, patternSize, QImage::Format_ARGB32_Premultiplied);
    if (brush.style() != Qt::TexturePattern) {
        tile.fill(Qt::transparent);
        QPainter painter(&tile);
        painter.fillRect(tile.rect(), brush);
    }
    const QByteArray size = attribute("width", QByteArray::number(tile.width())) + attribute("height", QByteArray::number(tile.height()));
    const QByteArray content = size + " patternUnits=\"userSpaceOnUse\"><image" + size + " xlink:href=\"" + pngAddress(tile) + "\"/></pattern>";
    QByteArray &id = m_definitionIds[content];
    if (id.isEmpty()) {
        id = m_tree.uniqueId(QStringLiteral("pattern"));
        m_definitions += "\n  <pattern id=\"" + id + '"' + content;
    }
    return id;
}

QByteArray SvgEngine::fillLook(Qt::FillRule rule)
{
    if (m_brush.style() == Qt::NoBrush)
        return " fill=\"none\"";
    QByteArray text;
    if (m_brush.style() == Qt::SolidPattern) {
        text = attribute("fill", m_brush.color().name().toLatin1()) + opacityAttribute("fill-opacity", m_brush.color().alphaF() * m_opacity);
    } else {
        text = attribute("fill", "url(#" + patternId(m_brush) + ')') + opacityAttribute("fill-opacity", m_opacity);
    }
    return rule == Qt::OddEvenFill ? text + " fill-rule=\"evenodd\"" : text;
}

QByteArray SvgEngine::strokeLook() const
{
    if (m_pen.style() == Qt::NoPen)
        return {};
    const bool cosmetic = m_pen.isCosmetic();
    const double width = (m_pen.widthF() > 0 ? m_pen.widthF() : 1) * (cosmetic ? 1 : scaleOf(m_toPage));
    QByteArray text = attribute("stroke", m_pen.color().name().toLatin1()) + opacityAttribute("stroke-opacity", m_pen.color().alphaF() * m_opacity)
        + attribute("stroke-width", number(width)) + joinAttributes(m_pen);
    if (m_pen.style() != Qt::SolidLine)
        text += dashAttributes(m_pen, width);
    return text;
}

void SvgEngine::addShape(const QByteArray &name, const QByteArray &own, Qt::FillRule rule)
{
    flushText();
    if (m_pen.style() != Qt::NoPen || m_brush.style() != Qt::NoBrush)
        m_tree.add(clipId(), name, fillLook(rule) + strokeLook(), own);
}

void SvgEngine::drawPath(const QPainterPath &path)
{
    if (const QByteArray data = svgpath::data(path, m_toPage); !data.isEmpty())
        addShape("path", attribute("d", data), path.fillRule());
}

void SvgEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    const QByteArray data = svgpath::data(points, count, mode != PolylineMode, m_toPage);
    if (data.isEmpty())
        return;
    const QBrush brush = m_brush;
    if (mode == PolylineMode)
        m_brush = Qt::NoBrush;
    addShape("path", attribute("d", data), mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
    m_brush = brush;
}

void SvgEngine::drawRects(const QRectF *rects, int count)
{
    for (int i = 0; i < count; ++i) {
        if (upright(m_toPage)) {
            addShape("rect", rectAttributes(m_toPage.mapRect(rects[i])), Qt::WindingFill);
        } else {
            QPainterPath path;
            path.setFillRule(Qt::WindingFill);
            path.addRect(rects[i]);
            drawPath(path);
        }
    }
}

void SvgEngine::drawEllipse(const QRectF &rect)
{
    if (!upright(m_toPage))
        return QPaintEngine::drawEllipse(rect);
    const QRectF page = m_toPage.mapRect(rect);
    const QByteArray centre = attribute("cx", number(page.center().x())) + attribute("cy", number(page.center().y()));
    const QByteArray across = number(page.width() / 2), down = number(page.height() / 2);
    if (across == down)
        addShape("circle", centre + attribute("r", across), Qt::WindingFill);
    else
        addShape("ellipse", centre + attribute("rx", across) + attribute("ry", down), Qt::WindingFill);
}

void SvgEngine::drawImage(const QRectF &target, const QImage &image, const QRectF &source, Qt::ImageConversionFlags)
{
    flushText();
    const QImage part = source.toAlignedRect() == image.rect() ? image : image.copy(source.toAlignedRect());
    if (part.isNull() || target.isEmpty())
        return;
    const bool turned = !upright(m_toPage);
    const QByteArray place = rectAttributes(turned ? target : m_toPage.mapRect(target))
        + (turned ? attribute("transform", matrix(m_toPage)) : QByteArray());
    m_tree.add(clipId(), "image", opacityAttribute("opacity", m_opacity),
               place + " preserveAspectRatio=\"none\"" + attribute("xlink:href", pngAddress(part)));
}

void SvgEngine::drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source)
{
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void SvgEngine::drawTextItem(const QPointF &at, const QTextItem &item)
{
    SvgText text;
    text.lines = {{item.text(), at, at.x() + item.width()}};
    text.font = item.font();
    text.color = m_pen.color();
    text.color.setAlphaF(float(text.color.alphaF() * m_opacity));
    text.halo = m_label.value_or(SvgHalo());
    text.halo.color.setAlphaF(float(text.halo.color.alphaF() * m_opacity));
    text.toPage = m_toPage;
    text.clip = clipId();
    if (m_text && m_text->append(text, m_label.has_value()))
        return;
    flushText();
    m_text = std::move(text);
}

void SvgEngine::flushText()
{
    if (!m_text)
        return;
    const SvgText text = *std::exchange(m_text, std::nullopt);
    if (text.plain().trimmed().isEmpty())
        return;
    if (m_textAsOutlines)
        writeOutlines(text);
    else
        m_tree.add(text.clip, "text", text.look(), text.own(), text.content());
}

/// Halo and letters as two shapes: not every program knows how to paint the one under the other.
void SvgEngine::writeOutlines(const SvgText &text)
{
    const QPainterPath letters = text.outlines();
    const QByteArray data = attribute("d", svgpath::data(letters, text.toPage));
    if (text.halo.width > 0 && text.halo.color.alpha() > 0)
        m_tree.add(text.clip, "path",
                   " fill=\"none\"" + attribute("stroke", text.halo.color.name().toLatin1())
                       + opacityAttribute("stroke-opacity", text.halo.color.alphaF())
                       + attribute("stroke-width", number(2 * text.halo.width * scaleOf(text.toPage)))
                       + " stroke-linejoin=\"round\" stroke-linecap=\"round\" aria-hidden=\"true\"",
                   data);
    m_tree.add(text.clip, "path", attribute("fill", text.color.name().toLatin1()) + opacityAttribute("fill-opacity", text.color.alphaF()),
               attribute("role", "img") + attribute("aria-label", xmlText(text.plain()).toHtmlEscaped().toUtf8()) + data);
}

void SvgEngine::beginGroup(const QString &id, const QString &title)
{
    flushText();
    m_tree.beginGroup(id, title);
}

void SvgEngine::endGroup()
{
    flushText();
    m_tree.end();
}

void SvgEngine::beginLabel(const QColor &halo, double haloWidth)
{
    flushText();
    m_label = SvgHalo{halo, haloWidth};
}

void SvgEngine::endLabel()
{
    flushText();
    m_label.reset();
}

/// Only addresses of the web: a figure must not run or open anything else.
void SvgEngine::beginLink(const QString &url)
{
    flushText();
    const QUrl address(url);
    m_links.push_back(address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http"));
    if (m_links.back())
        m_tree.beginLink(QString::fromUtf8(address.toEncoded()));
}

void SvgEngine::endLink()
{
    flushText();
    if (m_links.empty())
        return;
    if (m_links.back())
        m_tree.end();
    m_links.pop_back();
}

int SvgDevice::metric(PaintDeviceMetric metric) const
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
