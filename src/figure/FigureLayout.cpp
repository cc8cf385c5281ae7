// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureLayout.h"

#include "base/Tr.h"
#include "figure/FigureText.h"
#include "figure/LayoutAttempt.h"
#include "figure/PlacedByHand.h"
#include "map/Fonts.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double referenceArea = 1280.0 * 720.0;  ///< a slide: the page whose type sizes are the nominal ones

/// One thing to leave out where the page is too small, in the order in which it is done.
struct Step {
    bool FigureParts::*part;
    const char *warning;
};
constexpr Step steps[] = {
    {&FigureParts::allNotes, nullptr},
    {&FigureParts::manyNotes, nullptr},
    {&FigureParts::someNotes, nullptr},
    {&FigureParts::largeKeys, nullptr},
    {&FigureParts::fullCredits,
     QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the full credits; only names are printed")},
    {&FigureParts::scaleOutside, nullptr},
    {&FigureParts::notes, QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the sources; they were left out")},
    {&FigureParts::wholeLegend,
     QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the whole legend; it names only the lines")},
    {&FigureParts::statusKey, QT_TRANSLATE_NOOP("FigureLayout", "the page is too small for the key to status; it was left out")},
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

struct Best {
    std::optional<FigureLayout> layout;
    double fit = 0;
};

Best bestOf(const LayoutAttempt &attempt)
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
    return {std::move(best), bestFit};
}

/// Leaves out what there is no room for, step by step.
class Chooser {
public:
    Chooser(const Figure &figure, double scale, const FigureContent &content)
        : m_page(figure.page / scale), m_scale(scale), m_content(content), m_parts(FigureParts::wanted(content))
    {
        FigureParts without = m_parts;
        without.notes = without.allNotes = without.manyNotes = without.someNotes = false;
        m_fitWithoutNotes = best(without).fit;
    }

    /// None where not even a map has room.
    std::optional<FigureLayout> chosen()
    {
        std::optional<FigureLayout> layout = attempted();
        QStringList warnings;
        for (const Step &step : steps) {
            if (layout)
                break;
            if (!(m_parts.*step.part))
                continue;
            m_parts.*step.part = false;
            if (step.warning)
                warnings << tr(step.warning);
            layout = attempted();
        }
        if (layout)
            layout->warnings = warnings;
        return layout;
    }

private:
    [[nodiscard]] Best best(const FigureParts &parts) const { return bestOf(LayoutAttempt(m_page, m_scale, m_content, parts)); }

    /// Sources must not eat the map: the more of them are printed, the more of its size it has to keep.
    [[nodiscard]] std::optional<FigureLayout> attempted() const
    {
        Best found = best(m_parts);
        const double kept = !m_parts.notes ? 0 : m_parts.someNotes ? 0.8 : 0.65;
        return found.fit >= kept * m_fitWithoutNotes ? std::move(found.layout) : std::nullopt;
    }

    QSizeF m_page;
    double m_scale;
    const FigureContent &m_content;
    FigureParts m_parts;
    double m_fitWithoutNotes = 0;
};

void sayWhatIsCut(FigureLayout &layout, const FigureContent &content)
{
    if (layout.find(FigureLayout::Element::Title) && layout.text(FigureLayout::Element::Title, content).elided())
        layout.warnings << tr("the title is too long for the page; it was cut");
    const int hidden = int(content.notes.notes.size()) - layout.notesShown;
    if (layout.find(FigureLayout::Element::Notes) && hidden > 0)
        layout.warnings << tr("the page has no room for %1 of the sources; the file's evidence names them all").arg(hidden);
    if (const double smallest = FigureLayout::smallestType * layout.scale; smallest < figuretext::smallestPixels)
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
    const int mostLines = element == Element::Title ? titleLines : element == Element::Subtitle ? 2 : 0;
    return TextBlock(words(element, content), font(element), width, mostLines);
}

QString FigureLayout::words(Element element, const FigureContent &content) const
{
    switch (element) {
    case Element::Title:
        return content.title;
    case Element::Subtitle:
        return content.subtitle;
    case Element::Credits:
        return briefCredits ? content.briefCredits : content.credits;
    case Element::Disclaimer:
        return content.disclaimer;
    default:
        return {};
    }
}

QFont FigureLayout::font(Element element) const
{
    switch (element) {
    case Element::Title:
        return mapFont(titlePixels, true);
    case Element::Subtitle:
        return mapFont(subtitlePixels());
    default:
        return mapFont(smallestType, false, element == Element::Disclaimer);
    }
}

double FigureLayout::marginOf(QSizeF page)
{
    return std::clamp(std::min(page.width(), page.height()) * 0.028, 2.0, 20.0);
}

double FigureLayout::scaleFor(QSizeF page)
{
    return std::max(1.0, std::sqrt(page.width() * page.height() / referenceArea));
}

LegendBlock FigureLayout::key(Element element, const FigureContent &content, double width, int columns) const
{
    if (element == Element::Legend)
        return LegendBlock(legend(content), width, columns, keySize);
    return element == Element::StatusKey ? LegendBlock(content.statusKey, width, columns, keySize) : LegendBlock();
}

NotesBlock FigureLayout::notes(const FigureContent &content, double width, int columns) const
{
    return NotesBlock(content.notes, width, columns, notesShown);
}

bool FigureLayout::onMap(const Item &item) const
{
    return item.element != Element::Map && item.rect.intersects(rect(Element::Map).adjusted(0.5, 0.5, -0.5, -0.5));
}

Result<FigureLayout> FigureLayout::of(const Figure &figure, const FigureContent &content)
{
    const double scale = figure.scale > 0 ? figure.scale : scaleFor(figure.page);
    std::optional<FigureLayout> layout = Chooser(figure, scale, content).chosen();
    if (!layout)
        return Error{tr("a page of %1 × %2 pixels has no room for a map").arg(figure.page.width()).arg(figure.page.height()), {}, 0};
    placeByHand(*layout, figure, content);
    sayWhatIsCut(*layout, content);
    return *std::move(layout);
}

} // namespace ca
