// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/Summary.h"

#include "atlas/ProvenanceCredits.h"

#include <algorithm>
#include <set>

namespace ca {
namespace {

/// Whom lines of a provenance owe; empty text for none.
Credit creditOf(const QString &provenance)
{
    for (Credit &credit : provenanceCredits()) {
        if (credit.layer == QStringLiteral("provenance:") + provenance) {
            credit.layer = QStringLiteral("segments");
            return credit;
        }
    }
    return {};
}

void addCredit(std::vector<Credit> &credits, const Credit &credit)
{
    const bool known = std::any_of(credits.begin(), credits.end(), [&](const Credit &c) {
        return c.text == credit.text && c.licence == credit.licence && (c.dataDate == credit.dataDate || credit.dataDate.isEmpty());
    });
    if (!credit.text.isEmpty() && !known)
        credits.push_back(credit);
}

bool meetsView(const Frame &frame, const Scene::LegLine &leg)
{
    const Box view = frame.planeBox(0);
    const std::span<const PointXY> line(leg.line);
    return leg.box.intersects(view) && !clipLine(leg.torn ? line.subspan(1) : line, view).empty();
}

template <class T>
std::vector<T> sorted(const std::set<T> &set)
{
    return {set.begin(), set.end()};
}

} // namespace

DrawnSummary summarise(const Frame &frame, const std::vector<DrawnStrand> &strands, const QStringList &layers,
                       const SymbolPainter::Drawn &symbols, const std::vector<PlacedLabel> &labels)
{
    DrawnSummary summary;
    std::set<DrawnSummary::Line> lines;
    std::set<Precision> precisions;
    std::set<QString> segments, provenances, extractDates;
    for (const DrawnStrand &drawn : strands) {
        const Scene::SegmentShape &shape = frame.scene.shapes()[drawn.strand->segment];
        const Segment &segment = frame.scene.atlas().data().segments[drawn.strand->segment];
        for (std::size_t l = shape.firstLeg; l < shape.firstLeg + shape.legCount; ++l) {
            const Scene::LegLine &leg = frame.scene.legs()[l];
            if (!meetsView(frame, leg))
                continue;
            lines.insert({drawn.strand->corridor, drawn.strand->mode, statusOn(*drawn.strand, leg)});
            precisions.insert(leg.precision);
            provenances.insert(segment.legs[leg.leg].provenance);
            if (!segment.legs[leg.leg].dataDate.isEmpty())
                extractDates.insert(segment.legs[leg.leg].dataDate);
            segments.insert(segment.id);
        }
        // The ends of an estimated line are points of somebody's data, too.
        if (segments.count(segment.id) > 0) {
            for (const Waypoint &waypoint : segment.waypoints)
                provenances.insert(waypoint.provenance);
        }
    }
    summary.lines = sorted(lines);
    summary.precisions = sorted(precisions);
    summary.symbols = sorted(std::set<WaypointKind>(symbols.kinds.begin(), symbols.kinds.end()));
    summary.subjectSymbols = symbols.subjects;
    summary.gaugeBreaks = symbols.gaugeBreaks;
    summary.layers = layers;
    for (const char *labelled : {"places", "countries", "seas"}) {
        const QString prefix = QString::fromLatin1(labelled == std::string_view("places") ? "place:" : labelled == std::string_view("seas") ? "sea:" : "country:");
        if (std::any_of(labels.begin(), labels.end(), [&](const PlacedLabel &l) { return l.id.startsWith(prefix); }))
            summary.layers << QString::fromLatin1(labelled);
    }
    summary.segments = QStringList(segments.begin(), segments.end());
    summary.provenances = QStringList(provenances.begin(), provenances.end());
    summary.extractDates = QStringList(extractDates.begin(), extractDates.end());
    const auto &added = frame.request.userLayers;
    for (auto layer = added.rbegin(); layer != added.rend(); ++layer) {
        if (layers.contains(layer->visibilityId()))
            summary.added.push_back({layer->title, layer->style, layer->shapes ? std::optional(layer->shapes->kind) : std::nullopt, layer->credit});
    }
    for (const Credit &credit : frame.scene.base().credits) {
        if (summary.layers.contains(credit.layer))
            addCredit(summary.credits, credit);
    }
    for (const DrawnSummary::Added &layer : summary.added) {
        if (!layer.credit.text.isEmpty())
            addCredit(summary.credits, layer.credit);
    }
    for (const QString &provenance : summary.provenances)
        addCredit(summary.credits, creditOf(provenance));
    summary.labelsInOtherLanguage = int(std::count_if(labels.begin(), labels.end(), [](const PlacedLabel &l) { return l.fallbackLanguage; }));
    return summary;
}

} // namespace ca
