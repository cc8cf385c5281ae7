// SPDX-License-Identifier: GPL-3.0-or-later
// The half of RouteMatcher.h that finds places by their names.
#include "atlas/Folding.h"
#include "base/Tr.h"
#include "geo/Geodesic.h"
#include "osm/LineTags.h"
#include "osm/RouteMatcher.h"
#include "osm/RouteRequest.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ca {
namespace {

/// How a name agrees with what is looked for, best first.
enum class Agreement : std::uint8_t { Whole, WithoutCommonWords, Loosely, None };

constexpr double samePlaceMetres = 10'000;  ///< stations of one name nearer than that serve one town
constexpr double stationMetres = 300;
constexpr double townMetres = 5000;

struct NamedPlace {
    RoutePlace place;
    Agreement agreement = Agreement::None;
    int rank = 0;                 ///< the extract before the atlas, stations before stops, ends of segments before waypoints
};

/// What is looked for, in its three spellings.
class SoughtName {
public:
    explicit SoughtName(const QString &text) : m_whole(plain(text)), m_bare(bare(text)), m_loose(foldLoosely(m_bare)) {}

    [[nodiscard]] Agreement with(const QString &name) const
    {
        if (name.isEmpty())
            return Agreement::None;
        if (plain(name) == m_whole)
            return Agreement::Whole;
        const QString other = bare(name);
        if (other.isEmpty() || m_bare.isEmpty())
            return Agreement::None;
        if (other == m_bare)
            return Agreement::WithoutCommonWords;
        return foldLoosely(other) == m_loose ? Agreement::Loosely : Agreement::None;
    }

private:
    static QString plain(const QString &text) { return fold(text).simplified(); }
    /// Without what is in brackets and words such as "station".
    static QString bare(const QString &text)
    {
        static const QRegularExpression brackets(QStringLiteral("\\([^)]*\\)")), separators(QStringLiteral("[^\\w]+"));
        static const QSet<QString> common = [] {
            QSet<QString> words;
            for (const char16_t *word : {u"station", u"railway", u"rail", u"central", u"passenger", u"stansiyası", u"stansiya", u"dəmiryol", u"dəmiryolu",
                                         u"mərkəzi", u"sərnişin", u"sadguri", u"სადგური", u"ცენტრალური", u"станция", u"вокзал", u"կայարան",
                                         u"istasyonu", u"garı", u"tren", u"gar"})
                words.insert(fold(QString::fromUtf16(word)));
            return words;
        }();
        QStringList kept;
        for (const QString &word : fold(QString(text).remove(brackets)).split(separators, Qt::SkipEmptyParts)) {
            if (!common.contains(word))
                kept << word;
        }
        return kept.join(u' ');
    }

