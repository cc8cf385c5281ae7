// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureLayout.h"

#include <optional>

namespace ca {

/// Which elements a layout tries to place.
struct FigureParts {
    bool title = false;
    bool subtitle = false;
    bool legend = false;
    bool scaleBar = false;
    bool northArrow = false;
    bool notes = false;
    bool allNotes = false;  ///< every source; otherwise as many as fit a share of the page:
    bool manyNotes = false; ///< more than a quarter of its height,
    bool someNotes = false; ///< a fifth, else an eighth
    bool credits = false;
    bool fullCredits = false;  ///< otherwise only the names of those who are owed
    bool disclaimer = false;

    [[nodiscard]] static FigureParts wanted(const FigureContent &content);
};

enum class Arrangement {
    Beside,     ///< legend in a column beside the map, notes along the bottom
    AllBeside,  ///< legend and notes in the column
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

private:
    using Element = FigureLayout::Element;
    void chooseTitle(FigureLayout &layout) const;
    void placeTop(FigureLayout &layout, QRectF &room) const;
    void placeBottomText(FigureLayout &layout, QRectF &room) const;
    void placeBottomNotes(FigureLayout &layout, QRectF &room) const;
    void placeStrip(FigureLayout &layout, QRectF &room) const;
    bool placeColumn(FigureLayout &layout, QRectF &room, bool withNotes) const;
    void placeScale(FigureLayout &layout, const QRectF &room) const;
    void takeText(FigureLayout &layout, QRectF &room, Element element, bool fromTop) const;
    [[nodiscard]] double scaleHeight() const;
    [[nodiscard]] double notesHeight() const;

    QSizeF m_page;
    double m_scale;
    const FigureContent &m_content;
    FigureParts m_parts;
    double m_gap;
    double m_margin;
};

} // namespace ca
