// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureLayout.h"

#include "figure/FigureText.h"
#include "figure/LayoutAttempt.h"
#include "map/Fonts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FigureLayout", text);
}

constexpr double referenceArea = 1280.0 * 720.0;  ///< a slide: the page whose type sizes are the nominal ones
constexpr double smallestType = 9;                ///< of credits and sources, layout units

/// One thing to leave out where the page is too small, in the order in which it is done.
struct Step {
    bool FigureParts::*part;
    const char *warning;
};
constexpr Step steps[] = {
    {&FigureParts::allNotes, nullptr},
    {&FigureParts::manyNotes, nullptr},
    {&FigureParts::someNotes, nullptr},
    {&FigureParts::fullCredits,
     QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the full credits; only names are printed")},
    {&FigureParts::notes, QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the sources; they were left out")},
    {&FigureParts::legend, QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the legend; it was left out")},
    {&FigureParts::northArrow,
     QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the north arrow; it was left out")},
    {&FigureParts::disclaimer,
     QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the disclaimer; it was left out")},
    {&FigureParts::scaleBar, QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the scale bar; it was left out")},
    {&FigureParts::credits,
     QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for credits; the short one stays on the map")},
    {&FigureParts::subtitle, QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the subtitle; it was left out")},
    {&FigureParts::title, QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the title; it was left out")},
};

std::optional<FigureLayout> bestOf(const LayoutAttempt &attempt)
{
    std::optional<FigureLayout> best;
    double bestFit = 0;
    for (const Arrangement arrangement : {Arrangement::Beside, Arrangement::AllBeside, Arrangement::Below}) {
        std::optional<FigureLayout> layout = attempt.arranged(arrangement);
        const double fit = layout ? attempt.mapFit(*layout) : 0;
        if (fit > bestFit * 1.001) {  // the earlier arrangement wins a tie
            best = std::move(layout);
            bestFit = fit;
        }
    }
    return best;
}

void sayWhatIsCut(FigureLayout &layout, const FigureContent &content)
{
    if (layout.find(FigureLayout::Element::Title) && layout.text(FigureLayout::Element::Title, content).elided())
        layout.warnings << tr("the title is too long for the page; it was cut");
    const int hidden = int(content.notes.notes.size()) - layout.notesShown;
    if (layout.find(FigureLayout::Element::Notes) && hidden > 0)
        layout.warnings << tr("the page has no room for %1 of the sources").arg(hidden);
    if (const double smallest = smallestType * layout.scale; smallest < figuretext::smallestPixels)
        layout.warnings << tr("at this size and resolution the smallest type is %1 pt, under the 6 pt that print needs")
                               .arg(smallest * 0.75, 0, 'f', 1);
}

} // namespace

const FigureLayout::Item *FigureLayout::find(Element element) const
{
    const auto found =
        std::find_if(items.begin(), items.end(), [element](const Item &item) { return item.element == element; });
    return found == items.end() ? nullptr : &*found;
}

QRectF FigureLayout::rect(Element element) const
{
    const Item *item = find(element);
    return item ? item->rect : QRectF();
}

TextBlock FigureLayout::text(Element element, const FigureContent &content) const
{
    return text(element, content, rect(element).width());
}

TextBlock FigureLayout::text(Element element, const FigureContent &content, double width) const
{
    switch (element) {
    case Element::Title:
        return TextBlock(content.title, mapFont(titlePixels, true), width, titleLines);
    case Element::Subtitle:
        return TextBlock(content.subtitle, mapFont(titlePixels >= 20 ? 13 : 11), width, 2);
    case Element::Credits:
        return TextBlock(briefCredits ? content.briefCredits : content.credits, mapFont(9), width);
    case Element::Disclaimer:
        return TextBlock(content.disclaimer, mapFont(9, false, true), width);
    default:
        return {};
    }
}

double FigureLayout::scaleFor(QSizeF page)
{
    return std::max(1.0, std::sqrt(page.width() * page.height() / referenceArea));
}

Result<FigureLayout> FigureLayout::of(const Figure &figure, const FigureContent &content)
{
    const double scale = figure.scale > 0 ? figure.scale : scaleFor(figure.page);
    FigureParts parts = FigureParts::wanted(content);
    QStringList warnings;
    const auto attempted = [&] { return bestOf(LayoutAttempt(figure.page / scale, scale, content, parts)); };
    std::optional<FigureLayout> layout = attempted();
    for (const Step &step : steps) {
        if (layout)
            break;
        if (!(parts.*step.part))
            continue;
        parts.*step.part = false;
        if (step.warning)
            warnings << tr(step.warning);
        layout = attempted();
    }
    if (!layout)
        return Error{tr("a page of %1 × %2 pixels has no room for a map").arg(figure.page.width()).arg(figure.page.height()), {}, 0};
    layout->warnings = warnings;
    sayWhatIsCut(*layout, content);
    return *std::move(layout);
}

} // namespace ca
