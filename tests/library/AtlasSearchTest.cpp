// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/AtlasSearch.h"

#include "support/RealAtlas.h"

#include <QTest>

#include <thread>

using namespace ca;
using Kind = SearchHit::Kind;

namespace {

std::shared_ptr<const Atlas> smallAtlas()
{
    AtlasData data;
    Segment segment;
    segment.id = QStringLiteral("low-high");
    segment.from = QStringLiteral("Lowport");
    segment.to = QStringLiteral("Highfield");
    segment.modes = {Mode::Rail};
    Leg leg;
    leg.line = {{40, 45}, {40, 46}, {40, 47}};
    segment.legs = {leg};
    Waypoint stop;
    stop.name = QStringLiteral("Zurnek Junction");
    stop.nameLocal = QString::fromUtf8("Z\u00fcrn\u0259k");
    stop.position = {40, 46};
    segment.waypoints = {stop};
    data.segments = {segment};
    Subject corridor;
    corridor.id = QStringLiteral("quarry");
    corridor.kind = SubjectKind::Corridor;
    corridor.title = QStringLiteral("Quarry corridor");
    Subject place;
    place.id = QStringLiteral("place-zurnek");
    place.kind = SubjectKind::Place;
    place.title = QStringLiteral("Region of Zurnek");
    place.position = {41, 44};
    data.subjects = {corridor, place};
    Name armenian;
    armenian.subject = corridor.id;
    armenian.language = QStringLiteral("hy");
    armenian.name = QString::fromUtf8("Զանգեզուր");
    armenian.policy = QStringLiteral("search");
    data.names = {armenian};
    Passage passage;
    passage.id = QStringLiteral("p1");
    passage.paraphrase = QStringLiteral("The author thinks that the quarry will pay for a second track.");
    data.passages = {passage};
    Fact fact;
    fact.id = QStringLiteral("f1");
    fact.subject = segment.id;
    fact.attribute = QStringLiteral("gauge");
    fact.value = QStringLiteral("1520");
    fact.unit = QStringLiteral("mm");
    fact.note = QStringLiteral("narrow until the quarry opened");
    data.facts = {fact};
    return std::make_shared<const Atlas>(std::move(data));
}

std::shared_ptr<const BaseMap> mapWith(const QList<std::tuple<QString, QString, int>> &places)
{
    FeatureTable table;
    table.columns = {{QStringLiteral("name"), {}}, {QStringLiteral("name_az"), {}}, {QStringLiteral("search_names"), {}},
                     {QStringLiteral("population"), {}}, {QStringLiteral("country"), {}}};
    std::int64_t id = 100;
    for (const auto &[name, others, population] : places) {
        table.beginFeature(id++);
        const LatLon at{40.0, 45.0 + static_cast<double>(id) / 1000};
        table.addPart({&at, 1});
        table.columns[0].values.push_back(name);
        table.columns[1].values.push_back(QVariant());
        table.columns[2].values.push_back(others);
        table.columns[3].values.push_back(population);
        table.columns[4].values.push_back(QStringLiteral("AZ"));
    }
    BaseLayer layer;
    layer.id = QStringLiteral("places");
    layer.levels.push_back({0, std::move(table)});
    BaseMap map;
    map.layers.push_back(std::move(layer));
    return std::make_shared<const BaseMap>(std::move(map));
}

QStringList idsOf(const std::vector<AtlasSearch::Hit> &hits)
{
    QStringList ids;
    for (const AtlasSearch::Hit &hit : hits)
        ids << hit.hit.id;
    return ids;
}

} // namespace

class AtlasSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsEveryKind();
    void subjectsComeBeforePlacesOfTheSameName();
    void placesComeByPopulation();
    void fitComesBeforeKind();
    void otherNamesAreTold();
    void waypointLeadsToItsSegmentOnce();
    void nothingForNothing();
    void worksWithoutBaseMapAndAtlas();
    void sameQuestionSameAnswerOnEveryThread();
    void zangezurFamily_data();
    void zangezurFamily();
    void everySegmentIsFoundByItsEnds();
};

