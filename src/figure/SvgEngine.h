// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/PageEngine.h"
#include "figure/SvgTree.h"

#include <QHash>

#include <optional>
#include <vector>

namespace ca {

/// Paint engine that writes SVG as people edit it: named groups, real clips, each text once, short numbers.
/// Coordinates are page pixels: every transformation is worked out, apart from those that turn text.
class SvgEngine : public PageEngine {
public:
    explicit SvgEngine(bool textAsOutlines) : m_textAsOutlines(textAsOutlines) {}

    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawRects;
    void drawPath(const QPainterPath &path) override;
    void drawRects(const QRectF *rects, int count) override;
    void drawEllipse(const QRectF &rect) override;

    void beginGroup(const QString &id, const QString &title) override;
    void endGroup() override;
    void beginLink(const QString &url) override;
    void endLink() override;

    /// What was drawn, after end(): elements for the inside of an svg element …
    [[nodiscard]] QByteArray elements() const { return m_tree.toSvg(); }
    /// … and what they refer to, for the inside of a defs element.
    [[nodiscard]] QByteArray definitions() const { return m_definitions; }

protected:
    void writeImage(const QRectF &target, const QImage &part) override;
    void writeText(const DrawnText &text) override;
    void clipChanged() override { m_clipId.reset(); }

private:
    [[nodiscard]] QByteArray clipId();
    [[nodiscard]] QByteArray fillLook(Qt::FillRule rule);
    [[nodiscard]] QByteArray patternId(const QBrush &brush);
    [[nodiscard]] QByteArray strokeLook() const;
    void addShape(const QByteArray &name, const QByteArray &own, Qt::FillRule rule);
    void writeOutlines(const DrawnText &text);

    bool m_textAsOutlines;
    SvgTree m_tree;
    QByteArray m_definitions;
    QHash<QByteArray, QByteArray> m_definitionIds;  ///< by content
    std::optional<QByteArray> m_clipId;   ///< of the clip as it is; none = not yet known
    std::vector<bool> m_links;            ///< per link begun: whether it is written
};

} // namespace ca
