// SPDX-License-Identifier: GPL-3.0-or-later
// Whose data it is, and as of when.
#include "base/Tr.h"
#include "figure/FigureCheckParts.h"
#include "figure/FigureText.h"
#include "map/Frame.h"
#include "map/LabelPainter.h"

#include <algorithm>
#include <array>

namespace ca::figurecheck {

namespace {

bool owesOpenStreetMap(const Context &context)
{
    const auto &credits = context.made.drawn.credits;
    return std::any_of(credits.begin(), credits.end(), [](const Credit &credit) { return credit.licence.startsWith(QLatin1String("ODbL")); });
}

void creditsMissing(const Context &context, Findings &out)
{
    if (context.made.credits.names.isEmpty() || context.printed(FigureElement::Credits))
        return;
    if (!context.figure.shows(FigureElement::Credits))
        out.push_back(objection("credits-hidden", tr("The credits are switched off: nothing says whose data the map is drawn from, and under which licence."),
                                FigureElement::Credits, showing(FigureElement::Credits)));
    else
        out.push_back(objection("credits-left-out", tr("The page has no room for the credits: nothing but the corner of the map says whose data it is drawn from."),
                                FigureElement::Credits));
}

void cornerCreditMissing(const Context &context, Findings &out)
{
    if (!context.made.map.cornerCredit && owesOpenStreetMap(context))
        out.push_back(objection("attribution-missing", tr("The map is drawn from OpenStreetMap, whose licence wants to be named on the map itself; the credit in its corner is off."),
                                FigureElement::Map));
}

/// The short credit in the map's corner, layout units of the page.
QRectF cornerCredit(const Context &context)
{
    const Frame frame(context.made.map);
    return LabelPainter::creditRect(frame).translated(context.made.layout.rect(FigureElement::Map).topLeft());
}

void cornerCreditCovered(const Context &context, Findings &out)
{
    if (!context.made.map.cornerCredit || context.figure.placed.empty())
        return;
    const QRectF credit = cornerCredit(context);
    for (const auto &[element, place] : context.figure.placed) {
        if (element == FigureElement::Map || !context.printed(element) || !meet(coveredBy(*context.made.layout.find(element)), credit))
            continue;
        out.push_back(objection("attribution-covered", tr("%1 covers the credit in the corner of the map, which the licence of its data wants to be seen.").arg(figureElementTitle(element)),
                                element, putBack(context, {element})));
    }
}

void addedWithoutSource(const Context &context, Findings &out)
{
    QStringList titles;
    for (const DrawnSummary::Added &layer : context.made.drawn.added)
        titles << QStringLiteral("“%1”").arg(layer.title);
    if (!titles.isEmpty())
        out.push_back(remark("added-source-unknown", tr("Source and licence of %1 are not known to the program: name them, if they are not yours.").arg(listed(titles)),
                             FigureElement::Credits));
}

/// Digits of any script as 0 to 9.
QString withPlainDigits(const QString &text)
{
    QString plain = text;
    for (QChar &character : plain) {
        if (const int digit = character.digitValue(); digit >= 0)
            character = QLatin1Char(char('0' + digit));
    }
    return plain;
}

/// A date is told when its year is: how exactly, the author chooses.
bool states(const QString &text, const QString &isoDate)
{
    return withPlainDigits(text).contains(isoDate.left(4));
}

bool pageStates(const Context &context, const QString &isoDate)
{
    const FigureContent &content = context.made.content;
    const std::array<std::pair<FigureElement, const QString &>, 3> texts{
        {{FigureElement::Title, content.title}, {FigureElement::Subtitle, content.subtitle}, {FigureElement::Disclaimer, content.disclaimer}}};
    return std::any_of(texts.begin(), texts.end(), [&](const auto &text) { return context.printed(text.first) && states(text.second, isoDate); });
}

/// The subtitle comes back, and the date behind what its author wrote.
FigureFix printDate(const QString &isoDate)
{
    const QString asOf = figuretext::asOf(isoDate);
    return {QStringLiteral("print-date"), tr("Print “%1”").arg(asOf), [isoDate, asOf](FigureView &view) {
                view.figure.setShown(FigureElement::Subtitle, true);
                const QString own = view.figure.subtitle.simplified();
                if (!own.isEmpty() && !states(own, isoDate))
                    view.figure.subtitle = own + QStringLiteral(" · ") + asOf;
            }};
}

void dateMissing(const Context &context, Findings &out)
{
    const QString &date = context.made.asOf;
    if (date.isEmpty())
        return out.push_back(objection("date-unknown", tr("Nothing says as of when the figure holds, and the atlas has no date."), FigureElement::Subtitle));
    if (pageStates(context, date))
        return;
    const QString sentence = tr("Nothing on the page says as of when the figure holds: %1.").arg(figuretext::date(date));
    const bool fixable = !context.figure.shows(FigureElement::Subtitle) || !states(context.made.content.subtitle, date);
    out.push_back(objection("date-missing", sentence, FigureElement::Subtitle, fixable ? std::optional(printDate(date)) : std::nullopt));
}

/// The last day that an ISO date, maybe shortened, can mean.
QDate lastDay(const QString &iso)
{
    const QDate first = figuretext::firstDay(iso);
    return iso.size() == 4 ? first.addYears(1).addDays(-1) : iso.size() == 7 ? first.addMonths(1).addDays(-1) : first;
}

void dateLongAgo(const Context &context, Findings &out)
{
    const QDate day = lastDay(context.made.asOf);
    if (!context.input.today || !day.isValid() || day.addYears(1) >= *context.input.today)
        return;
    const QDate atlasDay = lastDay(context.atlas.data().date);
    std::optional<FigureFix> fix;
    if (context.made.asOf != context.atlas.data().date && atlasDay.isValid() && atlasDay.addYears(1) >= *context.input.today)
        fix = FigureFix{QStringLiteral("date-of-atlas"), tr("Show what the atlas knows as of %1").arg(figuretext::date(context.atlas.data().date)),
                        [](FigureView &view) { view.asOf.clear(); }};
    out.push_back(remark("date-long-ago", tr("The figure shows how things stood on %1, more than a year ago.").arg(figuretext::date(context.made.asOf)), FigureElement::Subtitle,
                         std::move(fix)));
}

constexpr std::array<Check, 6> creditRules{creditsMissing, cornerCreditMissing, cornerCreditCovered, dateMissing, dateLongAgo, addedWithoutSource};

} // namespace

std::span<const Check> creditChecks()
{
    return creditRules;
}

} // namespace ca::figurecheck
