// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureLayout.h"

#include <optional>

namespace ca {

/// Which elements a layout tries to place, and how generously.
struct FigureParts {
    bool title = false;
    bool subtitle = false;
    bool legend = false;
    bool wholeLegend = false;   ///< otherwise only what tells the lines apart
    bool statusKey = false;
    bool largeKeys = false;     ///< legend and status key in their normal size, otherwise in a smaller one
    bool scaleBar = false;
    bool northArrow = false;
    bool scaleOutside = false;  ///< scale bar and north arrow outside the map, otherwise in its corner
    bool notes = false;
    bool allNotes = false;      ///< every source; otherwise as many as fit a share of the page:
    bool manyNotes = false;     ///< a fifth of its height,
    bool someNotes = false;     ///< a seventh, else a tenth
    bool credits = false;
    bool fullCredits = false;   ///< otherwise only the names of those who are owed
    bool disclaimer = false;

    [[nodiscard]] static FigureParts wanted(const FigureContent &content);
};

enum class Arrangement {
    Beside,     ///< keys in a column beside the map, notes along the bottom
    AllBeside,  ///< keys and notes in the column
    Below       ///< everything along the bottom
};

/// One try to set given parts on a page. Lengths in layout units.
class LayoutAttempt {
public:
    /// @p content is referred to, not copied: it must outlive the attempt.
    LayoutAttempt(QSizeF page, double scale, const FigureContent &content, const FigureParts &parts);

    /// None where the parts leave too little of the page to the map, or do not fit.
    [[nodiscard]] std::optional<FigureLayout> arranged(Arrangement arrangement) const;
    /// How large the map's subject is drawn: the height of its box in the frame.
    [[nodiscard]] double mapFit(const FigureLayout &layout) const;

    /// Size and lines of the title's type for @p width: large on a slide, smaller where the page is narrow or the title long.
    static void chooseTitle(FigureLayout &layout, const FigureContent &content, double width);
    /// Columns that sources are set in.
    [[nodiscard]] static int notesColumns(double width);
    /// Columns that a key is set in, at most.
    [[nodiscard]] static int keyColumns(double width, LegendBlock::Size size);

private:
    using Element = FigureLayout::Element;
    [[nodiscard]] bool keys() const { return m_parts.legend || m_parts.statusKey; }
    [[nodiscard]] bool fair(const QRectF &map) const;
    void add(FigureLayout &layout, Element element, const QRectF &rect, int columns = 1) const;
    void placeTop(FigureLayout &layout, QRectF &room) const;
    void placeBottomText(FigureLayout &layout, QRectF &room) const;
    void placeBottomNotes(FigureLayout &layout, QRectF &room) const;
    void placeStrip(FigureLayout &layout, QRectF &room) const;
    [[nodiscard]] double stripKeys(FigureLayout &layout, const QRectF &room) const;
    [[nodiscard]] bool placeColumn(FigureLayout &layout, QRectF &room, bool withNotes) const;
    [[nodiscard]] double columnWidth(const FigureLayout &layout) const;
    void placeScale(FigureLayout &layout, QPointF bottomLeft, double width) const;
    void placeScaleInMap(FigureLayout &layout, const QRectF &map) const;
    void takeText(FigureLayout &layout, QRectF &room, Element element, bool fromTop) const;
    [[nodiscard]] double scaleHeight() const;
    [[nodiscard]] double scaleWidth() const;
    [[nodiscard]] double notesHeight() const;

    QSizeF m_page;
    double m_scale;
    const FigureContent &m_content;
    FigureParts m_parts;
    double m_gap;
    double m_margin;
};

} // namespace ca
