// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseMapRefresh.h"

#include "SmallWorld.h"
#include "geo/Geodesic.h"
#include "map/Fonts.h"
#include "map/LabelLayout.h"
#include "map/MapStyle.h"
#include "map/Scene.h"
#include "osm/BaseCover.h"
#include "store/AtlasFile.h"
#include "store/BaseMapWriter.h"
#include "support/RealAtlas.h"
#include "support/TestData.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace ca;

namespace {

const FeatureTable &finest(const BaseMap &map, const char *id)
{
    return map.layer(QLatin1String(id))->levels.back().features;
}

std::vector<GeoLine> ringsOf(const FeatureTable &table, std::size_t f)
{
    std::vector<GeoLine> rings;
    for (std::uint32_t p = table.featureStart[f]; p < table.featureStart[f + 1]; ++p)
        rings.emplace_back(table.part(p).begin(), table.part(p).end());
    return rings;
}

/// How many polygons of a level have the place: one where there is land.
int landAt(const FeatureTable &land, LatLon p)
{
    int count = 0;
    for (std::size_t f = 0; f < land.featureCount(); ++f)
        count += ringsContain(ringsOf(land, f), p);
    return count;
}

/// Row whose column has that text; -1 = none.
int rowWith(const FeatureTable &table, const char *column, const QString &text)
{
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        if (table.value(f, QLatin1String(column)).toString() == text)
            return int(f);
    }
    return -1;
}

QString cell(const FeatureTable &table, int row, const char *column)
{
    return row < 0 ? QString() : table.value(std::size_t(row), QLatin1String(column)).toString();
}

/// Whether a line of the table comes within @p metres of the place.
bool passes(const FeatureTable &table, LatLon p, double metres, const char *column = nullptr, const QString &text = {})
{
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        if ((!column || table.value(f, QLatin1String(column)).toString() == text) && geodesic::nearest(table.verticesOf(f), p).metres < metres)
            return true;
    }
    return false;
}

std::set<std::pair<double, double>> verticesOf(const FeatureTable &table)
{
    std::set<std::pair<double, double>> all;
    for (const LatLon p : table.vertices)
        all.insert({p.lon, p.lat});
    return all;
}

} // namespace

class BaseMapRefreshTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void coverIsTheWholeCountry();
    void landWithinTheCover_data();
    void landWithinTheCover();
    void shoresAndBordersShareVertices();
    void bordersOfTheCountry();
    void bundledEndsAreMoved();
    void disputedIsNoPlainLine_data();
    void disputedIsNoPlainLine();
    void bundledClaimsStay();
    void watersOfTheExtract();
    void placesInSixLanguages();
    void labelsOnTheMap();
    void creditsNameBoth();
    void boxWithoutACountry();
    void looseCoastKeepsTheBundled();
    void landBeyondTheBundledMap();
    void nothingToMakeItOf();
    void cancelled();
    void sameBytesAndReadBack();
    void realExtracts_data();
    void realExtracts();

private:
    RefreshedBaseMap m_made;
};

void BaseMapRefreshTest::initTestCase()
{
    const Result<RefreshedBaseMap> made = refreshedBaseMap(test::smallCountry().made(), test::smallWorld());
    QVERIFY2(made, qPrintable(made.error().text()));
    m_made = *made;
}

void BaseMapRefreshTest::coverIsTheWholeCountry()
{
    QCOMPARE(m_made.report.countries, QStringList{QStringLiteral("BB Bebe")});
    QVERIFY(m_made.report.boxes.empty());
    const QString remarks = m_made.report.remarks.join(u'\n');
    QVERIFY2(remarks.contains(QLatin1String("Aa, Cece")), qPrintable(remarks));
}

