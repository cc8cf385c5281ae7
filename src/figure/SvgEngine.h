// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/SvgText.h"
#include "figure/SvgTree.h"
#include "map/PaintGroups.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPath>
#include <QSizeF>

#include <optional>

namespace ca {

/// Paint engine that writes SVG as people edit it: named groups, real clips, each text once, short numbers.
/// Coordinates are page pixels: every transformation is worked out, apart from those that turn text.
class SvgEngine : public QPaintEngine, public PaintGroups {
public:
    explicit SvgEngine(bool textAsOutlines);

    bool begin(QPaintDevice *device) override;
    bool end() override;
    [[nodiscard]] Type type() const override { return User; }
    void updateState(const QPaintEngineState &state) override;
    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;
    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawRects(const QRectF *rects, int count) override;
    void drawEllipse(const QRectF &rect) override;
    void drawImage(const QRectF &target, const QImage &image, const QRectF &source, Qt::ImageConversionFlags flags) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source) override;
    void drawTextItem(const QPointF &at, const QTextItem &item) override;

    void beginGroup(const QString &id, const QString &title) override;
    void endGroup() override;
    void beginLabel(const QColor &halo, double haloWidth) override;
    void endLabel() override;
    void beginLink(const QString &url) override;
    void endLink() override;

    /// What was drawn, after end(): elements for the inside of an svg element …
    [[nodiscard]] QByteArray elements() const { return m_tree.toSvg(); }
    /// … and what they refer to, for the inside of a defs element.
    [[nodiscard]] QByteArray definitions() const { return m_definitions; }

private:
    void updateClip(const QPaintEngineState &state);
    void intersectClip(const QPainterPath &path);
    [[nodiscard]] QByteArray clipId();
    [[nodiscard]] QByteArray fillLook(Qt::FillRule rule);
    [[nodiscard]] QByteArray patternId(const QBrush &brush);
    [[nodiscard]] QByteArray strokeLook() const;
    void addShape(const QByteArray &name, const QByteArray &own, Qt::FillRule rule);
    void flushText();
    void writeOutlines(const SvgText &text);

    bool m_textAsOutlines;
    SvgTree m_tree;
    QByteArray m_definitions;
    QHash<QByteArray, QByteArray> m_definitionIds;  ///< by content
    QTransform m_toPage;
    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1;
    bool m_clipped = false;
    std::optional<QPainterPath> m_clip;   ///< page coordinates; none = the whole page
    std::optional<QByteArray> m_clipId;   ///< of the clip as it is; none = not yet known
    std::optional<SvgText> m_text;        ///< not written yet: more of it may follow
    std::optional<SvgHalo> m_label;       ///< of the label begun
    std::vector<bool> m_links;            ///< per link begun: whether it is written
};

/// A page for SvgEngine, 96 dots to the inch.
class SvgDevice : public QPaintDevice {
public:
    SvgDevice(QSizeF page, bool textAsOutlines) : m_page(page), m_engine(textAsOutlines) {}
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] const SvgEngine &engine() const { return m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_page;
    mutable SvgEngine m_engine;
};

} // namespace ca
