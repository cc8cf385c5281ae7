// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/DrawnText.h"
#include "map/PaintGroups.h"

#include <QBrush>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QSizeF>

#include <optional>

namespace ca {

/// What engines that write vector files share: the painter's state, clips worked out in page coordinates, and texts put
/// together from the pieces QPainter hands over.
class PageEngine : public QPaintEngine, public PaintGroups {
public:
    PageEngine();
    bool begin(QPaintDevice *device) override;
    bool end() override;
    [[nodiscard]] Type type() const override { return User; }
    void updateState(const QPaintEngineState &now) override;
    using QPaintEngine::drawPolygon;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawImage(const QRectF &target, const QImage &image, const QRectF &source, Qt::ImageConversionFlags flags) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source) override;
    void drawTextItem(const QPointF &at, const QTextItem &item) override;
    void beginLabel(const QColor &halo, double haloWidth) override;
    void endLabel() override;

protected:
    /// @p part fills @p target, which is in the painter's coordinates.
    virtual void writeImage(const QRectF &target, const QImage &part) = 0;
    virtual void writeText(const DrawnText &text) = 0;
    /// The clip has become another one.
    virtual void clipChanged() = 0;

    /// @p url as it is written into a file; null for all but addresses of the web: a figure must not run or open anything else.
    [[nodiscard]] static QByteArray webAddress(const QString &url);
    /// To be called before anything is written that a text begun must not come after.
    void flushText();
    [[nodiscard]] const QTransform &toPage() const { return m_toPage; }
    [[nodiscard]] const QPen &pen() const { return m_pen; }
    [[nodiscard]] const QBrush &brush() const { return m_brush; }
    [[nodiscard]] double opacity() const { return m_opacity; }
    [[nodiscard]] bool hasPen() const { return m_pen.style() != Qt::NoPen; }
    [[nodiscard]] bool hasBrush() const { return m_brush.style() != Qt::NoBrush; }
    /// Page pixels; a pen of no width is one pixel wide.
    [[nodiscard]] double penWidth() const;
    /// Page coordinates; null = the whole page.
    [[nodiscard]] const QPainterPath *clip() const { return m_clipped && m_clip ? &*m_clip : nullptr; }

private:
    void updateClip(const QPaintEngineState &now);

    QTransform m_toPage;
    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1;
    bool m_clipped = false;
    std::optional<QPainterPath> m_clip;
    struct Halo {
        QColor color;
        double width = 0;
    };
    std::optional<Halo> m_label;       ///< of the label begun
    std::optional<DrawnText> m_text;   ///< not written yet: more of it may follow
};

/// A page for a PageEngine, 96 dots to the inch.
class PageDevice : public QPaintDevice {
public:
    PageDevice(QSizeF page, PageEngine &engine) : m_page(page), m_engine(engine) {}
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_page;
    PageEngine &m_engine;
};

} // namespace ca
