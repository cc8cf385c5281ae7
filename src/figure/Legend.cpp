// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Legend.h"

#include "figure/FigureText.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace ca {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Legend", text);
}

LegendEntry plainEntry(LegendEntry::Kind kind, const QString &text)
{
    LegendEntry entry;
    entry.kind = kind;
    entry.text = text;
    return entry;
}

/// In the atlas' order; the sample is the corridor's most finished line, drawn in its main mode, so that its
/// colour shows best.
LegendSection corridorSection(const DrawnSummary &drawn, const Atlas &atlas, NamePolicy policy, const QString &language)
{
    LegendSection section{tr("Corridors"), {}};
    for (const Subject *corridor : atlas.corridors()) {
        const DrawnSummary::Line *best = nullptr;
        Mode mode = Mode::Other;
        for (const DrawnSummary::Line &line : drawn.lines) {
            if (line.corridor != corridor->id)
                continue;
            mode = std::min(mode, line.mode);
            if (!best || line.status < best->status)
                best = &line;
        }
        if (!best)
            continue;
        LegendEntry entry;
        entry.corridor = corridor->id;
        entry.mode = mode;
        entry.status = best->status;
        entry.text = atlas.displayName(corridor->id, policy, language);
        section.entries.push_back(entry);
    }
    return section;
}

LegendSection modeSection(const DrawnSummary &drawn)
{
    LegendSection section{tr("Kind of line"), {}};
    std::set<Mode> modes;
    for (const DrawnSummary::Line &line : drawn.lines)
        modes.insert(line.mode);
    for (const Mode mode : modes) {
        LegendEntry entry;
        entry.kind = LegendEntry::Kind::Mode;
        entry.mode = mode;
        entry.text = figuretext::sentence(title(mode));
        section.entries.push_back(entry);
    }
    return section;
}

LegendSection statusSection(const DrawnSummary &drawn)
{
    LegendSection section{tr("Status"), {}};
    std::set<Status> statuses;
    for (const DrawnSummary::Line &line : drawn.lines)
        statuses.insert(line.status);
    for (const Status status : statuses) {
        LegendEntry entry;
        entry.kind = LegendEntry::Kind::Status;
        entry.status = status;
        entry.text = figuretext::sentence(title(status));
        section.entries.push_back(entry);
    }
    return section;
}

QString precisionText(Precision precision)
{
    return precision == Precision::Schematic ? tr("Schematic: true stops, straight line between them")
                                             : tr("Estimated course");
}

/// Only what a reader could take for more than it is: lines that follow a known course need no word.
LegendSection precisionSection(const DrawnSummary &drawn)
{
    LegendSection section{tr("How well the line is known"), {}};
    for (const Precision precision : drawn.precisions) {
        if (precision < Precision::Schematic)
            continue;
        LegendEntry entry;
        entry.kind = LegendEntry::Kind::Precision;
        entry.precision = precision;
        entry.text = precisionText(precision);
        section.entries.push_back(entry);
    }
    return section;
}

LegendSection symbolSection(const DrawnSummary &drawn)
{
    LegendSection section{tr("Symbols"), {}};
    for (const WaypointKind kind : drawn.symbols) {
        LegendEntry entry;
        entry.kind = LegendEntry::Kind::Symbol;
        entry.symbol = kind;
        entry.text = figuretext::sentence(title(kind));
        section.entries.push_back(entry);
    }
    if (drawn.gaugeBreaks)
        section.entries.push_back(plainEntry(LegendEntry::Kind::GaugeBreak, tr("Break of gauge")));
    if (drawn.subjectSymbols)
        section.entries.push_back(plainEntry(LegendEntry::Kind::Subject, tr("Place named in an article")));
    return section;
}

/// Only borders that are not drawn as settled; the others every reader knows.
LegendSection borderSection(const DrawnSummary &drawn)
{
    LegendSection section{tr("Borders"), {}};
    if (drawn.layers.contains(QStringLiteral("disputed")))
        section.entries.push_back(plainEntry(LegendEntry::Kind::Disputed, tr("Disputed, by the sources cited")));
    if (drawn.layers.contains(QStringLiteral("overlaps")))
        section.entries.push_back(plainEntry(LegendEntry::Kind::Overlap, tr("Area within the outlines of two countries")));
    return section;
}

LegendSection addedSection(const DrawnSummary &drawn)
{
    LegendSection section{tr("Added layers"), {}};
    for (const DrawnSummary::Added &layer : drawn.added) {
        LegendEntry entry = plainEntry(LegendEntry::Kind::Added, layer.title);
        entry.added = layer.style;
        entry.geometry = layer.kind;
        section.entries.push_back(entry);
    }
    return section;
}

} // namespace

Legend Legend::of(const DrawnSummary &drawn, const Atlas &atlas, NamePolicy policy, const QString &language)
{
    Legend legend;
    std::vector sections{corridorSection(drawn, atlas, policy, language), statusSection(drawn), modeSection(drawn),
                         precisionSection(drawn), symbolSection(drawn), borderSection(drawn), addedSection(drawn)};
    for (LegendSection &section : sections) {
        if (!section.entries.empty())
            legend.sections.push_back(std::move(section));
    }
    return legend;
}

} // namespace ca