    QString m_whole, m_bare, m_loose;
};

bool isNameKey(std::string_view key)
{
    return key == "name" || key.starts_with("name:") || key == "int_name" || key == "alt_name" || key == "official_name" || key == "old_name"
        || key == "loc_name" || key == "short_name";
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// The best agreement of any of its names; several in one are parted by semicolons.
Agreement agreementOf(const SoughtName &wanted, std::span<const OsmTag> tags)
{
    Agreement best = Agreement::None;
    for (const OsmTag &tag : tags) {
        if (!isNameKey(tag.key))
            continue;
        for (const QString &name : textOf(tag.value).split(u';'))
            best = std::min(best, wanted.with(name));
    }
    return best;
}

void addStation(const SoughtName &wanted, std::span<const OsmTag> tags, LatLon at, std::vector<NamedPlace> &found)
{
    if (!at.defined() || !linetags::isStation(tags))
        return;
    if (const Agreement agreement = agreementOf(wanted, tags); agreement != Agreement::None) {
        const int rank = tagValue(tags, "railway") == "station" ? 0 : 1;
        const std::string_view english = tagValue(tags, "name:en");
        found.push_back({{textOf(english.empty() ? tagValue(tags, "name") : english), at, stationMetres}, agreement, rank});
    }
}

LatLon middleOf(std::span<const OsmExtract::Vertex> vertices)
{
    GeoBox box;
    for (const OsmExtract::Vertex &vertex : vertices) {
        if (vertex.at.defined())
            box.extend(vertex.at.degrees());
    }
    return box.empty() ? LatLon{} : box.centre();
}

void addStations(const OsmExtract &extract, const SoughtName &wanted, std::vector<NamedPlace> &found)
{
    for (const OsmExtract::Node &node : extract.nodes)
        addStation(wanted, extract.tagsOf(node.tags), node.at.degrees(), found);
    for (const OsmExtract::Way &way : extract.ways) {
        if (const std::vector<OsmTag> tags = extract.tagsOf(way.tags); linetags::isStation(tags))
            addStation(wanted, tags, middleOf(extract.verticesOf(way)), found);
    }
}

/// An end of a segment; as well known as the waypoint there. Where that is a station, "(Turkish border)" in the name says
/// that the line goes on to the border.
RoutePlace endOf(const Segment &segment, const QString &name, double along)
{
    constexpr double same = 1000;
    for (const Waypoint &waypoint : segment.waypoints) {
        if (std::abs(waypoint.along - along) < same) {
            const bool border = waypoint.kind == WaypointKind::Station && name.endsWith(QLatin1String("border)"));
            return {name, waypoint.position, toleranceOf(waypoint, segment), border};
        }
    }
    return {name, along > 0 ? segment.legs.back().line.back() : segment.legs.front().line.front(), stationMetres};
}

void addWaypoints(const Atlas &atlas, const SoughtName &wanted, std::vector<NamedPlace> &found)
{
    for (const Segment &segment : atlas.data().segments) {
        for (const auto &[name, along] : {std::pair(segment.from, 0.0), {segment.to, segment.lengthMetres}}) {
            if (const Agreement agreement = wanted.with(name); agreement != Agreement::None && !segment.legs.empty())
                found.push_back({endOf(segment, name, along), agreement, 2});
        }
        for (const Waypoint &waypoint : segment.waypoints) {
            Agreement best = std::min(wanted.with(waypoint.name), wanted.with(waypoint.nameLocal));
            for (const auto &[language, name] : waypoint.names)
                best = std::min(best, wanted.with(name));
            if (best != Agreement::None)
                found.push_back({{waypoint.name, waypoint.position, toleranceOf(waypoint, segment)}, best, 3});
        }
    }
}

void addSubjects(const Atlas &atlas, const QString &text, std::vector<NamedPlace> &found)
{
    for (const QString &id : atlas.resolve(text)) {
        if (const Subject *subject = atlas.subject(id); subject && subject->position.defined())
            found.push_back({{subject->title, subject->position, townMetres}, Agreement::Whole, 4});
    }
}

std::optional<LatLon> coordinates(const QString &text)
{
    static const QRegularExpression pair(QStringLiteral("^\\s*(-?\\d+(?:\\.\\d+)?)\\s*,\\s*(-?\\d+(?:\\.\\d+)?)\\s*$"));
    const auto match = pair.match(text);
    return match.hasMatch() ? std::optional(LatLon{match.captured(1).toDouble(), match.captured(2).toDouble()}) : std::nullopt;
}

QString described(const RoutePlace &place)
{
    return QStringLiteral("%1 (%2,%3)").arg(place.name).arg(place.position.lat, 0, 'f', 5).arg(place.position.lon, 0, 'f', 5);
}

Result<RoutePlace> theOne(const QString &text, std::vector<NamedPlace> found)
{
    if (found.empty())
        return Error::of(tr("neither the extract nor the atlas has a place called “%1”").arg(text));
    // "Baku Central Railway Station" is as much Baku as the town is.
    const auto isLoose = [](const NamedPlace &place) { return place.agreement == Agreement::Loosely; };
    std::stable_sort(found.begin(), found.end(), [&](const NamedPlace &a, const NamedPlace &b) {
        return std::tuple(isLoose(a), a.rank, a.agreement) < std::tuple(isLoose(b), b.rank, b.agreement);
    });
    const NamedPlace &best = found.front();
    QStringList others;
    for (const NamedPlace &other : found) {
        if (isLoose(other) == isLoose(best) && other.rank == best.rank && geodesic::distance(other.place.position, best.place.position) > samePlaceMetres)
            others << described(other.place);
    }
    others.removeDuplicates();
    if (!others.isEmpty())
        return Error::of(tr("“%1” is the name of several places: %2, %3; give one as LAT,LON").arg(text, described(best.place), others.join(QStringLiteral(", "))));
    return best.place;
}

} // namespace

Result<RoutePlace> findPlace(const OsmExtract &extract, const Atlas &atlas, const QString &text)
{
    if (const std::optional<LatLon> at = coordinates(text)) {
        if (!at->valid())
            return Error::of(tr("“%1” is no place on Earth: latitude comes first").arg(text));
        return RoutePlace{text.simplified(), *at, stationMetres};
    }
    const SoughtName wanted(text);
    std::vector<NamedPlace> found;
    addStations(extract, wanted, found);
    addWaypoints(atlas, wanted, found);
    addSubjects(atlas, text, found);
    return theOne(text, std::move(found));
}

} // namespace ca
