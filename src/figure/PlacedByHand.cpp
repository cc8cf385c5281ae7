// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PlacedByHand.h"

#include "base/Tr.h"
#include "figure/LayoutAttempt.h"
#include "figure/NorthArrow.h"
#include "figure/ScaleBar.h"

#include <algorithm>

namespace ca {

namespace {

using Element = FigureElement;

constexpr double leastNotesWidth = 120;
constexpr double leastBarWidth = 110;
constexpr double tolerance = 0.5;  ///< layout units: no one sees less

/// Whether the figure has it at all; the locator map is placed by FigureComposition.
bool present(Element element, const FigureContent &content)
{
    switch (element) {
    case Element::Title: return !content.title.isEmpty();
    case Element::Subtitle: return !content.subtitle.isEmpty();
    case Element::Map: return true;
    case Element::Inset: return false;
    case Element::Legend: return !content.legend.empty();
    case Element::StatusKey: return !content.statusKey.empty();
    case Element::ScaleBar: return content.scaleBar;
    case Element::NorthArrow: return content.northArrow;
    case Element::Notes: return !content.notes.empty();
    case Element::Credits: return !content.credits.isEmpty();
    case Element::Disclaimer: return !content.disclaimer.isEmpty();
    }
    return false;
}

FigureLayout::Item &itemOf(FigureLayout &layout, Element element)
{
    for (FigureLayout::Item &item : layout.items) {
        if (item.element == element)
            return item;
    }
    layout.items.push_back({element, {}, 1, false, {}, {}});
    return layout.items.back();
}

/// Sources are cut to the height they got, for a list may have hundreds; one is always printed.
void fitNotes(FigureLayout &layout, const FigureLayout::Item &item, const FigureContent &content)
{
    layout.notesShown = std::max(1, NotesBlock::fitting(content.notes, item.rect.width(), item.columns, item.rect.height()));
}

void setColumns(FigureLayout &layout, FigureLayout::Item &item, const FigureContent &content)
{
    const double width = item.rect.width();
    if (item.element == Element::Notes)
        item.columns = LayoutAttempt::notesColumns(width);
    else if (item.element == Element::StatusKey)
        item.columns = LayoutAttempt::keyColumns(width, layout.keySize);
    else if (item.element == Element::Legend)
        item.columns = std::clamp(LayoutAttempt::keyColumns(width, layout.keySize), 1, std::max(1, int(content.legend.sections.size())));
}

void place(FigureLayout &layout, Element element, const QRectF &share, const FigureContent &content)
{
    FigureLayout::Item &item = itemOf(layout, element);
    item.rect = placeOf(share, layout.page);
    item.placed = true;
    setColumns(layout, item, content);
    if (element == Element::Notes)
        fitNotes(layout, item, content);
    if (element == Element::Title) {
        LayoutAttempt::chooseTitle(layout, content, item.rect.width());
        layout.titleLines = 0;  // as many as it takes: it may hang over, but is not cut
    }
}

/// Scale bar and north arrow that stand in the map's corner go with it.
void followMap(FigureLayout &layout, const QRectF &before)
{
    const QRectF after = layout.rect(Element::Map);
    for (FigureLayout::Item &item : layout.items) {
        if (item.element != Element::Map && !item.placed && before.contains(item.rect))
            item.rect.translate(after.left() - before.left(), after.bottom() - before.bottom());
    }
}

void sayWhatHangsOver(FigureLayout &layout, const FigureLayout::Item &item)
{
    const QString title = figureElementTitle(item.element);
    if (item.least.width() > item.rect.width() + tolerance)
        layout.warnings << tr("%1: the place it was given is too narrow").arg(title);
    if (item.least.height() > item.rect.height() + tolerance)
        layout.warnings << tr("%1: the place it was given is too low; it hangs over").arg(title);
    const double bottom = item.rect.top() + std::max(item.rect.height(), item.least.height());
    if (bottom > layout.page.height() + tolerance)
        layout.warnings << tr("%1: it leaves the page and is cut").arg(title);
}

} // namespace

QSizeF leastSize(const FigureLayout &layout, const FigureLayout::Item &item, const FigureContent &content)
{
    const double width = item.rect.width();
    switch (item.element) {
    case Element::Map:
        return {48, 48};
    case Element::Inset:
        return {60, 45};
    case Element::Legend:
    case Element::StatusKey:
        return {LegendBlock::leastWidth(item.element == Element::Legend ? layout.legend(content) : content.statusKey, layout.keySize),
                layout.key(item.element, content, width, item.columns).height()};
    case Element::ScaleBar:
        return {leastBarWidth, ScaleBar::height};
    case Element::NorthArrow:
        return {northarrow::width, northarrow::height};
    case Element::Notes:
        return {leastNotesWidth, layout.notes(content, width, item.columns).height()};
    case Element::Title:
    case Element::Subtitle:
    case Element::Credits:
    case Element::Disclaimer:
        return {TextBlock::widestWord(layout.words(item.element, content), layout.font(item.element)), layout.text(item.element, content, width).height()};
    }
    return {};
}

void placeByHand(FigureLayout &layout, const Figure &figure, const FigureContent &content)
{
    const QRectF map = layout.rect(Element::Map);
    for (const auto &[element, share] : figure.placed) {
        if (present(element, content) && !share.isEmpty())
            place(layout, element, share, content);
    }
    followMap(layout, map);
    for (FigureLayout::Item &item : layout.items) {
        item.least = leastSize(layout, item, content);
        if (item.placed)
            sayWhatHangsOver(layout, item);
    }
}

} // namespace ca
