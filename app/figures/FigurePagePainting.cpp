// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of FigurePage.
#include "figures/FigurePage.h"

#include "figures/FigureDocument.h"
#include "figures/MapFraming.h"
#include "figures/PageInteraction.h"

#include <QPainter>
#include <QPainterPath>
#include <QTimer>

namespace ca {

namespace {

/// A grey without a tint, so that colours on the page are seen as they are.
QColor deskColor(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? QColor(0x2a, 0x2a, 0x2a) : QColor(0xd2, 0xd2, 0xd2);
}

void paintShadow(QPainter &painter, const QRectF &page)
{
    constexpr int reach = 9, drop = 3;
    constexpr int darkest = 26;   // of 255, just outside the page; the rings add up
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int ring = reach; ring > 0; --ring) {
        painter.setBrush(QColor(0, 0, 0, darkest * (reach - ring + 1) / (2 * reach)));
        painter.drawRoundedRect(page.adjusted(-ring, -ring, ring, ring).translated(0, drop), ring, ring);
    }
    painter.restore();
}

/// What shows through where a figure has no paper.
void paintChecks(QPainter &painter, const QRectF &page)
{
    constexpr int side = 8;
    QPixmap tile(2 * side, 2 * side);
    tile.fill(Qt::white);
    QPainter on(&tile);
    on.fillRect(0, 0, side, side, QColor(0xe6, 0xe6, 0xe6));
    on.fillRect(side, side, side, side, QColor(0xe6, 0xe6, 0xe6));
    on.end();
    painter.drawTiledPixmap(page, tile);
}

QColor paperOf(const PagePicture &picture)
{
    const auto &style = picture.composition->map.style;
    return style && style->dark ? style->color(QStringLiteral("paper")) : QColor(Qt::white);
}

/// @p rect of the page as the picture has it, pixels of its image.
QRectF inImage(const PagePicture &picture, const QRectF &rect)
{
    const double scale = picture.wish.deviceScale;
    return QRectF(rect.topLeft() * scale - picture.part.topLeft(), rect.size() * scale);
}

} // namespace

void FigurePage::paintEvent(QPaintEvent *)
{
    if (devicePixelRatioF() != m_view.devicePixelRatio)  // moved to another screen
        QTimer::singleShot(0, this, &FigurePage::adaptView);
    QPainter painter(this);
    painter.fillRect(rect(), deskColor(palette()));
    paintShadow(painter, m_view.pageRect());
    if (m_document.view().figure.transparent)
        paintChecks(painter, m_view.pageRect());
    else
        painter.fillRect(m_view.pageRect(), Qt::white);
    if (m_picture.composition) {
        paintPicture(painter);
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        paintMovedMap(painter);
        paintMovedElements(painter);
        painter.restore();
        paintOverlay(painter);
    }
    paintNotice(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

/// Where the picture's image lies on the widget.
QRectF FigurePage::pictureRect(const PagePicture &picture) const
{
    const double factor = m_view.zoom / picture.wish.deviceScale;
    return {m_view.origin + QPointF(picture.part.topLeft()) * factor, QSizeF(picture.part.size()) * factor};
}

void FigurePage::paintPicture(QPainter &painter) const
{
    const bool sharp = m_picture.wish.deviceScale == m_view.deviceScale();
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !sharp);
    if (!m_picture.whole() && m_whole.composition) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(pictureRect(m_whole), m_whole.image);
        painter.restore();
    }
    const QRectF target = pictureRect(m_picture);
    if (sharp) {  // pixel by pixel: nothing is to be interpolated
        QImage image = m_picture.image;
        image.setDevicePixelRatio(m_view.devicePixelRatio);
        painter.drawImage(target.topLeft(), image);
    } else {
        painter.drawImage(target, m_picture.image);
    }
    painter.restore();
}

void FigurePage::paintMovedMap(QPainter &painter) const
{
    const MapFraming framing(*m_picture.composition, m_picture.wish.view);
    const QTransform shift = framing.shift(m_document.view());
    if (shift.isIdentity())
        return;
    const QRectF frame = m_picture.composition->mapFrame();
    painter.save();
    painter.setClipRect(m_view.toWidget(frame));
    painter.fillRect(m_view.toWidget(frame), paperOf(m_picture));
    painter.translate(m_view.origin);
    painter.scale(m_view.zoom, m_view.zoom);
    painter.setTransform(shift, true);
    painter.drawImage(frame, m_picture.image, inImage(m_picture, frame));
    painter.restore();
    for (const auto &[element, rect] : elements()) {  // what lies on the map stays
        if (element != FigureElement::Map && frame.intersects(rect) && rect == drawnRect(element))
            painter.drawImage(m_view.toWidget(rect), m_picture.image, inImage(m_picture, rect));
    }
}

void FigurePage::paintMovedElements(QPainter &painter) const
{
    QColor veil = paperOf(m_picture);
    veil.setAlpha(215);
    std::vector<std::pair<QRectF, QRectF>> moved;   // from, to; page pixels
    for (const FigureElement element : allFigureElements) {
        const QRectF drawn = drawnRect(element), now = rectOf(element);
        if (drawn.isEmpty() || drawn == now)
            continue;
        painter.fillRect(m_view.toWidget(drawn), veil);
        if (!now.isEmpty())
            moved.emplace_back(drawn, now);
    }
    for (const auto &[from, to] : moved) {
        painter.save();
        painter.setClipRect(m_view.toWidget(to));
        const QRectF unscaled(to.topLeft(), from.size());  // how it will be set at another size only the next picture knows
        painter.drawImage(m_view.toWidget(unscaled), m_picture.image, inImage(m_picture, from));
        painter.restore();
    }
}

void FigurePage::paintOverlay(QPainter &painter) const
{
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = m_selected ? m_view.toWidget(rectOf(*m_selected)) : QRectF();
    if (m_framing) {
        QPainterPath around;
        around.addRect(m_view.pageRect());
        around.addRect(frame);
        painter.fillPath(around, QColor(90, 90, 90, 110));
        painter.setPen(QPen(accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame);
    }
    m_interaction->paint(painter);
    if (m_selected && !m_framing && !frame.isEmpty())
        ElementHandles::paint(painter, frame, accent);
    painter.restore();
}

void FigurePage::paintNotice(QPainter &painter) const
{
    const QString text = !m_notice.isEmpty() ? m_notice : m_picture.composition ? QString() : tr("The figure is being drawn …");
    if (text.isEmpty())
        return;
    constexpr int margin = 12;
    const QRect room = rect().adjusted(4 * margin, margin, -4 * margin, -margin);
    const QRect words = painter.boundingRect(room, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(words.adjusted(-margin, -margin / 2, margin, margin / 2), 4, 4);
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, text);
    painter.restore();
}

} // namespace ca