void BaseMapRefreshTest::landWithinTheCover_data()
{
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<int>("land");
    QTest::newRow("inland") << 46.5 << 40.8 << 1;
    QTest::newRow("on the new cape, sea before") << 48.25 << 41.0 << 1;
    QTest::newRow("off the cape") << 48.35 << 41.0 << 0;
    QTest::newRow("new island") << 48.35 << 40.32 << 1;
    QTest::newRow("between island and coast") << 48.3 << 40.32 << 0;
    QTest::newRow("new lake") << 46.15 << 41.35 << 0;
    QTest::newRow("island in it") << 46.07 << 41.27 << 1;
    QTest::newRow("where the bundled lake was") << 45.2 << 40.6 << 1;
    QTest::newRow("small water") << 45.002 << 41.502 << 1;
    QTest::newRow("neighbour") << 42.0 << 40.0 << 1;
    QTest::newRow("neighbour's shore as bundled") << 48.04 << 39.0 << 1;
    QTest::newRow("beyond it") << 48.08 << 39.0 << 0;
    QTest::newRow("far island") << 50.1 << 40.1 << 1;
    QTest::newRow("open sea") << 49.0 << 40.0 << 0;
}

void BaseMapRefreshTest::landWithinTheCover()
{
    QFETCH(double, lon);
    QFETCH(double, lat);
    QFETCH(int, land);
    QCOMPARE(landAt(finest(m_made.map, "land"), {lat, lon}), land);
    // The lake of 370 km² is on all levels, the island of some 15 km² as well.
    for (const BaseLayer::Level &level : m_made.map.layer(QStringLiteral("land"))->levels)
        QCOMPARE(landAt(level.features, {lat, lon}), land);
}

void BaseMapRefreshTest::shoresAndBordersShareVertices()
{
    for (std::size_t level = 0; level < 3; ++level) {
        const auto land = verticesOf(m_made.map.layer(QStringLiteral("land"))->levels[level].features);
        for (const LatLon p : m_made.map.layer(QStringLiteral("coast"))->levels[level].features.vertices)
            QVERIFY2(land.contains({p.lon, p.lat}), qPrintable(QStringLiteral("%1 %2").arg(p.lon).arg(p.lat)));
    }
    // The border ends where the coast passes, on both sides.
    const auto coast = verticesOf(finest(m_made.map, "coast")), borders = verticesOf(finest(m_made.map, "borders"));
    for (const std::pair<double, double> &end : {std::pair(48.2, 41.9), std::pair(48.15, 40.02)})
        QVERIFY(coast.contains(end) && borders.contains(end));
    QVERIFY(passes(finest(m_made.map, "coast"), {41.0, 48.3}, 1, "kind", QStringLiteral("sea")));
    QVERIFY(passes(finest(m_made.map, "coast"), {41.2, 46.1}, 1, "kind", QStringLiteral("lake")));
    QVERIFY(!passes(finest(m_made.map, "coast"), {40.6, 45.0}, 1000));
    QVERIFY(!passes(finest(m_made.map, "coast"), {41.0, 44.02}, 1000));   // the land border is no shore
    QVERIFY(!passes(finest(m_made.map, "coast"), {38.0, 44.0}, 1000));    // nor is the edge of the bundled map
}

void BaseMapRefreshTest::bordersOfTheCountry()
{
    const FeatureTable &borders = finest(m_made.map, "borders");
    QVERIFY(passes(borders, {41, 44.02}, 10));
    QVERIFY(!passes(borders, {41, 44.0}, 500));    // the bundled one
    QVERIFY(!passes(borders, {41, 48.4}, 1000));   // at sea
    int sides = 0;
    for (std::size_t f = 0; f < borders.featureCount(); ++f) {
        if (geodesic::nearest(borders.verticesOf(f), {41, 44.02}).metres > 10)
            continue;
        // Drawn to the north, AA is on its left.
        QCOMPARE(borders.value(f, QStringLiteral("left_iso")).toString(), QStringLiteral("AA"));
        QCOMPARE(borders.value(f, QStringLiteral("right_iso")).toString(), QStringLiteral("BB"));
        QCOMPARE(borders.value(f, QStringLiteral("kind")).toString(), QStringLiteral("border"));
        ++sides;
    }
    QCOMPARE(sides, 1);
}

void BaseMapRefreshTest::bundledEndsAreMoved()
{
    const FeatureTable &borders = finest(m_made.map, "borders");
    const int kept = rowWith(borders, "right_iso", QStringLiteral("CC"));
    QVERIFY(kept >= 0);
    QCOMPARE(borders.verticesOf(std::size_t(kept)).back(), (LatLon{40.02, 44.02}));
}

