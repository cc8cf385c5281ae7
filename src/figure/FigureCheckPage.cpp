// SPDX-License-Identifier: GPL-3.0-or-later
// The page: what cannot be read, what lies over something else, what is missing to read a map.
#include "base/Tr.h"
#include "figure/FigureCheckParts.h"
#include "figure/FigureText.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ca::figurecheck {

namespace {

constexpr double smallestSpokenType = 11;  // of the legend, layout units: what is read while someone speaks
// On a slide credits and sources are for the handout and may be as small as on paper. What is talked about must be read from
// the back of a room: a 72nd of the height at least, 7.5 pt on a slide of 7.5 inches.
constexpr double leastShareOfSlide = 1.0 / 72;
constexpr double crooked = 10;             // degrees off north that a reader must be told of

double smallestLabel(const Context &context)
{
    double smallest = smallestSpokenType;
    for (const PlacedLabel &label : context.made.labels) {
        if (const double size = context.style.text(label.style).size; size > 0)
            smallest = std::min(smallest, size);
    }
    return smallest;
}

/// Page pixels per layout unit from which all can be read.
double leastScale(const Context &context)
{
    const double print = figuretext::smallestPixels / std::min(FigureLayout::smallestType, smallestLabel(context));
    return context.isSlide() ? std::max(print, leastShareOfSlide * context.figure.page.height() / smallestLabel(context)) : print;
}

/// Rounded up, so that the figure stays as near to what was chosen as can be.
FigureFix enlarge(double scale)
{
    const double rounded = std::ceil(scale * 100 - 1e-9) / 100;
    return {QStringLiteral("enlarge-type"), tr("Enlarge the type"), [rounded](FigureView &view) { view.figure.scale = rounded; }};
}

void typeTooSmall(const Context &context, Findings &out)
{
    const double scale = context.made.layout.scale, smallest = std::min(FigureLayout::smallestType, smallestLabel(context)) * scale;
    if (smallest < figuretext::smallestPixels - 1e-6)
        out.push_back(objection("type-too-small", tr("The smallest type is %1 pt at the size of the page; print needs 6 pt.").arg(figuretext::locale().toString(smallest * pointsPerPixel, 'f', 1)),
                                {}, enlarge(leastScale(context))));
    else if (context.isSlide() && smallestLabel(context) * scale < leastShareOfSlide * context.figure.page.height() - 1e-6)
        out.push_back(remark("type-small-on-slide", tr("Names on the map or the legend are smaller than can be read from the back of a room."), FigureElement::Map, enlarge(leastScale(context))));
}

/// A place given by hand may be too small; the layout's own cuts only what nothing else helps.
void textCut(const Context &context, Findings &out)
{
    for (const FigureLayout::Item &item : context.made.layout.items) {
        const bool hangsOver = item.placed && (item.least.width() > item.rect.width() + tolerance || item.least.height() > item.rect.height() + tolerance);
        if (hangsOver || context.made.layout.text(item.element, context.made.content).elided())
            out.push_back(objection("text-cut", tr("%1: what it holds has no room where it stands.").arg(figureElementTitle(item.element)), item.element,
                                    putBackIfPlaced(context, item.element)));
    }
}

void titleMissing(const Context &context, Findings &out)
{
    if (context.printed(FigureElement::Title))
        return;
    if (!context.made.content.title.isEmpty())
        out.push_back(objection("title-left-out", tr("The page has no room for the title."), FigureElement::Title));
    else if (context.isSlide())
        out.push_back(remark("title-missing", tr("The slide has no title."), FigureElement::Title,
                             context.figure.title.simplified().isEmpty() ? std::nullopt : std::optional(showing(FigureElement::Title))));
}

/// On the map things may lie on purpose; what the map was moved over by hand may not be seen there by intention.
bool mayLieOver(const FigureLayout::Item &one, const FigureLayout::Item &other)
{
    if (one.element != FigureElement::Map && other.element != FigureElement::Map)
        return false;
    const FigureLayout::Item &map = one.element == FigureElement::Map ? one : other, &over = one.element == FigureElement::Map ? other : one;
    const bool ownCorner = over.element == FigureElement::Inset || over.element == FigureElement::ScaleBar || over.element == FigureElement::NorthArrow;
    return ownCorner || over.placed || !map.placed;
}

void addOverlap(const Context &context, const FigureLayout::Item &one, const FigureLayout::Item &other, Findings &out)
{
    std::vector<FigureElement> moved;
    for (const FigureLayout::Item *item : {&one, &other}) {
        if (item->placed)
            moved.push_back(item->element);
    }
    out.push_back(objection("overlap", tr("%1 and %2 lie over one another.").arg(figureElementTitle(one.element), figureElementTitle(other.element).toLower()),
                            moved.empty() ? one.element : moved.front(), moved.empty() ? std::nullopt : std::optional(putBack(context, moved))));
}

void overlaps(const Context &context, Findings &out)
{
    const auto &items = context.made.layout.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            if (meet(coveredBy(items[i]), coveredBy(items[j])) && !mayLieOver(items[i], items[j]))
                addOverlap(context, items[i], items[j], out);
        }
    }
}

void offPage(const Context &context, Findings &out)
{
    const QRectF page = QRectF(QPointF(0, 0), context.made.layout.page).adjusted(-tolerance, -tolerance, tolerance, tolerance);
    for (const FigureLayout::Item &item : context.made.layout.items) {
        if (!page.contains(coveredBy(item)))
            out.push_back(objection("off-page", tr("%1 does not lie wholly on the page.").arg(figureElementTitle(item.element)), item.element, putBackIfPlaced(context, item.element)));
    }
}

void scaleBarMissing(const Context &context, Findings &out)
{
    const bool wanted = !context.figure.shows(FigureElement::ScaleBar) || context.made.content.scaleBar;
    if (!context.isSlide() && wanted && !context.printed(FigureElement::ScaleBar))
        out.push_back(remark("scale-bar-missing", tr("The map has no scale bar: distances cannot be judged."), FigureElement::ScaleBar,
                             context.figure.shows(FigureElement::ScaleBar) ? std::nullopt : std::optional(showing(FigureElement::ScaleBar))));
}

/// Without room for the arrow, lines of the graticule tell directions too.
FigureFix drawGraticule()
{
    return {QStringLiteral("draw-graticule"), tr("Draw the graticule"), [](FigureView &view) { view.visibility.hiddenLayers.remove(QStringLiteral("graticule")); }};
}

void northMissing(const Context &context, Findings &out)
{
    const double off = std::abs(context.made.north.value_or(0));
    if (off <= crooked || context.printed(FigureElement::NorthArrow) || context.made.map.visibility.layer(QStringLiteral("graticule")))
        return;
    out.push_back(objection("north-untold", tr("North is %1° off the top of the map, and nothing says so.").arg(qRound(off)), FigureElement::NorthArrow,
                            context.figure.shows(FigureElement::NorthArrow) ? drawGraticule() : showing(FigureElement::NorthArrow)));
}

void darkOnPaper(const Context &context, Findings &out)
{
    if (context.style.dark && !context.isSlide())
        out.push_back(remark("dark-on-paper", tr("The map is drawn in a dark style on white paper."), FigureElement::Map,
                             themeThat(context, [](const MapStyle &style) { return !style.dark; })));
}

constexpr std::array<Check, 8> pageRules{titleMissing, typeTooSmall, textCut, overlaps, offPage, northMissing, scaleBarMissing, darkOnPaper};

} // namespace

std::span<const Check> pageChecks()
{
    return pageRules;
}

} // namespace ca::figurecheck
