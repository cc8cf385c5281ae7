// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of places, waypoints and subjects: beside their symbol.
#include "map/LabelCandidate.h"
#include "map/SymbolPainter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ca {
namespace {

constexpr double dotRadius = 2.5;
constexpr double forcedStopNames = 400;  // metres per pixel; farther off, stops go without rather than over a corridor
constexpr int highestForced = 1;   // places below this rank go without a name rather than over a corridor

struct PlaceClass {
    const char *style;
    int priority;
    double farthest;  // metres per pixel
};

const PlaceClass &classOf(const PreparedPlace &place)
{
    static constexpr PlaceClass capital{"capital", LabelPriority::capital, 12000};
    static constexpr std::array<PlaceClass, 10> ranks{{{"place-1", LabelPriority::place, 9000},
                                                       {"place-1", LabelPriority::place - 40, 4500},
                                                       {"place-2", LabelPriority::place - 150, 2600},
                                                       {"place-2", LabelPriority::place - 220, 1300},
                                                       {"place-3", LabelPriority::place - 320, 850},
                                                       {"place-3", LabelPriority::place - 400, 560},
                                                       {"place-4", LabelPriority::place - 460, 340},
                                                       {"place-4", LabelPriority::place - 520, 190},
                                                       {"place-4", LabelPriority::place - 570, 90},
                                                       {"place-4", LabelPriority::place - 610, 50}}};
    return place.capital ? capital : ranks[std::size_t(place.rank)];
}

int populationBonus(double population)
{
    return population < 10 ? 0 : std::clamp(int(std::log10(population) * 5), 0, 39);
}

LocalName waypointName(const Waypoint &waypoint, const QString &language)
{
    if (language == QLatin1String("en"))
        return {waypoint.name, false};
    const QString name = waypoint.nameIn(language);
    return name.isEmpty() ? LocalName{waypoint.name, true} : LocalName{name, false};
}

double nameLimit(const Scene::WaypointMark &mark)
{
    switch (mark.waypoint->kind) {
    case WaypointKind::Field:
    case WaypointKind::Terminal: return 1600;
    case WaypointKind::Port: return mark.end ? 1300 : 500;
    case WaypointKind::CompressorStation:
    case WaypointKind::BorderCrossing:
    case WaypointKind::Landfall: return 500;
    case WaypointKind::Station:
    case WaypointKind::City: return mark.end ? 700 : 130;
    case WaypointKind::Junction: return 60;
    }
    return 0;
}

/// How far a name must stand off to clear all lanes of the tracks at a stop, pixels.
double besideLanes(const Frame &frame, const Scene::WaypointMark &mark)
{
    double lanes = 0.5;
    for (const std::size_t segment : mark.segments) {
        for (const std::size_t s : frame.scene.shapes()[segment].strands)
            lanes = std::max(lanes, std::abs(frame.scene.strands()[s].lane) + 0.5);
    }
    return lanes * frame.strandSpacing + 2;
}

void addPlace(const Frame &frame, const PreparedPlace &place, const FeatureTable &table, LabelCandidates &out)
{
    const PlaceClass &kind = classOf(place);
    const LocalName name = localName(table, place.feature, frame.request.language);
    if (name.text.isEmpty())
        return;
    LabelCandidate candidate;
    candidate.pointed = true;
    PlacedLabel &label = candidate.label;
    label.text = name.text;
    label.fallbackLanguage = name.fallback;
    label.style = QString::fromLatin1(kind.style);
    candidate.idPrefix = QStringLiteral("place:");
    candidate.number = place.id;
    label.priority = kind.priority + populationBonus(place.population);
    label.anchor = frame.view.toScreen(place.at);
    label.symbol = place.capital ? PlacedLabel::Symbol::Capital : PlacedLabel::Symbol::Dot;
    candidate.measure = LabelText::measure(label.text, frame.style.text(label.style));
    if (!place.capital && place.rank > highestForced)
        candidate.lines = LabelCandidate::Lines::Forbid;
    candidate.around = dotRadius + (place.capital ? 1.5 : 0);
    out.push_back(std::move(candidate));
}

} // namespace

LocalName localName(const FeatureTable &table, std::size_t feature, const QString &language)
{
    const QString wanted = table.value(feature, QStringLiteral("name_") + language).toString();
    if (!wanted.isEmpty())
        return {wanted, false};
    const QString english = table.value(feature, QStringLiteral("name_en")).toString();
    const bool fallback = language != QLatin1String("en");
    return {english.isEmpty() ? table.value(feature, QStringLiteral("name")).toString() : english, fallback};
}

