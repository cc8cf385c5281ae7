// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/PageView.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double largestZoomPixels = 12e6;   // of a picture made at once: memory and time of a worker
constexpr double leastInSight = 48;   // widget pixels of the page that panning leaves

double wholePixel(double at, double ratio)
{
    return std::round(at * ratio) / ratio;
}

} // namespace

QSize PageView::pixels() const
{
    return {std::max(1, int(std::lround(page.width() * deviceScale()))), std::max(1, int(std::lround(page.height() * deviceScale())))};
}

QRect PageView::wantedPart() const
{
    const QSize all = pixels();
    if (double(all.width()) * all.height() <= largestZoomPixels)
        return {};
    const QRectF seen(-origin * devicePixelRatio, widget * devicePixelRatio);
    const double more = std::max(seen.width(), seen.height()) / 4;  // so that small pans show something
    const QRect part = seen.adjusted(-more, -more, more, more).toAlignedRect() & QRect(QPoint(0, 0), all);
    return part.isEmpty() ? QRect(0, 0, 1, 1) : part;
}

PageView PageView::settled() const
{
    PageView view = *this;
    const QSizeF shown = page * zoom;
    view.origin.setX(std::clamp(origin.x(), std::min(leastInSight - shown.width(), widget.width() - leastInSight), widget.width() - leastInSight));
    view.origin.setY(std::clamp(origin.y(), std::min(leastInSight - shown.height(), widget.height() - leastInSight), widget.height() - leastInSight));
    view.origin = {wholePixel(view.origin.x(), devicePixelRatio), wholePixel(view.origin.y(), devicePixelRatio)};
    return view;
}

PageView PageView::fit() const
{
    PageView view = *this;
    const double width = std::max(16.0, widget.width() - 2 * deskMargin), height = std::max(16.0, widget.height() - 2 * deskMargin);
    view.zoom = std::clamp(std::min(width / page.width(), height / page.height()), leastZoom, mostZoom);
    view.origin = {(widget.width() - page.width() * view.zoom) / 2, (widget.height() - page.height() * view.zoom) / 2};
    view.fitted = true;
    return view.settled();
}

PageView PageView::zoomedAt(QPointF onWidget, double factor) const
{
    if (!(factor > 0))
        return *this;
    const QPointF held = toPage(onWidget);
    PageView view = *this;
    view.zoom = std::clamp(zoom * factor, leastZoom, mostZoom);
    view.origin = onWidget - held * view.zoom;
    view.fitted = false;
    return view.settled();
}

PageView PageView::zoomedTo(double wanted) const
{
    return zoomedAt({widget.width() / 2, widget.height() / 2}, wanted / zoom);
}

PageView PageView::panned(QPointF byWidgetPixels) const
{
    PageView view = *this;
    view.origin += byWidgetPixels;
    view.fitted = false;
    return view.settled();
}

PageView PageView::adapted(QSizeF newPage, QSizeF newWidget, double newRatio) const
{
    PageView view = *this;
    view.page = newPage;
    view.widget = newWidget;
    view.devicePixelRatio = newRatio;
    if (fitted || page != newPage)
        return view.fit();
    view.origin += QPointF(newWidget.width() - widget.width(), newWidget.height() - widget.height()) / 2;
    return view.settled();
}

} // namespace ca