void BaseMapRefreshTest::disputedIsNoPlainLine_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("disputed=yes") << QByteArray("disputed") << QByteArray("yes");
    QTest::newRow("boundary=disputed") << QByteArray("boundary") << QByteArray("disputed");
    QTest::newRow("disputed_by") << QByteArray("disputed_by") << QByteArray("CC");
}

void BaseMapRefreshTest::disputedIsNoPlainLine()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const auto made = refreshedBaseMap(test::smallCountry({{key.toStdString(), value.toStdString()}}).made(), test::smallWorld());
    QVERIFY(made);
    for (const BaseLayer::Level &level : made->map.layer(QStringLiteral("borders"))->levels) {
        QVERIFY(passes(level.features, {40.02, 46}, 10, "kind", QStringLiteral("overlap")));
        QVERIFY(!passes(level.features, {40.02, 46}, 3000, "kind", QStringLiteral("border")));
        QVERIFY(passes(level.features, {41, 44.02}, 10, "kind", QStringLiteral("border")));
    }
}

void BaseMapRefreshTest::bundledClaimsStay()
{
    BaseMap bundled = test::smallWorld();
    for (BaseLayer &layer : bundled.layers) {
        for (BaseLayer::Level &level : layer.levels) {
            if (layer.id != QLatin1String("borders"))
                continue;
            // A claim deep in BB that the extract knows nothing of, and one along its border.
            for (const GeoLine &line : {GeoLine{{41.2, 44.5}, {41.2, 44.8}}, GeoLine{{41.0, 44.02}, {41.1, 44.02}}}) {
                level.features.beginFeature(std::int64_t(level.features.featureCount()) + 1);
                level.features.addPart(line);
                for (std::size_t c = 0; c < 3; ++c)
                    level.features.columns[c].values.push_back(QStringList{"AA+BB", "BB", "overlap"}[qsizetype(c)]);
            }
        }
    }
    const auto made = refreshedBaseMap(test::smallCountry().made(), bundled);
    QVERIFY(made);
    QVERIFY(passes(finest(made->map, "borders"), {41.2, 44.6}, 10, "kind", QStringLiteral("overlap")));
    QVERIFY(passes(finest(made->map, "borders"), {41.05, 44.02}, 10, "kind", QStringLiteral("overlap")));
    QVERIFY(!passes(finest(made->map, "borders"), {41.05, 44.02}, 3000, "kind", QStringLiteral("border")));
    QVERIFY(passes(finest(made->map, "borders"), {40.5, 44.02}, 10, "kind", QStringLiteral("border")));
    QVERIFY(!passes(finest(made->map, "borders"), {40.5, 44.02}, 3000, "kind", QStringLiteral("overlap")));
}

void BaseMapRefreshTest::watersOfTheExtract()
{
    const FeatureTable &lakes = finest(m_made.map, "lakes");
    QCOMPARE(lakes.featureCount(), std::size_t(1));
    QCOMPARE(cell(lakes, 0, "name_en"), QStringLiteral("New Lake"));
    QVERIFY(lakes.value(0, QStringLiteral("name_ru")).isNull());
    const double area = lakes.value(0, QStringLiteral("area_km2")).toDouble();
    QVERIFY2(area > 330 && area < 360, qPrintable(QString::number(area)));   // 0.2° × 0.2° less 0.05° × 0.05°
    QCOMPARE(landAt(lakes, {lakes.value(0, QStringLiteral("label_lat")).toDouble(), lakes.value(0, QStringLiteral("label_lon")).toDouble()}), 1);
    const FeatureTable &rivers = finest(m_made.map, "rivers");
    const int river = rowWith(rivers, "name_ru", QStringLiteral("Длинная"));
    QVERIFY(river >= 0);
    QCOMPARE(cell(rivers, river, "rank"), QStringLiteral("1"));   // 425 km of that name
    QCOMPARE(cell(rivers, river, "source"), QStringLiteral("OpenStreetMap way/110"));
    for (const LatLon p : rivers.verticesOf(std::size_t(river)))
        QVERIFY(p.lon > 44.0);
    // The bundled one ends at the border.
    QVERIFY(passes(rivers, {41, 42}, 10) && !passes(rivers, {41, 45}, 10000));
}