QString brokenTitle(const QString &title, int longest)
{
    if (title.size() <= longest)
        return title;
    qsizetype best = -1;
    for (qsizetype i = title.indexOf(QLatin1Char(' ')); i >= 0; i = title.indexOf(QLatin1Char(' '), i + 1)) {
        if (best < 0 || std::abs(i - title.size() / 2) < std::abs(best - title.size() / 2))
            best = i;
    }
    return best < 0 ? title : title.left(best) + QLatin1Char('\n') + title.mid(best + 1);
}

bool placeShown(const Frame &frame, const PreparedPlace &place)
{
    return frame.view.metresPerPixel <= classOf(place).farthest;
}

void addPlaceLabels(const Frame &frame, LabelCandidates &out)
{
    const FeatureTable *table = frame.scene.base().placeTable.get();
    if (!table || !frame.request.visibility.layer(QStringLiteral("places")))
        return;
    for (const std::uint32_t i : frame.scene.base().placeIndex.query(frame.planeBox(labelMargin))) {
        const PreparedPlace &place = frame.scene.base().places[i];
        if (frame.cancel.cancelled())
            return;
        if (placeShown(frame, place))
            addPlace(frame, place, *table, out);
    }
}

void addWaypointLabels(const Frame &frame, LabelCandidates &out)
{
    const Box seen = frame.planeBox(labelMargin);
    for (const Scene::WaypointMark &mark : frame.scene.waypoints()) {
        if (frame.cancel.cancelled())
            return;
        if (!seen.contains(mark.at) || frame.view.metresPerPixel > nameLimit(mark) || !SymbolPainter::shown(frame, mark))
            continue;
        const LocalName name = waypointName(*mark.waypoint, frame.request.language);
        if (name.text.isEmpty())
            continue;
        LabelCandidate candidate;
        candidate.pointed = true;
        PlacedLabel &label = candidate.label;
        label.text = name.text;
        label.fallbackLanguage = name.fallback;
        label.style = QStringLiteral("waypoint");
        candidate.idPrefix = QStringLiteral("waypoint:%1:%2").arg(frame.scene.atlas().data().segments[mark.segments.front()].id, mark.waypoint->name);
        label.priority = mark.end ? LabelPriority::waypointEnd : LabelPriority::waypoint;
        label.anchor = frame.view.toScreen(mark.at);
        candidate.measure = LabelText::measure(label.text, frame.style.text(label.style));
        const double symbol = SymbolPainter::size(frame, mark) / 2;
        candidate.around = symbol;
        for (const double aside : {besideLanes(frame, mark), besideLanes(frame, mark) + 8}) {
            for (std::size_t i = 0; i < spotsAround; ++i)
                candidate.spots.push_back(spotAround(i, label.anchor, symbol + aside, candidate.measure));
        }
        if (!mark.end || frame.view.metresPerPixel > forcedStopNames)
            candidate.lines = LabelCandidate::Lines::Forbid;
        out.push_back(std::move(candidate));
    }
}

void addSubjectLabels(const Frame &frame, LabelCandidates &out)
{
    constexpr double farthest = 420;  // metres per pixel
    const Box seen = frame.planeBox(labelMargin);
    const Highlight &highlight = frame.request.highlight;
    for (const Scene::SubjectMark &mark : frame.scene.subjects()) {
        const bool chosen = highlight.selected.contains(mark.subject->id);
        if (!seen.contains(mark.at) || !SymbolPainter::shown(frame, mark) || (!chosen && frame.view.metresPerPixel > farthest))
            continue;
        LabelCandidate candidate;
        candidate.pointed = true;
        PlacedLabel &label = candidate.label;
        label.text = brokenTitle(frame.scene.atlas().displayName(mark.subject->id, frame.request.namePolicy, frame.request.language));
        label.fallbackLanguage =
            !frame.scene.atlas().hasNameIn(mark.subject->id, frame.request.namePolicy, frame.request.language);
        label.style = QStringLiteral("subject");
        candidate.idPrefix = QStringLiteral("subject:") + mark.subject->id;
        label.priority = LabelPriority::subject + (chosen ? 300 : 0);
        label.anchor = frame.view.toScreen(mark.at);
        candidate.measure = LabelText::measure(label.text, frame.style.text(label.style));
        candidate.around = SymbolPainter::size(frame, mark) / 2;
        if (!chosen)
            candidate.lines = LabelCandidate::Lines::Forbid;
        out.push_back(std::move(candidate));
    }
}

} // namespace ca
