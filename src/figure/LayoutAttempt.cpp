// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/LayoutAttempt.h"

#include "figure/LegendBlock.h"
#include "figure/NorthArrow.h"
#include "figure/NotesBlock.h"
#include "figure/ScaleBar.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double scaleWidth = 200;         ///< room for a scale bar with its words
constexpr double narrowestColumn = scaleWidth + northarrow::width;
constexpr double widestColumn = 260;
constexpr double legendColumn = 175;
constexpr double notesColumn = 290;
constexpr double leastMapHeight = 0.4;     ///< of the page
constexpr double leastMapWidth = 0.55;
constexpr double leastMap = 48;            ///< layout units: anything smaller is a stamp

} // namespace

FigureParts FigureParts::wanted(const FigureContent &content)
{
    FigureParts parts;
    parts.title = !content.title.isEmpty();
    parts.subtitle = !content.subtitle.isEmpty();
    parts.legend = !content.legend.empty();
    parts.scaleBar = content.scaleBar;
    parts.northArrow = content.northArrow;
    parts.notes = parts.allNotes = parts.manyNotes = parts.someNotes = !content.notes.empty();
    parts.credits = parts.fullCredits = !content.credits.isEmpty();
    parts.disclaimer = !content.disclaimer.isEmpty();
    return parts;
}

LayoutAttempt::LayoutAttempt(QSizeF page, double scale, const FigureContent &content, const FigureParts &parts)
    : m_page(page), m_scale(scale), m_content(content), m_parts(parts)
{
    m_margin = std::clamp(std::min(page.width(), page.height()) * 0.028, 2.0, 20.0);
    m_gap = std::clamp(m_margin * 0.6, 2.0, 11.0);
}

std::optional<FigureLayout> LayoutAttempt::arranged(Arrangement arrangement) const
{
    if (!m_parts.legend && arrangement != Arrangement::Below)
        return std::nullopt;
    FigureLayout layout;
    layout.page = m_page;
    layout.scale = m_scale;
    layout.briefCredits = !m_parts.fullCredits;
    QRectF room = QRectF(QPointF(0, 0), m_page).adjusted(m_margin, m_margin, -m_margin, -m_margin);
    placeTop(layout, room);
    placeBottomText(layout, room);
    if (arrangement != Arrangement::AllBeside)
        placeBottomNotes(layout, room);
    if (arrangement == Arrangement::Below)
        placeStrip(layout, room);
    else if (!placeColumn(layout, room, arrangement == Arrangement::AllBeside))
        return std::nullopt;
    const bool fair = room.height() >= leastMapHeight * m_page.height() && room.width() >= leastMapWidth * m_page.width();
    if (!fair || room.height() < leastMap || room.width() < leastMap)
        return std::nullopt;
    layout.items.push_back({Element::Map, room, 1});
    return layout;
}

double LayoutAttempt::mapFit(const FigureLayout &layout) const
{
    const QRectF frame = layout.rect(Element::Map);
    return std::min(frame.height(), frame.width() / m_content.aspect);
}

/// Large on a slide, smaller where the page is narrow or the title long; two lines unless it would have to be cut.
void LayoutAttempt::chooseTitle(FigureLayout &layout) const
{
    const int nominal = m_page.width() >= 900 ? 26 : m_page.width() >= 560 ? 21 : 15;
    const double width = m_page.width() - 2 * m_margin;
    for (const double factor : {1.0, 0.86, 0.72}) {
        layout.titlePixels = std::max(12, int(std::lround(nominal * factor)));
        layout.titleLines = 2;
        if (!layout.text(Element::Title, m_content, width).elided())
            return;
    }
    layout.titleLines = std::max(2, int(m_page.height() * 0.25 / (layout.titlePixels * 1.36)));
}

void LayoutAttempt::takeText(FigureLayout &layout, QRectF &room, Element element, bool fromTop) const
{
    const double height = layout.text(element, m_content, room.width()).height();
    const double top = fromTop ? room.top() : room.bottom() - height;
    layout.items.push_back({element, QRectF(room.left(), top, room.width(), height), 1});
    if (fromTop)
        room.setTop(top + height);
    else
        room.setBottom(top);
}

void LayoutAttempt::placeTop(FigureLayout &layout, QRectF &room) const
{
    chooseTitle(layout);
    if (m_parts.title)
        takeText(layout, room, Element::Title, true);
    if (m_parts.subtitle)
        takeText(layout, room, Element::Subtitle, true);
    if (m_parts.title || m_parts.subtitle)
        room.setTop(room.top() + m_gap * 0.8);
}

void LayoutAttempt::placeBottomText(FigureLayout &layout, QRectF &room) const
{
    if (m_parts.disclaimer) {
        takeText(layout, room, Element::Disclaimer, false);
        room.setBottom(room.bottom() - m_gap * 0.4);
    }
    if (m_parts.credits) {
        takeText(layout, room, Element::Credits, false);
        room.setBottom(room.bottom() - m_gap * 0.7);
    }
}

