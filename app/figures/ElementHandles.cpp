// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ElementHandles.h"

namespace ca::ElementHandles {

namespace {

constexpr double roomForMiddle = 4 * size;   // a shorter side shows its corners only
constexpr int firstHandle = int(Handle::TopLeft);

bool shown(const QRectF &frame, Handle handle)
{
    switch (handle) {
    case Handle::Top:
    case Handle::Bottom:
        return frame.width() >= roomForMiddle;
    case Handle::Left:
    case Handle::Right:
        return frame.height() >= roomForMiddle;
    default:
        return true;
    }
}

} // namespace

std::array<QPointF, 8> points(const QRectF &frame)
{
    const QPointF middle = frame.center();
    return {frame.topLeft(),     {middle.x(), frame.top()},    frame.topRight(),   {frame.right(), middle.y()},
            frame.bottomRight(), {middle.x(), frame.bottom()}, frame.bottomLeft(), {frame.left(), middle.y()}};
}

Handle at(const QRectF &frame, QPointF at)
{
    const auto places = points(frame);
    for (std::size_t index = 0; index < places.size(); ++index) {
        const auto handle = Handle(firstHandle + int(index));
        const QPointF away = at - places[index];
        if (shown(frame, handle) && std::max(std::abs(away.x()), std::abs(away.y())) <= reach)
            return handle;
    }
    return frame.contains(at) ? Handle::Body : Handle::None;
}

std::optional<FigureElement> elementAt(const PlacedElements &elements, QPointF at)
{
    std::optional<FigureElement> found;
    double least = 0;
    for (const auto &[element, rect] : elements) {
        const double area = rect.width() * rect.height();
        if (rect.contains(at) && (!found || area < least)) {
            found = element;
            least = area;
        }
    }
    return found;
}

Qt::CursorShape cursor(Handle handle)
{
    switch (handle) {
    case Handle::None:
        return Qt::ArrowCursor;
    case Handle::Body:
        return Qt::SizeAllCursor;
    case Handle::TopLeft:
    case Handle::BottomRight:
        return Qt::SizeFDiagCursor;
    case Handle::TopRight:
    case Handle::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Handle::Top:
    case Handle::Bottom:
        return Qt::SizeVerCursor;
    case Handle::Left:
    case Handle::Right:
        return Qt::SizeHorCursor;
    }
    return Qt::ArrowCursor;
}

void paint(QPainter &painter, const QRectF &frame, const QColor &color)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 190), 3));  // legible on dark parts of the map
    painter.drawRect(frame);
    painter.setPen(QPen(color, 1.4));
    painter.drawRect(frame);
    painter.setBrush(Qt::white);
    const auto places = points(frame);
    for (std::size_t index = 0; index < places.size(); ++index) {
        if (shown(frame, Handle(firstHandle + int(index))))
            painter.drawRect(QRectF(places[index] - QPointF(size, size) / 2, QSizeF(size, size)));
    }
    painter.restore();
}

bool holdsLeft(Handle handle)
{
    return handle == Handle::Body || handle == Handle::TopLeft || handle == Handle::Left || handle == Handle::BottomLeft;
}

bool holdsRight(Handle handle)
{
    return handle == Handle::Body || handle == Handle::TopRight || handle == Handle::Right || handle == Handle::BottomRight;
}

bool holdsTop(Handle handle)
{
    return handle == Handle::Body || handle == Handle::TopLeft || handle == Handle::Top || handle == Handle::TopRight;
}

bool holdsBottom(Handle handle)
{
    return handle == Handle::Body || handle == Handle::BottomLeft || handle == Handle::Bottom || handle == Handle::BottomRight;
}

QRectF pulled(const QRectF &rect, Handle handle, QPointF by)
{
    return rect.adjusted(holdsLeft(handle) ? by.x() : 0, holdsTop(handle) ? by.y() : 0, holdsRight(handle) ? by.x() : 0,
                         holdsBottom(handle) ? by.y() : 0);
}

} // namespace ca::ElementHandles
