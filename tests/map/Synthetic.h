// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Fonts.h"
#include "map/RenderRequest.h"

/// A small made-up atlas: no real place, no real fact. A square island between 43–47° E and 38–42° N with a lake, a
/// border, a river, four towns, and a few segments, among them three on one track.
namespace ca::test {

inline Segment segment(const QString &id, Mode mode, GeoLine line, Precision precision = Precision::Generalised)
{
    Segment s;
    s.id = id;
    s.from = QStringLiteral("A");
    s.to = QStringLiteral("B");
    s.modes = {mode};
    Leg leg;
    leg.line = std::move(line);
    leg.precision = precision;
    leg.provenance = QStringLiteral("osm");
    s.legs = {leg};
    return s;
}

inline GeoLine parallel(double lat, double west, double east, double step = 0.05)
{
    GeoLine line;
    const int count = int(std::lround(std::abs(east - west) / step));
    for (int i = 0; i <= count; ++i)
        line.push_back({lat, west + (east - west) * i / count});
    return line;
}

inline void addStatus(AtlasData &data, const QString &segmentId, Status status)
{
    Fact fact;
    fact.id = QStringLiteral("f-") + segmentId;
    fact.subject = segmentId;
    fact.attribute = QStringLiteral("status");
    fact.value = toId(status);
    fact.asOf = QStringLiteral("2026");
    fact.sources = {QStringLiteral("r1")};
    data.facts.push_back(fact);
}

inline void addMember(AtlasData &data, const QString &corridor, int order, const QString &segmentId)
{
    data.members.push_back({corridor, order, segmentId, Role::Main, {}, {}});
}

inline AtlasData atlasData()
{
    AtlasData data;
    for (const char *id : {"red", "blue", "pipe"})
        data.subjects.push_back({QString::fromLatin1(id), SubjectKind::Corridor, QStringLiteral("%1 way").arg(QLatin1String(id)), {}, {}, {}, {}});
    data.subjects.push_back({QStringLiteral("place-middle"), SubjectKind::Place, QStringLiteral("Middle"), {40.6, 45.0}, {}, {}, {}});
    data.segments = {
        segment(QStringLiteral("trunk"), Mode::Rail, parallel(40, 46, 44)),
        segment(QStringLiteral("twin"), Mode::Rail, parallel(40.001, 44.1, 45.9)),  // the other way round
        segment(QStringLiteral("far"), Mode::Rail, parallel(41, 46, 44)),
        segment(QStringLiteral("plan"), Mode::Rail, parallel(39, 46, 44), Precision::Schematic),
        segment(QStringLiteral("gas"), Mode::GasPipeline, parallel(40.0005, 46, 44)),
        segment(QStringLiteral("guess"), Mode::Sea, parallel(38.5, 48, 47.2), Precision::Estimated),
    };
    data.segments.back().legs.front().errorMetres = 12000;
    data.segments.back().legs.front().provenance = QStringLiteral("estimated");
    const auto stop = [](LatLon at, WaypointKind kind, const char *name) {
        Waypoint waypoint;
        waypoint.position = at;
        waypoint.kind = kind;
        waypoint.name = QString::fromLatin1(name);
        waypoint.provenance = QStringLiteral("osm");
        return waypoint;
    };
    data.segments[0].waypoints = {stop({40, 46}, WaypointKind::Port, "Eastport"), stop({40, 44}, WaypointKind::Station, "Westend")};
    addMember(data, QStringLiteral("red"), 1, QStringLiteral("trunk"));
    addMember(data, QStringLiteral("red"), 2, QStringLiteral("plan"));
    addMember(data, QStringLiteral("blue"), 1, QStringLiteral("trunk"));
    addMember(data, QStringLiteral("blue"), 2, QStringLiteral("twin"));
    addMember(data, QStringLiteral("blue"), 3, QStringLiteral("far"));
    addMember(data, QStringLiteral("pipe"), 1, QStringLiteral("gas"));
    addMember(data, QStringLiteral("pipe"), 2, QStringLiteral("guess"));
    for (const char *id : {"trunk", "twin", "far", "gas", "guess"})
        addStatus(data, QString::fromLatin1(id), Status::Operating);
    addStatus(data, QStringLiteral("plan"), Status::Planned);
    return data;
}

inline void addFeature(FeatureTable &table, std::int64_t id, const std::vector<GeoLine> &parts)
{
    table.beginFeature(id);
    for (const GeoLine &part : parts)
        table.addPart(part);
}

inline GeoLine square(double west, double south, double east, double north)
{
    return {{south, west}, {south, east}, {north, east}, {north, west}, {south, west}};
}

inline BaseLayer layer(const QString &id, GeometryKind kind)
{
    BaseLayer made;
    made.id = id;
    made.levels.resize(1);
    made.levels[0].features.kind = kind;
    return made;
}

inline BaseLayer places()
{
    BaseLayer made = layer(QStringLiteral("places"), GeometryKind::Point);
    FeatureTable &table = made.levels[0].features;
    table.columns = {{QStringLiteral("name"), {}}, {QStringLiteral("name_en"), {}}, {QStringLiteral("name_az"), {}},
                     {QStringLiteral("rank"), {}}, {QStringLiteral("capital_of"), {}}, {QStringLiteral("population"), {}}};
    const auto add = [&](std::int64_t id, double lat, double lon, const char *name, const char *az, int rank, const char *capital, int population) {
        addFeature(table, id, {{{lat, lon}}});
        const QVariant values[] = {QString::fromUtf8(name), QString::fromUtf8(name), az ? QVariant(QString::fromUtf8(az)) : QVariant(), rank,
                                   capital ? QVariant(QString::fromLatin1(capital)) : QVariant(), population};
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            table.columns[i].values.push_back(values[i]);
    };
    add(1, 40.5, 45.6, "Capital", "Paytaxt", 1, "country", 1'200'000);
    add(2, 40.02, 45.0, "Bigtown", "Şəhər", 1, nullptr, 1'000'000);
    add(3, 40.03, 45.03, "Neartown", nullptr, 3, nullptr, 300'000);
    add(4, 38.7, 44.3, "Hamlet", nullptr, 9, nullptr, 900);
    return made;
}

inline BaseMap baseMap()
{
    BaseMap base;
    BaseLayer land = layer(QStringLiteral("land"), GeometryKind::Polygon);
    addFeature(land.levels[0].features, 1, {square(43, 38, 47, 42), square(44.2, 41.2, 44.8, 41.7)});
    BaseLayer coast = layer(QStringLiteral("coast"), GeometryKind::Line);
    addFeature(coast.levels[0].features, 1, {square(43, 38, 47, 42)});
    BaseLayer borders = layer(QStringLiteral("borders"), GeometryKind::Line);
    addFeature(borders.levels[0].features, 1, {{{37.9, 45}, {42.1, 45.2}}});
    BaseLayer lakes = layer(QStringLiteral("lakes"), GeometryKind::Polygon);
    addFeature(lakes.levels[0].features, 1, {square(44.2, 41.2, 44.8, 41.7)});
    lakes.levels[0].features.columns = {{QStringLiteral("name_en"), {QStringLiteral("Tarn")}}};
    BaseLayer rivers = layer(QStringLiteral("rivers"), GeometryKind::Line);
    addFeature(rivers.levels[0].features, 1, {{{38.2, 43.4}, {39.6, 43.5}}});
    rivers.levels[0].features.columns = {{QStringLiteral("name_en"), {QStringLiteral("Beck")}}};
    BaseLayer countries = layer(QStringLiteral("countries"), GeometryKind::Point);
    addFeature(countries.levels[0].features, 1, {{{39.5, 44.2}}});
    countries.levels[0].features.columns = {{QStringLiteral("name_en"), {QStringLiteral("Westland")}}};
    base.layers = {land, coast, borders, lakes, rivers, countries, places()};
    const QString osm = QStringLiteral("© OpenStreetMap contributors");
    for (const char *id : {"land", "coast", "borders", "lakes"})
        base.credits.push_back({QString::fromLatin1(id), osm, QStringLiteral("ODbL-1.0"), {}, QStringLiteral("2017")});
    base.credits.push_back({QStringLiteral("places"), QStringLiteral("GeoNames"), QStringLiteral("CC-BY-4.0"), {}, {}});
    return base;
}

inline std::shared_ptr<const Scene> scene(AtlasData data = atlasData(), BaseMap base = baseMap())
{
    return Scene::build(std::make_shared<const Atlas>(std::move(data)), std::make_shared<const BaseMap>(std::move(base)),
                        *Projection::create(Projection::defaultDefinition()));
}

/// A bundled style with colours for the made-up corridors.
inline std::shared_ptr<const MapStyle> style(const QString &name)
{
    auto made = std::make_shared<MapStyle>(*MapStyle::bundled(name));
    made->corridors.insert(QStringLiteral("red"), QColor(0xd5, 0x5e, 0x00));
    made->corridors.insert(QStringLiteral("blue"), QColor(0x00, 0x72, 0xb2));
    made->corridors.insert(QStringLiteral("pipe"), QColor(0x00, 0x9e, 0x73));
    return made;
}

/// A request for the whole island.
inline RenderRequest request(std::shared_ptr<const Scene> of, QSizeF size = {640, 480}, GeoBox extent = {42.8, 37.8, 48.2, 42.2})
{
    loadFonts();
    RenderRequest r;
    r.scene = std::move(of);
    r.style = style(QStringLiteral("light"));
    r.view.projection = r.scene->projection();
    r.view.size = size;
    r.view = r.view.fitted(extent);
    return r;
}

} // namespace ca::test