void LayoutAttempt::placeBottomNotes(FigureLayout &layout, QRectF &room) const
{
    if (!m_parts.notes)
        return;
    const int columns = std::clamp(int(room.width() / notesColumn), 1, 4);
    const int all = int(m_content.notes.notes.size());
    const int shown = m_parts.allNotes
        ? all
        : NotesBlock::fitting(m_content.notes, room.width(), columns, notesHeight());
    const double height = NotesBlock(m_content.notes, room.width(), columns, shown).height();
    layout.notesShown = shown;
    if (shown == 0)
        return room.setBottom(room.top());  // a heading without a source is worth nothing: this attempt fails
    layout.items.push_back({Element::Notes, QRectF(room.left(), room.bottom() - height, room.width(), height), columns});
    room.setBottom(room.bottom() - height - m_gap);
}

/// Room for sources that have to be cut.
double LayoutAttempt::notesHeight() const
{
    return m_page.height() * (m_parts.manyNotes ? 0.28 : m_parts.someNotes ? 0.2 : 0.125);
}

double LayoutAttempt::scaleHeight() const
{
    return m_parts.northArrow ? northarrow::height : m_parts.scaleBar ? ScaleBar::height : 0;
}

/// Scale bar at the bottom left of @p room, north arrow at its bottom right.
void LayoutAttempt::placeScale(FigureLayout &layout, const QRectF &room) const
{
    if (m_parts.scaleBar) {
        const double width = std::min(scaleWidth, room.width() - (m_parts.northArrow ? northarrow::width : 0));
        layout.items.push_back(
            {Element::ScaleBar, QRectF(room.left(), room.bottom() - ScaleBar::height, width, ScaleBar::height), 1});
    }
    if (m_parts.northArrow)
        layout.items.push_back({Element::NorthArrow,
                                QRectF(room.right() - northarrow::width, room.bottom() - northarrow::height,
                                       northarrow::width, northarrow::height),
                                1});
}

/// Scale bar and north arrow under the map, the legend in columns to their left, or above them on a narrow page.
void LayoutAttempt::placeStrip(FigureLayout &layout, QRectF &room) const
{
    const double scales = scaleHeight() > 0 ? std::min(room.width(), narrowestColumn) : 0;
    const bool stacked = room.width() - scales < legendColumn;
    const double scalesLeft = m_parts.legend && !stacked ? room.right() - scales : room.left();
    placeScale(layout, QRectF(scalesLeft, room.top(), scales, room.height()));
    double height = scaleHeight();
    if (m_parts.legend) {
        const double bottom = stacked && height > 0 ? room.bottom() - height - m_gap : room.bottom();
        const double width = stacked || scales <= 0 ? room.width() : room.width() - scales - m_gap;
        const int columns = std::clamp(int(width / legendColumn), 1, int(m_content.legend.sections.size()));
        const double needed = LegendBlock(m_content.legend, width, columns).height();
        // Beside the scale bar the legend begins right under the map, above it it ends where the bar's row begins.
        height = std::max(height, room.bottom() - bottom + needed);
        layout.items.push_back({Element::Legend, QRectF(room.left(), room.bottom() - height, width, needed), columns});
    }
    if (height > 0)
        room.setBottom(room.bottom() - height - m_gap);
}

/// Legend at the top of a column beside the map, scale bar and north arrow at its bottom, notes between.
bool LayoutAttempt::placeColumn(FigureLayout &layout, QRectF &room, bool withNotes) const
{
    if (withNotes && !(m_parts.notes && m_parts.allNotes))
        return false;  // sources that have to be cut stand along the bottom, where more of them fit
    const double natural = LegendBlock::naturalWidth(m_content.legend);
    const double width = withNotes ? widestColumn : std::clamp(natural, narrowestColumn, widestColumn);
    QRectF column(room.right() - width, room.top(), width, room.height());
    room.setRight(column.left() - m_gap * 1.4);
    const double legend = LegendBlock(m_content.legend, width, 1).height();
    layout.items.push_back({Element::Legend, QRectF(column.left(), column.top(), width, legend), 1});
    placeScale(layout, column);
    column.setTop(column.top() + legend + m_gap);
    column.setBottom(column.bottom() - scaleHeight() - (scaleHeight() > 0 ? m_gap : 0));
    if (withNotes) {
        layout.notesShown = int(m_content.notes.notes.size());
        const double height = NotesBlock(m_content.notes, width, 1, layout.notesShown).height();
        if (height > column.height())
            return false;
        layout.items.push_back({Element::Notes, QRectF(column.left(), column.top(), width, height), 1});
    }
    return column.height() >= -m_gap;
}

} // namespace ca