void AtlasSearchTest::findsEveryKind()
{
    const AtlasSearch search(smallAtlas(), mapWith({{QStringLiteral("Quarry Bank"), {}, 300}}));
    const auto hits = search.find(QStringLiteral("quarry"));
    QCOMPARE(idsOf(hits), (QStringList{QStringLiteral("quarry"), QStringLiteral("100"), QStringLiteral("p1"), QStringLiteral("f1")}));
    QCOMPARE(hits[0].hit.kind, Kind::Subject);
    QCOMPARE(hits[1].hit.kind, Kind::Place);
    QCOMPARE(hits[2].hit.kind, Kind::Passage);
    QCOMPARE(hits[3].hit.kind, Kind::Fact);
    QVERIFY(hits[2].hit.snippet.contains(QStringLiteral("quarry")));
    QVERIFY(hits[3].hit.snippet.contains(QStringLiteral("quarry")));
    QVERIFY(hits[1].position.defined());
    QVERIFY(!hits[2].position.defined());
    QVERIFY(std::is_sorted(hits.begin(), hits.end(), [](const auto &a, const auto &b) { return a.score > b.score; }));
}

void AtlasSearchTest::subjectsComeBeforePlacesOfTheSameName()
{
    const AtlasSearch search(smallAtlas(), mapWith({{QStringLiteral("Highfield"), {}, 9000000}}));
    const auto hits = search.find(QStringLiteral("highfield"));
    QCOMPARE(idsOf(hits), (QStringList{QStringLiteral("low-high"), QStringLiteral("100")}));
    QCOMPARE(hits[0].position, (LatLon{40, 46}));
}

void AtlasSearchTest::placesComeByPopulation()
{
    const AtlasSearch search(smallAtlas(), mapWith({{QStringLiteral("Ford"), {}, 10}, {QStringLiteral("Ford"), {}, 5000}, {QStringLiteral("Ford"), {}, 700}}));
    QCOMPARE(idsOf(search.find(QStringLiteral("ford"))), (QStringList{QStringLiteral("101"), QStringLiteral("102"), QStringLiteral("100")}));
    QCOMPARE(search.find(QStringLiteral("ford"), 2).size(), std::size_t(2));
    QVERIFY(search.find(QStringLiteral("ford"), 0).empty());
}

void AtlasSearchTest::fitComesBeforeKind()
{
    const AtlasSearch search(smallAtlas(), mapWith({{QStringLiteral("Fieldham"), {}, 10}, {QStringLiteral("Feeldham"), {}, 10}}));
    QCOMPARE(idsOf(search.find(QStringLiteral("field"))), (QStringList{QStringLiteral("100"), QStringLiteral("low-high")}));
}

void AtlasSearchTest::otherNamesAreTold()
{
    const AtlasSearch search(smallAtlas(), mapWith({{QStringLiteral("Goris"), QString::fromUtf8("Горис;Կյորես"), 20000}}));
    const auto hits = search.find(QString::fromUtf8("Կյորես"));
    QCOMPARE(idsOf(hits), QStringList{QStringLiteral("100")});
    QCOMPARE(hits[0].hit.title, QStringLiteral("Goris"));
    QVERIFY2(hits[0].hit.snippet.contains(QString::fromUtf8("Կյորես")), qPrintable(hits[0].hit.snippet));
    QVERIFY(!search.find(QStringLiteral("goris"))[0].hit.snippet.contains(QStringLiteral("Goris")));
}

