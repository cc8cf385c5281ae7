// SPDX-License-Identifier: GPL-3.0-or-later
// The column beside the map and the strip below it.
#include "figure/LayoutAttempt.h"

#include "figure/NorthArrow.h"

#include <algorithm>

namespace ca {

namespace {

constexpr double narrowestColumn = 226;  ///< scale bar and north arrow side by side
constexpr double widestColumn = 260;

constexpr double widestStripColumn = 250;

/// Sections stay whole; the rows of a single one are shared out, three to a column at least.
int columnsFor(const Legend &legend, int most)
{
    const int sections = int(legend.sections.size());
    return std::clamp(sections > 1 ? sections : (int(legend.sections.front().entries.size()) + 2) / 3, 1, most);
}

} // namespace

double LayoutAttempt::columnWidth(const FigureLayout &layout) const
{
    double natural = scaleWidth();
    if (m_parts.legend)
        natural = std::max(natural, LegendBlock::naturalWidth(layout.legend(m_content), layout.keySize));
    if (m_parts.statusKey)
        natural = std::max(natural, LegendBlock::naturalWidth(m_content.statusKey, layout.keySize));
    return std::min(natural, m_parts.largeKeys ? widestColumn : widestColumn * 0.7);
}

/// Legend at the top of a column beside the map, the status key right under it, scale bar and north arrow at its bottom,
/// notes between.
bool LayoutAttempt::placeColumn(FigureLayout &layout, QRectF &room, bool withNotes) const
{
    if (withNotes && !(m_parts.notes && m_parts.allNotes))
        return false;  // sources that have to be cut stand along the bottom, where more of them fit
    const double width = withNotes ? widestColumn : std::max(columnWidth(layout), m_parts.scaleOutside ? narrowestColumn : 0.0);
    QRectF column(room.right() - width, room.top(), width, room.height());
    room.setRight(column.left() - m_gap * 1.4);
    for (const Element element : {Element::Legend, Element::StatusKey}) {
        if (!(element == Element::Legend ? m_parts.legend : m_parts.statusKey))
            continue;
        const double height = layout.key(element, m_content, width, 1).height();
        add(layout, element, QRectF(column.left(), column.top(), width, height));
        column.setTop(column.top() + height + m_gap);
    }
    if (scaleHeight() > 0) {
        placeScale(layout, column.bottomLeft(), width);
        column.setBottom(column.bottom() - scaleHeight() - m_gap);
    }
    if (withNotes) {
        layout.notesShown = int(m_content.notes.notes.size());
        const double height = layout.notes(m_content, width, 1).height();
        if (height > column.height())
            return false;
        add(layout, Element::Notes, QRectF(column.left(), column.top(), width, height));
    }
    return column.height() >= -m_gap;
}

/// Puts legend and status key at the top of @p room, side by side where that leaves both wide enough; gives their height.
double LayoutAttempt::stripKeys(FigureLayout &layout, const QRectF &room) const
{
    const int most = keyColumns(room.width(), layout.keySize);
    const bool together = m_parts.legend && m_parts.statusKey && most >= 2;
    const int legend = m_parts.legend ? columnsFor(layout.legend(m_content), together ? most - 1 : most) : 0;
    const int status = !m_parts.statusKey ? 0 : together ? 1 : columnsFor(m_content.statusKey, most);
    const int columns = together ? legend + status : std::max(legend, status);
    const double gap = m_gap * 1.6, width = std::min((room.width() + gap) / columns - gap, std::max(widestStripColumn, room.width() / most));
    const auto widthOf = [&](int count) { return count * (width + gap) - gap; };
    QPointF at = room.topLeft();
    double height = 0;
    const auto put = [&](Element element, int count) {
        const double needed = layout.key(element, m_content, widthOf(count), count).height();
        add(layout, element, QRectF(at, QSizeF(widthOf(count), needed)), count);
        height = std::max(height, at.y() - room.top() + needed);
        at += together ? QPointF(widthOf(count) + gap, 0) : QPointF(0, needed + m_gap);
    };
    if (legend > 0)
        put(Element::Legend, legend);
    if (status > 0)
        put(Element::StatusKey, status);
    return height;
}

/// Keys in columns under the map; scale bar and north arrow at the right of them, right under the map, or in a row of
/// their own on a narrow page.
void LayoutAttempt::placeStrip(FigureLayout &layout, QRectF &room) const
{
    const double scales = scaleWidth(), gap = m_gap * 1.6;
    const QRectF whole(room.left(), 0, room.width(), room.height()), shared = whole.adjusted(0, 0, scales > 0 ? -scales - gap : 0, 0);
    const double ownRow = scales > 0 ? scaleHeight() + (keys() ? m_gap : 0) : 0;
    FigureLayout trial = layout;
    const bool own = scales > 0
        && (!keys() || shared.width() < widestStripColumn || stripKeys(trial, whole) + ownRow < stripKeys(trial, shared));
    const double row = own ? ownRow : 0;
    const std::size_t first = layout.items.size();
    double height = keys() ? stripKeys(layout, own ? whole : shared) : 0;
    height = std::max(height, own ? 0 : scaleHeight()) + row;
    const double top = room.bottom() - height;
    for (std::size_t i = first; i < layout.items.size(); ++i) {
        layout.items[i].rect.translate(0, top + row);
        layout.items[i].automatic = layout.items[i].rect;
    }
    if (scales > 0)
        placeScale(layout, QPointF(own ? room.left() : room.right() - scales, top + scaleHeight()), own ? room.width() : scales);
    if (height > 0)
        room.setBottom(top - m_gap);
}

} // namespace ca
