// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/PageEngine.h"
#include "figure/PdfFonts.h"

#include <QHash>
#include <QRectF>

#include <vector>

namespace ca {

/// Paint engine that writes a page of PDF: groups are layers that viewers switch, text is text and is found once
/// (whatever its angle), halos are outlines below it, translucent colours stay translucent.
class PdfEngine : public PageEngine {
public:
    /// A phrase that leads somewhere wherever it is printed.
    struct Phrase {
        QString text, url;
    };
    /// @p page in pixels, 1/96 inch.
    PdfEngine(QSizeF page, PdfDocument &document, std::vector<Phrase> phrases);

    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawRects;
    void drawPath(const QPainterPath &path) override;
    void drawRects(const QRectF *rects, int count) override;

    void beginGroup(const QString &id, const QString &title) override;
    void endGroup() override;
    void beginLink(const QString &url) override;
    void endLink() override;

    /// Adds the page with all it needs to the document, after end(). @p pages is the number of its parent. Returns the page's.
    [[nodiscard]] int writePage(int pages);
    /// Entry of the catalogue for the layers; empty without any. After end().
    [[nodiscard]] QByteArray layers() const;

protected:
    void writeImage(const QRectF &target, const QImage &part) override;
    void writeText(const DrawnText &text) override;
    void clipChanged() override { leaveClip(); }

private:
    struct Layer {
        QString title;
        int object = 0;
        std::vector<std::size_t> inside;
    };
    struct Group {
        QString title;
        std::size_t layer = none;   ///< none = nothing was drawn in it yet
        static constexpr std::size_t none = std::size_t(-1);
    };
    struct Link {
        QRectF rect;  ///< points, from the page's lower left corner
        QString url;
    };

    void enter();
    void leaveClip();
    [[nodiscard]] QByteArray coordinates(QPointF painter) const;
    [[nodiscard]] QByteArray outline(const QPainterPath &path, const QTransform &toPage) const;
    void setAlpha(double fill, double stroke);
    void setFill(const QColor &color);
    void setStroke(const QColor &color, double width, const QPen &pen);
    void writeHalo(const DrawnText &text);
    void writeRun(const DrawnText &text, const DrawnText::Line &line, const PdfFonts::Run &run);
    void writeLine(const DrawnText &text, const DrawnText::Line &line);
    void noteLinks(const DrawnText &text, const DrawnText::Line &line);
    void addLink(const DrawnText &text, const DrawnText::Line &line, double from, double to, const QString &url);
    [[nodiscard]] QByteArray order(const std::vector<std::size_t> &layers) const;

    QSizeF m_page;
    PdfDocument &m_document;
    std::vector<Phrase> m_phrases;
    PdfFonts m_fonts;
    QByteArray m_content;
    QHash<QByteArray, QByteArray> m_states;       ///< names of graphics states, by content
    QByteArray m_stateResources, m_imageResources, m_layerResources;
    QHash<qint64, QByteArray> m_images;           ///< names, by cache key
    std::vector<Group> m_groups;                  ///< those begun
    std::vector<Layer> m_layers;
    std::vector<std::size_t> m_top;               ///< layers that are in no other
    std::vector<QString> m_links;                 ///< those begun
    std::vector<Link> m_written;
    QTransform m_toPoints;                        ///< from page pixels
    bool m_inClip = false;
};

} // namespace ca