void BaseMapRefreshTest::placesInSixLanguages()
{
    const FeatureTable &places = finest(m_made.map, "places");
    QCOMPARE(places.columns.size(), finest(test::smallWorld(), "places").columns.size());
    const int town = rowWith(places, "name", QStringLiteral("Şəhər"));
    QVERIFY(town >= 0);
    const QStringList names{"Town", "Şəhər", "Քաղաք", "ქალაქი", "Şehir", "Город"};
    for (int i = 0; const char *column : {"name_en", "name_az", "name_hy", "name_ka", "name_tr", "name_ru"})
        QCOMPARE(cell(places, town, column), names[i++]);
    QCOMPARE(cell(places, town, "capital_of"), QStringLiteral("country"));
    QCOMPARE(cell(places, town, "rank"), QStringLiteral("1"));
    QCOMPARE(cell(places, town, "country"), QStringLiteral("BB"));
    QCOMPARE(cell(places, town, "search_names"), QStringLiteral("Before;Long Before"));
    const int village = rowWith(places, "name", QStringLiteral("Kənd"));
    QVERIFY(village >= 0);
    QVERIFY(places.value(std::size_t(village), QStringLiteral("name_en")).isNull());
    QCOMPARE(cell(places, village, "population"), QStringLiteral("0"));
    QVERIFY(rowWith(places, "name", QStringLiteral("Many")) >= 0);
    for (const char *gone : {"Few", "Of the neighbour", "Old North"})
        QVERIFY2(rowWith(places, "name", QLatin1String(gone)) < 0, gone);
    QCOMPARE(places.ids[std::size_t(rowWith(places, "name", QStringLiteral("Old South")))], std::int64_t(2));
}

/// The map writes them as it writes the bundled ones: scene, name policy and label layout are as they were.
void BaseMapRefreshTest::labelsOnTheMap()
{
    loadFonts();
    const auto projection = Projection::create(Projection::defaultDefinition());
    QVERIFY(projection);
    RenderRequest request;
    request.scene = Scene::build(std::make_shared<const Atlas>(AtlasData()), std::make_shared<const BaseMap>(m_made.map), *projection);
    request.style = MapStyle::bundled(QStringLiteral("light"));
    request.view.projection = *projection;
    request.view.size = {900, 700};
    request.view = request.view.fitted(GeoBox{45.8, 40.5, 48, 41.6});
    QHash<QString, QString> towns;
    for (const QString &language : QStringLiteral("en az hy ka tr ru").split(u' ')) {
        request.language = language;
        QStringList texts;
        for (const PlacedLabel &label : LabelLayout::place(request))
            texts << label.text;
        for (const char *town : {"Town", "Şəhər", "Քաղաք", "ქალაქი", "Şehir", "Город"}) {
            if (texts.contains(QString::fromUtf8(town)))
                towns[language] += QString::fromUtf8(town);
        }
        QVERIFY2(texts.contains(QStringLiteral("New Lake")), qPrintable(texts.join(u' ')));   // it has no other name
        QVERIFY2(!texts.contains(QStringLiteral("Old North")), qPrintable(texts.join(u' ')));
    }
    const QHash<QString, QString> wanted{{"en", "Town"}, {"az", "Şəhər"}, {"hy", "Քաղաք"}, {"ka", "ქალაქი"}, {"tr", "Şehir"}, {"ru", "Город"}};
    QCOMPARE(towns, wanted);
}

void BaseMapRefreshTest::creditsNameBoth()
{
    for (const char *layer : {"land", "coast", "borders", "lakes", "rivers", "places"}) {
        QStringList texts;
        for (const Credit &credit : m_made.map.credits) {
            if (credit.layer == QLatin1String(layer))
                texts << credit.text;
        }
        QCOMPARE(texts, (QStringList{"The bundled maker", "© OpenStreetMap contributors"}));
    }
}

