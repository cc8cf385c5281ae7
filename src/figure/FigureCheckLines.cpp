// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that look like what they are not, and keys that do not explain what is drawn.
#include "base/Tr.h"
#include "figure/FigureCheckParts.h"
#include "figure/LineLooks.h"

#include <algorithm>
#include <array>
#include <set>

namespace ca::figurecheck {

namespace {

using Line = DrawnSummary::Line;

bool looksOperating(const MapStyle &style, const Line &line)
{
    if (line.status == Status::Operating)
        return false;
    return sameSigns(style.segmentLine(line.corridor, line.mode, line.status), style.segmentLine(line.corridor, line.mode, Status::Operating));
}

void drawnAsOperating(const Context &context, Findings &out)
{
    std::set<Status> statuses;
    QStringList corridors;
    for (const Line &line : context.made.drawn.lines) {
        if (!looksOperating(context.style, line))
            continue;
        statuses.insert(line.status);
        if (const QString name = context.name(line.corridor); !corridors.contains(name))
            corridors << name;
    }
    if (statuses.empty())
        return;
    QStringList titles;
    for (const Status status : statuses)
        titles << title(status);
    out.push_back(objection("drawn-as-operating", tr("The style draws lines that are %1 like operating ones: %2.").arg(listed(titles), listed(corridors)), FigureElement::Map,
                            themeThat(context, [&](const MapStyle &style) { return tellsStatus(context, style); })));
}

bool holds(const Legend &legend, LegendEntry::Kind kind)
{
    return std::any_of(legend.sections.begin(), legend.sections.end(), [kind](const LegendSection &section) {
        return std::any_of(section.entries.begin(), section.entries.end(), [kind](const LegendEntry &entry) { return entry.kind == kind; });
    });
}

/// Whether the legend explains this, or would if the page had room for the whole of it.
bool explains(const Context &context, LegendEntry::Kind kind)
{
    return context.printed(FigureElement::Legend) && holds(context.made.content.legend, kind);
}

/// What brings the explanation back: the element, unless it is on and has no room.
std::optional<FigureFix> showIfHidden(const Context &context, FigureElement element)
{
    return context.figure.shows(element) ? std::nullopt : std::optional(showing(element));
}

void statusUnexplained(const Context &context, Findings &out)
{
    std::set<Status> statuses;
    for (const Line &line : context.made.drawn.lines)
        statuses.insert(line.status);
    if (statuses.size() < 2 || context.printed(FigureElement::StatusKey))
        return;
    QStringList titles;
    for (const Status status : statuses)
        titles << title(status);
    out.push_back(objection("status-unexplained", tr("Lines of different status are drawn (%1), and no key tells which is which.").arg(listed(titles)), FigureElement::StatusKey,
                            showIfHidden(context, FigureElement::StatusKey)));
}

/// Corridors and kinds of line that are drawn.
struct Kinds {
    QStringList corridors;
    std::set<Mode> modes;

    explicit Kinds(const Context &context)
    {
        for (const Line &line : context.made.drawn.lines) {
            modes.insert(line.mode);
            if (!corridors.contains(line.corridor))
                corridors << line.corridor;
        }
    }
};

bool labelled(const Context &context, const QString &corridor)
{
    const auto &labels = context.made.labels;
    return std::any_of(labels.begin(), labels.end(), [&](const PlacedLabel &label) { return label.id.startsWith(QStringLiteral("corridor:%1:").arg(corridor)); });
}

void kindsUnexplained(const Context &context, Findings &out)
{
    const Kinds kinds(context);
    const auto tells = [&](LegendEntry::Kind kind) { return explains(context, kind); };
    // A corridor that is named along its line needs no key.
    const bool named = std::all_of(kinds.corridors.begin(), kinds.corridors.end(), [&](const QString &corridor) { return labelled(context, corridor); });
    const bool corridors = kinds.corridors.size() > 1 && !named && !tells(LegendEntry::Kind::Corridor);
    const bool modes = kinds.modes.size() > 1 && !tells(LegendEntry::Kind::Mode);
    if (corridors || modes)
        out.push_back(objection("legend-missing", tr("Lines of different kinds are drawn, and no legend tells what they are."), FigureElement::Legend, showIfHidden(context, FigureElement::Legend)));
}

void courseUnexplained(const Context &context, Findings &out)
{
    const auto &precisions = context.made.drawn.precisions;
    const bool doubtful = std::any_of(precisions.begin(), precisions.end(), [](Precision precision) { return precision >= Precision::Schematic; });
    if (doubtful && !explains(context, LegendEntry::Kind::Precision))
        out.push_back(objection("course-unexplained", tr("Some lines are schematic or estimated, and nothing on the page says that their true course is not known."),
                                FigureElement::Legend, showIfHidden(context, FigureElement::Legend)));
}

/// Small pages get a legend of the corridors alone.
void legendBrief(const Context &context, Findings &out)
{
    const auto lost = [&](LegendEntry::Kind kind) { return explains(context, kind) && !holds(context.made.layout.legend(context.made.content), kind); };
    const bool modes = Kinds(context).modes.size() > 1 && lost(LegendEntry::Kind::Mode);
    if (modes || lost(LegendEntry::Kind::Precision))
        out.push_back(remark("legend-brief", tr("The page has room for a short legend only: kinds of line, and how well their course is known, are not explained."), FigureElement::Legend));
}

void mapEmpty(const Context &context, Findings &out)
{
    if (!context.made.drawn.lines.empty() || !context.made.drawn.added.empty())
        return;
    const auto &legs = context.made.map.scene->legs();
    const Box seen = context.made.map.view.box();
    const bool hidden = std::any_of(legs.begin(), legs.end(), [&](const Scene::LegLine &leg) { return seen.contains(PointXY(leg.line[leg.line.size() / 2])); });
    std::optional<FigureFix> fix;
    if (hidden)
        fix = FigureFix{QStringLiteral("show-lines"), tr("Show all corridors"), [](FigureView &view) {
                            view.visibility.hiddenCorridors.clear();
                            view.visibility.hiddenSegments.clear();
                        }};
    out.push_back(objection("map-empty", hidden ? tr("The map shows no line: those of this area are switched off.") : tr("The map shows no line: none lies in this area."), FigureElement::Map,
                            std::move(fix)));
}

constexpr std::array<Check, 6> lineRules{mapEmpty, drawnAsOperating, statusUnexplained, kindsUnexplained, courseUnexplained, legendBrief};

} // namespace

bool tellsStatus(const Context &context, const MapStyle &style)
{
    const auto &lines = context.made.drawn.lines;
    return std::none_of(lines.begin(), lines.end(), [&](const Line &line) { return looksOperating(style, line); });
}

std::span<const Check> lineChecks()
{
    return lineRules;
}

} // namespace ca::figurecheck
