// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSizeF>

namespace ca {

/// Where the page lies on the widget, as a value.
///
/// | space  | unit                                    | origin               |
/// |--------|-----------------------------------------|----------------------|
/// | page   | logical pixels of the page (1/96 inch)  | top left of the page |
/// | widget | logical pixels of the screen            | top left of widget   |
/// | device | pixels of the screen                    | top left of the page |
struct PageView {
    QSizeF page{1280, 720};
    QSizeF widget{800, 500};
    double devicePixelRatio = 1;
    double zoom = 1;          ///< widget pixels per page pixel
    QPointF origin;           ///< of the page on the widget; on a whole device pixel
    bool fitted = true;       ///< keeps the whole page in sight when widget or page change

    static constexpr double leastZoom = 0.05;
    static constexpr double mostZoom = 16;
    static constexpr double deskMargin = 28;  ///< widget pixels left free around a page that is fitted

    [[nodiscard]] QPointF toWidget(QPointF onPage) const { return origin + onPage * zoom; }
    [[nodiscard]] QPointF toPage(QPointF onWidget) const { return (onWidget - origin) / zoom; }
    [[nodiscard]] QRectF toWidget(const QRectF &onPage) const { return {toWidget(onPage.topLeft()), onPage.size() * zoom}; }
    [[nodiscard]] QRectF pageRect() const { return toWidget(QRectF(QPointF(0, 0), page)); }
    [[nodiscard]] double deviceScale() const { return zoom * devicePixelRatio; }
    [[nodiscard]] QSize pixels() const;       ///< of the whole page, device
    /// What to draw of the page, device pixels: all of it (an empty rectangle) unless that were too many pixels.
    [[nodiscard]] QRect wantedPart() const;

    [[nodiscard]] PageView fit() const;
    [[nodiscard]] PageView zoomedAt(QPointF onWidget, double factor) const;  ///< the place under the anchor stays
    [[nodiscard]] PageView zoomedTo(double wanted) const;                    ///< about the middle of the widget
    [[nodiscard]] PageView panned(QPointF byWidgetPixels) const;             ///< some of the page stays in sight
    /// Another page, widget or screen: fitted anew, or with the middle of the widget staying where it was on the page.
    [[nodiscard]] PageView adapted(QSizeF newPage, QSizeF newWidget, double newRatio) const;
    bool operator==(const PageView &) const = default;

private:
    [[nodiscard]] PageView settled() const;
};

} // namespace ca
