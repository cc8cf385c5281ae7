// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "figure/Figure.h"
#include "figure/LegendBlock.h"
#include "figure/NotesBlock.h"
#include "figure/TextBlock.h"

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <vector>

namespace ca {

/// The words and keys of a figure, ready to be set. What is empty or off takes no room.
struct FigureContent {
    QString title;
    QString subtitle;
    QString credits;
    QString briefCredits;  ///< for pages without room for the whole
    QString disclaimer;
    Legend legend;
    Legend statusKey;
    Notes notes;
    bool scaleBar = true;
    bool northArrow = true;
    double aspect = 1.5;  ///< width over height of what the map has to show
};

/// Where everything stands on the page: a value that preview, files and an editor of figures share.
///
/// Lengths are layout units: logical pixels of the page divided by @c scale, so that a large page gets larger type
/// instead of a sea of small print. Unless something was placed by hand, no two items overlap but those that stand within
/// the map's frame (the locator map; on small pages scale bar and north arrow), and nothing leaves the page. No type is
/// under 6 pt unless the figure asks for a scale under 1.
struct FigureLayout {
    using Element = FigureElement;
    struct Item {
        Element element = Element::Map;
        QRectF rect;
        int columns = 1;  ///< of legend, status key and notes
        bool placed = false;  ///< by hand
        QRectF automatic; ///< where it would stand of itself; empty = the page had no room for it
        QSizeF least;     ///< narrower, and words would be broken; lower, and at this width it hangs over
        bool operator==(const Item &) const = default;
    };

    QSizeF page;           ///< layout units
    double scale = 1;      ///< page pixels per layout unit
    int titlePixels = 26;  ///< size of the title's type, layout units
    int titleLines = 2;    ///< most lines the title may take; 0 = as many as it needs
    int notesShown = 0;    ///< sources printed; the block names the number of the others
    bool briefCredits = false;
    bool briefLegend = false;                              ///< only what tells the lines apart
    LegendBlock::Size keySize = LegendBlock::Size::Normal; ///< of legend and status key
    std::vector<Item> items;
    QStringList warnings;  ///< what did not fit and was left out or cut

    [[nodiscard]] const Item *find(Element element) const;
    [[nodiscard]] QRectF rect(Element element) const;  ///< empty when it is not on the page

    [[nodiscard]] int subtitlePixels() const { return titlePixels >= 20 ? 13 : 11; }
    static constexpr double smallestType = 9;  ///< of credits, sources and disclaimer, layout units
    /// Words and type of the elements that are plain text; layout units.
    [[nodiscard]] QString words(Element element, const FigureContent &content) const;
    [[nodiscard]] QFont font(Element element) const;
    /// The words set in that type to their rectangle's width; empty for other elements.
    [[nodiscard]] TextBlock text(Element element, const FigureContent &content) const;
    [[nodiscard]] TextBlock text(Element element, const FigureContent &content, double width) const;

    [[nodiscard]] Legend legend(const FigureContent &content) const { return briefLegend ? content.legend.brief() : content.legend; }
    /// Legend and status key, set to @p width in @p columns; empty for other elements.
    [[nodiscard]] LegendBlock key(Element element, const FigureContent &content, double width, int columns) const;
    /// Sources, as many as @c notesShown.
    [[nodiscard]] NotesBlock notes(const FigureContent &content, double width, int columns) const;
    /// Whether it stands within the map's frame, at least in part.
    [[nodiscard]] bool onMap(const Item &item) const;

    /// Room that is kept free along the edges of a page; all in layout units.
    [[nodiscard]] static double marginOf(QSizeF page);
    /// Scale of a page that names none: type grows with the page, from that of a slide of 1280 × 720.
    [[nodiscard]] static double scaleFor(QSizeF page);

    /// Tries side column and bottom strip and keeps the arrangement that draws the map largest. On small pages optional
    /// elements are left out one by one, each with a warning; fails only where not even a map has room. Then whatever the
    /// figure places by hand is moved there, and the others stay. The locator map is left to FigureComposition, since
    /// its place depends on what is drawn.
    [[nodiscard]] static Result<FigureLayout> of(const Figure &figure, const FigureContent &content);
};

} // namespace ca
