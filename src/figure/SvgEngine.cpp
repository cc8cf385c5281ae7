// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgEngine.h"

#include "citation/WellFormed.h"
#include "figure/SvgPath.h"
#include "figure/SvgText.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace ca {

using svgpath::number;

namespace {

constexpr int patternSize = 8;   ///< pixels, of the tile of Qt's patterns
constexpr int rectElements = 5;  ///< of a path with one rectangle: any rule fills it

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

QByteArray SvgEngine::clipId()
{
    const QPainterPath *path = clip();
    if (!path)
        return {};
    if (m_clipId)
        return *m_clipId;
    QByteArray shape = svgpath::data(*path, QTransform());
    if (path->fillRule() == Qt::OddEvenFill && path->elementCount() > rectElements)
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
    if (!hasBrush())
        return " fill=\"none\"";
    QByteArray text;
    if (brush().style() == Qt::SolidPattern) {
        text = attribute("fill", brush().color().name().toLatin1()) + opacityAttribute("fill-opacity", brush().color().alphaF() * opacity());
    } else {
        text = attribute("fill", "url(#" + patternId(brush()) + ')') + opacityAttribute("fill-opacity", opacity());
    }
    return rule == Qt::OddEvenFill ? text + " fill-rule=\"evenodd\"" : text;
}

QByteArray SvgEngine::strokeLook() const
{
    if (!hasPen())
        return {};
    const double width = penWidth();
    QByteArray text = attribute("stroke", pen().color().name().toLatin1()) + opacityAttribute("stroke-opacity", pen().color().alphaF() * opacity())
        + attribute("stroke-width", number(width)) + joinAttributes(pen());
    if (pen().style() != Qt::SolidLine)
        text += dashAttributes(pen(), width);
    return text;
}

void SvgEngine::addShape(const QByteArray &name, const QByteArray &own, Qt::FillRule rule)
{
    flushText();
    if (hasPen() || hasBrush())
        m_tree.add(clipId(), name, fillLook(rule) + strokeLook(), own);
}

void SvgEngine::drawPath(const QPainterPath &path)
{
    if (const QByteArray data = svgpath::data(path, toPage()); !data.isEmpty())
        addShape("path", attribute("d", data), path.fillRule());
}

void SvgEngine::drawRects(const QRectF *rects, int count)
{
    for (int i = 0; i < count; ++i) {
        if (upright(toPage())) {
            addShape("rect", rectAttributes(toPage().mapRect(rects[i])), Qt::WindingFill);
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
    if (!upright(toPage()))
        return QPaintEngine::drawEllipse(rect);
    const QRectF page = toPage().mapRect(rect);
    const QByteArray centre = attribute("cx", number(page.center().x())) + attribute("cy", number(page.center().y()));
    const QByteArray across = number(page.width() / 2), down = number(page.height() / 2);
    if (across == down)
        addShape("circle", centre + attribute("r", across), Qt::WindingFill);
    else
        addShape("ellipse", centre + attribute("rx", across) + attribute("ry", down), Qt::WindingFill);
}

void SvgEngine::writeImage(const QRectF &target, const QImage &part)
{
    const bool turned = !upright(toPage());
    const QByteArray place = rectAttributes(turned ? target : toPage().mapRect(target))
        + (turned ? attribute("transform", matrix(toPage())) : QByteArray());
    m_tree.add(clipId(), "image", opacityAttribute("opacity", opacity()),
               place + " preserveAspectRatio=\"none\"" + attribute("xlink:href", pngAddress(part)));
}

void SvgEngine::writeText(const DrawnText &text)
{
    if (m_textAsOutlines)
        writeOutlines(text);
    else
        m_tree.add(clipId(), "text", svgtext::look(text), svgtext::own(text), svgtext::content(text));
}

/// Halo and letters as two shapes: not every program knows how to paint the one under the other.
void SvgEngine::writeOutlines(const DrawnText &text)
{
    const QPainterPath letters = text.outlines();
    const QByteArray data = attribute("d", svgpath::data(letters, text.toPage));
    if (text.haloed())
        m_tree.add(clipId(), "path",
                   " fill=\"none\"" + attribute("stroke", text.halo.name().toLatin1())
                       + opacityAttribute("stroke-opacity", text.halo.alphaF())
                       + attribute("stroke-width", number(2 * text.haloWidth * text.scale()))
                       + " stroke-linejoin=\"round\" stroke-linecap=\"round\" aria-hidden=\"true\"",
                   data);
    m_tree.add(clipId(), "path", attribute("fill", text.color.name().toLatin1()) + opacityAttribute("fill-opacity", text.color.alphaF()),
               attribute("role", "img") + attribute("aria-label", xmlEscaped(text.plain()).toUtf8()) + data);
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

void SvgEngine::beginLink(const QString &url)
{
    flushText();
    const QByteArray address = webAddress(url);
    m_links.push_back(!address.isEmpty());
    if (m_links.back())
        m_tree.beginLink(QString::fromUtf8(address));
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

} // namespace ca