void AtlasSearchTest::waypointLeadsToItsSegmentOnce()
{
    const AtlasSearch search(smallAtlas(), nullptr);
    const auto hits = search.find(QString::fromUtf8("Z\u00fcrn\u0259k"));
    QCOMPARE(idsOf(hits), (QStringList{QStringLiteral("low-high"), QStringLiteral("place-zurnek")}));
    QCOMPARE(hits[0].hit.kind, Kind::Segment);
    QCOMPARE(hits[1].position, (LatLon{41, 44}));
    QCOMPARE(idsOf(search.find(QStringLiteral("zurnek junction"))), QStringList{QStringLiteral("low-high")});
}

void AtlasSearchTest::nothingForNothing()
{
    const AtlasSearch search(smallAtlas(), nullptr);
    QVERIFY(search.find(QString()).empty());
    QVERIFY(search.find(QStringLiteral("  ")).empty());
    QVERIFY(search.find(QStringLiteral("no such thing")).empty());
    QVERIFY(search.find(QStringLiteral("'\"-")).empty());
}

void AtlasSearchTest::worksWithoutBaseMapAndAtlas()
{
    QVERIFY(AtlasSearch(nullptr, nullptr).find(QStringLiteral("a")).empty());
    QVERIFY(AtlasSearch(nullptr, std::make_shared<const BaseMap>()).find(QStringLiteral("a")).empty());
    const AtlasSearch unused(smallAtlas(), mapWith({{QStringLiteral("Ford"), {}, 10}}));  // destroyed while it may be building
}

void AtlasSearchTest::sameQuestionSameAnswerOnEveryThread()
{
    const AtlasSearch search(smallAtlas(), mapWith({{QStringLiteral("Quarry A"), {}, 1}, {QStringLiteral("Quarry B"), {}, 1}}));
    std::array<QStringList, 4> answers;
    std::vector<std::thread> threads;
    for (QStringList &answer : answers)
        threads.emplace_back([&search, &answer] { answer = idsOf(search.find(QStringLiteral("quarry"))); });
    for (std::thread &thread : threads)
        thread.join();
    for (const QStringList &answer : answers)
        QCOMPARE(answer, answers[0]);
    QCOMPARE(answers[0].mid(1, 2), (QStringList{QStringLiteral("100"), QStringLiteral("101")}));
}

void AtlasSearchTest::zangezurFamily_data()
{
    QTest::addColumn<QString>("words");
    for (const char *spelling : {"zengezur", "Zəngəzur", "Zangezur", "Зангезур", "Զանգեզուր", "zangezour"})
        QTest::newRow(spelling) << QString::fromUtf8(spelling);
}

void AtlasSearchTest::zangezurFamily()
{
    QFETCH(QString, words);
    const auto places = mapWith({{QStringLiteral("Zangezur Pass"), {}, 0}, {QString::fromUtf8("Zəngəzur kəndi"), {}, 0}});
    const AtlasSearch search(test::realAtlas(), places);
    const auto hits = search.find(words, 60);
    QVERIFY(!hits.empty());
    QCOMPARE(hits[0].hit.id, QStringLiteral("zangezur"));
    const QStringList ids = idsOf(hits);
    QVERIFY(ids.contains(QStringLiteral("100")));
    QVERIFY(ids.contains(QStringLiteral("101")));
    QVERIFY(std::any_of(hits.begin(), hits.end(), [](const auto &hit) { return hit.hit.kind == Kind::Passage; }));
    QCOMPARE(idsOf(search.find(words, 60)), ids);
}

void AtlasSearchTest::everySegmentIsFoundByItsEnds()
{
    const AtlasSearch search(test::realAtlas(), nullptr);
    QVERIFY(!test::realAtlas()->data().segments.empty());
    for (const Segment &segment : test::realAtlas()->data().segments) {
        QVERIFY2(idsOf(search.find(segment.from, 100)).contains(segment.id), qPrintable(segment.id));
        QVERIFY2(idsOf(search.find(segment.to, 100)).contains(segment.id), qPrintable(segment.id));
    }
}

QTEST_APPLESS_MAIN(AtlasSearchTest)
#include "AtlasSearchTest.moc"
