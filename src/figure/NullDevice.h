// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>

namespace ca {

/// Paint engine that draws nothing: to learn what a painting would put on the page before its frame is settled.
class NullEngine : public QPaintEngine {
public:
    NullEngine();
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override {}
    void drawLines(const QLineF *, int) override {}
    void drawTextItem(const QPointF &, const QTextItem &) override {}
    [[nodiscard]] Type type() const override { return User; }
};

/// Paint device without a picture, 96 dots per inch.
class NullDevice : public QPaintDevice {
public:
    explicit NullDevice(QSize size) : m_size(size) {}
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    mutable NullEngine m_engine;
};

} // namespace ca
