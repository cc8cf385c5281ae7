// SPDX-License-Identifier: GPL-3.0-or-later
// Borders: what is disputed, and that the figure takes no side.
#include "base/Tr.h"
#include "figure/FigureCheckParts.h"
#include "figure/LineLooks.h"

#include <array>

namespace ca::figurecheck {

namespace {

bool bordersDrawn(const Context &context)
{
    return context.drawsLayer(QStringLiteral("borders")) || context.drawsLayer(QStringLiteral("disputed"));
}

void disputedSolid(const Context &context, Findings &out)
{
    if (!tellsDisputes(context, context.style))
        out.push_back(objection("disputed-solid", tr("The style draws a disputed boundary as an unbroken line, as if it were settled."), FigureElement::Map,
                                themeThat(context, [&](const MapStyle &style) { return tellsDisputes(context, style); })));
}

void disputeUnexplained(const Context &context, Findings &out)
{
    const bool drawn = context.drawsLayer(QStringLiteral("disputed")) || context.drawsLayer(QStringLiteral("overlaps"));
    if (!drawn || context.printed(FigureElement::Legend))
        return;
    out.push_back(objection("dispute-unexplained", tr("A disputed boundary is drawn, and no legend says what the broken line means."), FigureElement::Legend,
                            context.figure.shows(FigureElement::Legend) ? std::nullopt : std::optional(showing(FigureElement::Legend))));
}

void disputesUnknown(const Context &context, Findings &out)
{
    if (bordersDrawn(context) && context.atlas.data().disputed.empty())
        out.push_back(remark("disputes-unknown", tr("The atlas has no data on disputed boundaries: all are drawn alike, as the base map has them."), FigureElement::Map));
}

FigureFix printDisclaimer()
{
    return {QStringLiteral("print-disclaimer"), tr("Print the disclaimer"), [](FigureView &view) {
                view.figure.setShown(FigureElement::Disclaimer, true);
                if (view.figure.disclaimerText().simplified().isEmpty())
                    view.figure.disclaimer.reset();
            }};
}

void disclaimerMissing(const Context &context, Findings &out)
{
    if (!bordersDrawn(context) || context.printed(FigureElement::Disclaimer))
        return;
    if (context.made.content.disclaimer.isEmpty())
        out.push_back(objection("disclaimer-missing", tr("Borders are drawn, and nothing says that the figure takes no side on them."), FigureElement::Disclaimer, printDisclaimer()));
    else
        out.push_back(objection("disclaimer-left-out", tr("The page has no room for the disclaimer on the borders that are drawn."), FigureElement::Disclaimer));
}

constexpr std::array<Check, 4> borderRules{disputedSolid, disputeUnexplained, disclaimerMissing, disputesUnknown};

} // namespace

/// Where a dispute is known, an unbroken line would settle it.
bool tellsDisputes(const Context &context, const MapStyle &style)
{
    return !(context.drawsLayer(QStringLiteral("disputed")) && readsAsSolid(style.line(QStringLiteral("disputed"))))
        && !(context.drawsLayer(QStringLiteral("overlaps")) && readsAsSolid(style.line(QStringLiteral("overlap"))));
}

std::span<const Check> borderChecks()
{
    return borderRules;
}

} // namespace ca::figurecheck
