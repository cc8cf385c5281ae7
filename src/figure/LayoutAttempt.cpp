// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/LayoutAttempt.h"

#include "figure/NorthArrow.h"
#include "figure/ScaleBar.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double barWidth = 200;           ///< room for a scale bar with its words
constexpr double leastBar = 110;
constexpr double notesColumn = 290;
constexpr double leastMapHeight = 0.4;     ///< of the page; less where the map's subject is flat:
constexpr double flatMapHeight = 0.26;
constexpr double leastMapWidth = 0.55;
constexpr double leastMap = 48;            ///< layout units: anything smaller is a stamp
constexpr double inMapDistance = 7;        ///< of the scale bar from the edges of the map

} // namespace

FigureParts FigureParts::wanted(const FigureContent &content)
{
    FigureParts parts;
    parts.title = !content.title.isEmpty();
    parts.subtitle = !content.subtitle.isEmpty();
    parts.legend = parts.wholeLegend = !content.legend.empty();
    parts.statusKey = !content.statusKey.empty();
    parts.largeKeys = parts.legend || parts.statusKey;
    parts.scaleBar = content.scaleBar;
    parts.northArrow = content.northArrow;
    parts.scaleOutside = content.scaleBar || content.northArrow;
    parts.notes = parts.allNotes = parts.manyNotes = parts.someNotes = !content.notes.empty();
    parts.credits = parts.fullCredits = !content.credits.isEmpty();
    parts.disclaimer = !content.disclaimer.isEmpty();
    return parts;
}

LayoutAttempt::LayoutAttempt(QSizeF page, double scale, const FigureContent &content, const FigureParts &parts)
    : m_page(page), m_scale(scale), m_content(content), m_parts(parts)
{
    m_margin = FigureLayout::marginOf(page);
    m_gap = std::clamp(m_margin * 0.6, 2.0, 11.0);
}

std::optional<FigureLayout> LayoutAttempt::arranged(Arrangement arrangement) const
{
    if (!keys() && arrangement != Arrangement::Below)
        return std::nullopt;
    FigureLayout layout;
    layout.page = m_page;
    layout.scale = m_scale;
    layout.briefCredits = !m_parts.fullCredits;
    layout.briefLegend = !m_parts.wholeLegend;
    layout.keySize = m_parts.largeKeys ? LegendBlock::Size::Normal : LegendBlock::Size::Small;
    QRectF room = QRectF(QPointF(0, 0), m_page).adjusted(m_margin, m_margin, -m_margin, -m_margin);
    placeTop(layout, room);
    placeBottomText(layout, room);
    if (arrangement != Arrangement::AllBeside)
        placeBottomNotes(layout, room);
    if (arrangement == Arrangement::Below)
        placeStrip(layout, room);
    else if (!placeColumn(layout, room, arrangement == Arrangement::AllBeside))
        return std::nullopt;
    if (!fair(room))
        return std::nullopt;
    add(layout, Element::Map, room);
    if (!m_parts.scaleOutside)
        placeScaleInMap(layout, room);
    return layout;
}

bool LayoutAttempt::fair(const QRectF &map) const
{
    const double flat = std::max(map.width() / m_content.aspect * 1.05, flatMapHeight * m_page.height());
    const double least = std::min(leastMapHeight * m_page.height(), flat);
    return map.height() >= std::max(least, leastMap) && map.width() >= std::max(leastMapWidth * m_page.width(), leastMap);
}

double LayoutAttempt::mapFit(const FigureLayout &layout) const
{
    const QRectF frame = layout.rect(Element::Map);
    return std::min(frame.height(), frame.width() / m_content.aspect);
}

void LayoutAttempt::chooseTitle(FigureLayout &layout, const FigureContent &content, double width)
{
    const double page = layout.page.width();
    const int nominal = page >= 900 ? 26 : page >= 560 ? 21 : 15;
    for (const double factor : {1.0, 0.86, 0.72}) {
        layout.titlePixels = std::max(12, int(std::lround(nominal * factor)));
        layout.titleLines = 2;
        if (!layout.text(Element::Title, content, width).elided())
            return;
    }
    layout.titleLines = std::max(2, int(layout.page.height() * 0.25 / (layout.titlePixels * 1.36)));
}

int LayoutAttempt::notesColumns(double width)
{
    return std::clamp(int(width / notesColumn), 1, 4);
}

int LayoutAttempt::keyColumns(double width, LegendBlock::Size size)
{
    return std::clamp(int(width / (size == LegendBlock::Size::Small ? 138 : 175)), 1, 6);
}

void LayoutAttempt::add(FigureLayout &layout, Element element, const QRectF &rect, int columns) const
{
    layout.items.push_back({element, rect, columns, false, rect, {}});
}

void LayoutAttempt::takeText(FigureLayout &layout, QRectF &room, Element element, bool fromTop) const
{
    const double height = layout.text(element, m_content, room.width()).height();
    const double top = fromTop ? room.top() : room.bottom() - height;
    add(layout, element, QRectF(room.left(), top, room.width(), height));
    if (fromTop)
        room.setTop(top + height);
    else
        room.setBottom(top);
}

void LayoutAttempt::placeTop(FigureLayout &layout, QRectF &room) const
{
    chooseTitle(layout, m_content, room.width());
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
    const int columns = notesColumns(room.width());
    layout.notesShown = m_parts.allNotes ? int(m_content.notes.notes.size())
                                         : NotesBlock::fitting(m_content.notes, room.width(), columns, notesHeight());
    const double height = layout.notes(m_content, room.width(), columns).height();
    if (layout.notesShown == 0)
        return room.setBottom(room.top());  // a heading without a source is worth nothing: this attempt fails
    add(layout, Element::Notes, QRectF(room.left(), room.bottom() - height, room.width(), height), columns);
    room.setBottom(room.bottom() - height - m_gap);
}

/// Room for sources that have to be cut.
double LayoutAttempt::notesHeight() const
{
    return m_page.height() * (m_parts.manyNotes ? 0.2 : m_parts.someNotes ? 0.145 : 0.1);
}

double LayoutAttempt::scaleHeight() const
{
    return !m_parts.scaleOutside ? 0 : m_parts.northArrow ? northarrow::height : m_parts.scaleBar ? ScaleBar::height : 0;
}

double LayoutAttempt::scaleWidth() const
{
    if (!m_parts.scaleOutside)
        return 0;
    return (m_parts.scaleBar ? barWidth : 0) + (m_parts.northArrow ? northarrow::width : 0);
}

/// The north arrow, and the scale bar to its right.
void LayoutAttempt::placeScale(FigureLayout &layout, QPointF bottomLeft, double width) const
{
    QRectF room(bottomLeft.x(), bottomLeft.y() - northarrow::height, width, northarrow::height);
    if (m_parts.northArrow) {
        add(layout, Element::NorthArrow, QRectF(room.left(), room.top(), northarrow::width, northarrow::height));
        room.setLeft(room.left() + northarrow::width);
    }
    if (m_parts.scaleBar)
        add(layout, Element::ScaleBar, QRectF(room.left(), room.bottom() - ScaleBar::height, std::min(barWidth, room.width()), ScaleBar::height));
}

void LayoutAttempt::placeScaleInMap(FigureLayout &layout, const QRectF &map) const
{
    const double arrow = m_parts.northArrow ? northarrow::width : 0;
    const double width = std::clamp(map.width() * 0.5, leastBar, barWidth * 0.8) + arrow;
    placeScale(layout, map.bottomLeft() + QPointF(inMapDistance, -inMapDistance), std::min(width, map.width() - 2 * inMapDistance));
}

} // namespace ca
