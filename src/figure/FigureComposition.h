// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/Credits.h"
#include "figure/FigureLayout.h"
#include "figure/GraticuleLabels.h"
#include "figure/Inset.h"
#include "figure/ScaleBar.h"
#include "map/LabelLayout.h"

#include <QPainter>

#include <optional>

namespace ca {

/// A figure worked out to the last label: the same value paints preview, PNG, SVG and PDF. Immutable once made;
/// may be made and painted on any thread.
struct FigureComposition {
    RenderRequest map;                 ///< as drawn: frame, theme, nothing hovered
    FigureContent content;
    FigureLayout layout;
    Credits credits;
    DrawnSummary drawn;
    std::vector<PlacedLabel> labels;
    std::optional<Inset> inset;        ///< the locator map, where there is one
    std::vector<GraticuleLabel> graticule;
    std::optional<ScaleBar> scaleBar;
    std::optional<double> north;       ///< degrees clockwise
    QString asOf;                      ///< ISO, maybe shortened
    QStringList noteSubjects, notePassages;     ///< as the figure chose them: FigureEvidence follows them
    std::vector<AnnotatedPassage> ownPassages;  ///< the figure's
    QSizeF page;                       ///< logical pixels
    bool transparent = false;          ///< no paper around the map, which keeps its own fills
    QStringList warnings;

    /// Fails for pages without room, for a request without scene, style or projection.
    [[nodiscard]] static Result<FigureComposition> of(const Figure &figure);
    /// Paints the page in logical pixels; the caller scales @p painter. @p deviceScale is device pixels per logical
    /// pixel and decides only how finely lines are drawn.
    void paint(QPainter &painter, double deviceScale) const;
    /// Of the map on the page, logical pixels of the page.
    [[nodiscard]] QRectF mapFrame() const;
    /// Paints what stands in the map frame, without the line around it, its left top corner at the origin; otherwise as paint().
    void paintMapAlone(QPainter &painter, double deviceScale) const;
    /// What the page is filled with: white, but for dark styles.
    [[nodiscard]] QColor paper() const;
    /// The ink of credits, sources and other small print.
    [[nodiscard]] QColor fine() const;

private:
    void paintMap(QPainter &painter, QPointF leftTop, double deviceScale) const;
    void paintFrame(QPainter &painter) const;
    void paintInset(QPainter &painter, const FigureLayout::Item &item, double deviceScale) const;
    void paintPlate(QPainter &painter, const FigureLayout::Item &item) const;
    void paintElement(QPainter &painter, const FigureLayout::Item &item) const;
};

} // namespace ca
