// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Legend.h"

#include "base/Tr.h"
#include "figure/FigureText.h"

#include <algorithm>
#include <set>

namespace ca {

namespace {

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

/// What stands out, as the map shows it.
LegendSection selectedSection(const DrawnSummary &drawn, const Atlas &atlas, NamePolicy policy, const QString &language,
                              const QSet<QString> &selected)
{
    LegendSection section{tr("Highlighted"), {}};
    for (const QString &id : drawn.segments) {
        if (!selected.contains(id))
            continue;
        LegendEntry entry = plainEntry(LegendEntry::Kind::Selected, atlas.displayName(id, policy, language));
        entry.mode = atlas.segment(id)->mainMode();
        entry.status = atlas.status(id).status;
        entry.corridor = atlas.corridorsOf(id).value(0);
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

/// The one corridor whose lines are drawn; empty where there are none or several.
QString onlyCorridor(const DrawnSummary &drawn)
{
    const bool one = std::all_of(drawn.lines.begin(), drawn.lines.end(),
                                 [&](const DrawnSummary::Line &line) { return line.corridor == drawn.lines.front().corridor; });
    return one && !drawn.lines.empty() ? drawn.lines.front().corridor : QString();
}

LegendSection statusSection(const DrawnSummary &drawn)
{
    LegendSection section{tr("Status"), {}};
    std::set<Status> statuses;
    for (const DrawnSummary::Line &line : drawn.lines)
        statuses.insert(line.status);
    const QString corridor = onlyCorridor(drawn);
    for (const Status status : statuses) {
        LegendEntry entry;
        entry.kind = LegendEntry::Kind::Status;
        entry.corridor = corridor;
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

Legend Legend::of(const DrawnSummary &drawn, const Atlas &atlas, NamePolicy policy, const QString &language,
                  const QSet<QString> &selected)
{
    Legend legend;
    std::vector sections{selectedSection(drawn, atlas, policy, language, selected), corridorSection(drawn, atlas, policy, language),
                         modeSection(drawn), precisionSection(drawn), symbolSection(drawn), borderSection(drawn), addedSection(drawn)};
    for (LegendSection &section : sections) {
        if (!section.entries.empty())
            legend.sections.push_back(std::move(section));
    }
    return legend;
}

Legend Legend::statusKey(const DrawnSummary &drawn)
{
    const LegendSection section = statusSection(drawn);
    return section.entries.empty() ? Legend() : Legend{{section}};
}

Legend Legend::brief() const
{
    Legend legend;
    for (const LegendSection &section : sections) {
        const LegendEntry::Kind kind = section.entries.front().kind;
        if (kind == LegendEntry::Kind::Selected || kind == LegendEntry::Kind::Corridor || kind == LegendEntry::Kind::Added)
            legend.sections.push_back(section);
    }
    return legend;
}

} // namespace ca