void BaseMapRefreshTest::boxWithoutACountry()
{
    OsmExtract extract = test::smallCountry().made();
    std::erase_if(extract.relations, [](const OsmExtract::Relation &relation) { return relation.id == 201; });
    extract.boxes = {{45, 40.25, 48.45, 41.8}};
    const auto made = refreshedBaseMap(extract, test::smallWorld());
    QVERIFY2(made, qPrintable(made.error().text()));
    QVERIFY(made->report.countries.isEmpty());
    QCOMPARE(made->report.boxes.size(), std::size_t(1));
    const FeatureTable &land = finest(made->map, "land");
    QCOMPARE(landAt(land, {41.0, 48.25}), 1);
    QCOMPARE(landAt(land, {41.0, 48.35}), 0);
    QCOMPARE(landAt(land, {40.1, 48.02}), 0);    // south of the box, as bundled
    QCOMPARE(landAt(land, {41.35, 46.15}), 0);
    QVERIFY(passes(finest(made->map, "borders"), {40, 46}, 10));
    QVERIFY(rowWith(finest(made->map, "places"), "name", QStringLiteral("Old North")) >= 0);
}

void BaseMapRefreshTest::looseCoastKeepsTheBundled()
{
    OsmExtract extract = test::smallCountry().made();
    // Without its middle the coastline reaches the edge at one end only.
    for (OsmExtract::Way &way : extract.ways) {
        if (way.id == 105)
            way.vertices.count = 3;
    }
    const auto made = refreshedBaseMap(extract, test::smallWorld());
    QVERIFY(made);
    QCOMPARE(landAt(finest(made->map, "land"), {41.0, 48.05}), 1);
    QCOMPARE(landAt(finest(made->map, "land"), {41.0, 48.2}), 0);
    QVERIFY2(made->report.remarks.join(u'\n').contains(QLatin1String("does not close")), qPrintable(made->report.remarks.join(u'\n')));
}

void BaseMapRefreshTest::landBeyondTheBundledMap()
{
    // An inland country far away: land because people live there.
    test::ExtractMaker maker;
    maker.place(1, 9, 47);
    maker.place(2, 9.2, 47);
    maker.place(3, 9.2, 47.2);
    maker.place(4, 9, 47.2);
    maker.way(1, {1, 2, 3}, {});
    maker.way(2, {3, 4, 1}, {});
    maker.relation(1, {{{OsmType::Way, 1}, "outer"}, {{OsmType::Way, 2}, "outer"}},
                   {{"boundary", "administrative"}, {"admin_level", "2"}, {"ISO3166-1:alpha2", "XX"}, {"ISO3166-1:alpha3", "XXX"}, {"name:en", "Ex"}});
    maker.node(10, 9.1, 47.1, {{"place", "town"}, {"name", "T"}});
    const auto made = refreshedBaseMap(maker.made(), test::smallWorld());
    QVERIFY2(made, qPrintable(made.error().text()));
    QCOMPARE(landAt(finest(made->map, "land"), {47.15, 9.05}), 1);
    QCOMPARE(landAt(finest(made->map, "land"), {41.0, 46.5}), 1);
    QVERIFY(!passes(finest(made->map, "coast"), {47.0, 9.1}, 1000));
    QVERIFY(passes(finest(made->map, "borders"), {47.0, 9.1}, 1000));
    const FeatureTable &countries = finest(made->map, "countries");
    const int row = rowWith(countries, "iso_a2", QStringLiteral("XX"));
    QCOMPARE(cell(countries, row, "name_en"), QStringLiteral("Ex"));
    QCOMPARE(cell(countries, row, "iso_a3"), QStringLiteral("XXX"));
    QVERIFY(countries.value(std::size_t(row), QStringLiteral("name_tr")).isNull());
}

void BaseMapRefreshTest::nothingToMakeItOf()
{
    test::ExtractMaker maker;
    maker.place(1, 9, 47);
    maker.place(2, 9.2, 47);
    maker.way(1, {1, 2}, {{"railway", "rail"}});
    const auto made = refreshedBaseMap(maker.made(), test::smallWorld());
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains(QLatin1String("no base map")), qPrintable(made.error().message));
}

void BaseMapRefreshTest::cancelled()
{
    BaseMapOptions options;
    options.cancel.cancel();
    QVERIFY(!refreshedBaseMap(test::smallCountry().made(), test::smallWorld(), options));
    QTemporaryDir folder;
    QVERIFY(!writeBaseMap(m_made.map, folder.filePath("a.gpkg"), {}, options.cancel));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void BaseMapRefreshTest::sameBytesAndReadBack()
{
    QTemporaryDir folder;
    const auto bytes = [&](const char *name, const BaseMap &map) {
        const QString path = folder.filePath(QLatin1String(name));
        QFile file(path);
        return writeBaseMap(map, path, {}) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray first = bytes("a.gpkg", m_made.map);
    const auto again = refreshedBaseMap(test::smallCountry().made(), test::smallWorld());
    QVERIFY(again && !first.isEmpty());
    QVERIFY(bytes("b.gpkg", again->map) == first);
    const auto read = AtlasFile::readBaseMap(folder.filePath("a.gpkg"));
    QVERIFY2(read, qPrintable(read.error().text()));
    QVERIFY2(read.warnings().isEmpty(), qPrintable(read.warnings().join(u'\n')));
    for (const BaseLayer &layer : m_made.map.layers) {
        const BaseLayer *back = (*read)->layer(layer.id);
        QVERIFY2(back && back->levels.size() == layer.levels.size(), qPrintable(layer.id));
        for (std::size_t i = 0; i < layer.levels.size(); ++i) {
            QCOMPARE(back->levels[i].features.featureCount(), layer.levels[i].features.featureCount());
            QCOMPARE(back->levels[i].features.vertices, layer.levels[i].features.vertices);
            QCOMPARE(back->levels[i].toleranceMetres, layer.levels[i].toleranceMetres);
        }
    }
    QCOMPARE(cell(finest(**read, "places"), rowWith(finest(**read, "places"), "name", QStringLiteral("Şəhər")), "name_hy"), QStringLiteral("Քաղաք"));
}

void BaseMapRefreshTest::realExtracts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("cover");
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<QString>("capital");
    QTest::addColumn<QString>("russian");
    QTest::newRow("liechtenstein") << "liechtenstein-2015.osm.pbf" << "Liechtenstein" << 9.52 << 47.14 << "Vaduz" << QStringLiteral("Вадуц");
    // Its boundary lacks two ways: the box of the file's header.
    QTest::newRow("andorra") << "andorra-2013.osm.pbf" << "1.422,42.435,1.780,42.657" << 1.52 << 42.51 << "Andorra la Vella" << QStringLiteral("Андорра-ла-Велья");
    QTest::newRow("monaco") << "monaco-2012.osm.gz" << "Monaco" << 7.4215 << 43.7385 << "" << QString();
}

void BaseMapRefreshTest::realExtracts()
{
    CA_NEED_TEST_DATA();
    QFETCH(QString, file);
    QFETCH(QString, cover);
    QFETCH(double, lon);
    QFETCH(double, lat);
    QFETCH(QString, capital);
    QFETCH(QString, russian);
    const auto bundled = AtlasFile::readBaseMap(test::atlasPath());
    QVERIFY(bundled);
    QTemporaryDir folder;
    const auto made = refreshBaseMap({test::externalPath("osm/" + file)}, **bundled, folder.filePath("base.gpkg"));
    QVERIFY2(made, qPrintable(made.error().text()));
    QVERIFY2(coverText(*made).contains(cover), qPrintable(coverText(*made) + made->remarks.join(u'\n')));
    const auto read = AtlasFile::readBaseMap(folder.filePath("base.gpkg"));
    QVERIFY(read);
    QCOMPARE(landAt(finest(**read, "land"), {lat, lon}), 1);
    QCOMPARE(landAt(finest(**read, "land"), {41.7, 44.8}), 1);   // what is bundled is still there
    QCOMPARE(finest(**read, "land").featureCount() > finest(**bundled, "land").featureCount(), true);
    if (!capital.isEmpty())
        QCOMPARE(cell(finest(**read, "places"), rowWith(finest(**read, "places"), "name", capital), "name_ru"), russian);
}

QTEST_MAIN(BaseMapRefreshTest)
#include "BaseMapRefreshTest.moc"
