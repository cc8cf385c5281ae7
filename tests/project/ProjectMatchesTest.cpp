// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleProject.h"

#include "database/SqlConnection.h"
#include "geo/Geodesic.h"
#include "project/MatchedAtlas.h"

#include <QSignalSpy>

#include <limits>

using namespace ca;
using namespace ca::test;

namespace {

ProjectMatch sampleMatch(const QString &segment, bool drawn)
{
    ProjectMatch match;
    match.id = segment;
    match.drawn = drawn;
    match.verdict = QStringLiteral("bridged");
    match.line = {{40.1, 49.0 / 7}, {40.2, 49.5}, {40.3, -179.9999999}};
    match.bundled = {{40.1, 49}, {40.3, 50}};
    match.extractDate = QDateTime(QDate(2026, 2, 26), QTime(3, 4, 5), Qt::UTC);
    match.files = QStringList{QStringLiteral("ağ.osm.pbf"), QStringLiteral("b.osm")};
    match.findings.metres = 1000.0 / 3;
    match.findings.bundledMetres = 300;
    match.findings.deviation95 = 12.5;
    match.findings.deviationMost = 99;
    match.findings.ways = {{9007199254740993LL, 200}, {7, 100}, {9007199254740993LL, 33}};
    match.findings.gaps = {{{40.2, 49.5}, 27, QStringLiteral("straight piece")}};
    match.findings.countries = {{QStringLiteral("AZ"), 300}, {QString(), 33}};
    match.findings.stages = {{QStringLiteral("construction"), 333}};
    match.findings.gauges = {{QStringLiteral("1520"), 333}};
    match.findings.pieces = {{0, 100, QStringLiteral("operating"), {9007199254740993LL, 7}, {}, {}, {}, 0, {}},
                             {100, 333, {}, {}, QStringLiteral("estimated"), QStringLiteral("gem"), QStringLiteral("page"), 250, QStringLiteral("guessed")}};
    return match;
}

std::shared_ptr<const Atlas> twoSegments()
{
    AtlasData data;
    for (const char *id : {"one", "two"}) {
        Segment segment;
        segment.id = QString::fromLatin1(id);
        segment.modes = {Mode::Rail};
        Leg leg;
        leg.line = {{40.1, 49}, {40.3, 50}};
        segment.legs = {leg};
        data.segments.push_back(segment);
    }
    return std::make_shared<const Atlas>(std::move(data));
}

} // namespace

class ProjectMatchesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void bothLinesArePreservedByTheFile();
    void everyEditIsUndoneAndRedone();
    void manyAreOneEdit();
    void whatIsNoLineIsRefused();
    void fileOfTheSecondSchemaIsMigrated();
    void damagedMatchesStayInTheFile();
    void atlasIsDrawnAsTheProjectSays();
    void piecesAreLegs();
    void neighboursStayJoined();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("p.catlas")); }
    [[nodiscard]] std::unique_ptr<Project> project() const
    {
        auto made = std::make_unique<Project>(m_folder->filePath(QStringLiteral("recovery")));
        made->setClock(steadyClock());
        made->setAuthor(QStringLiteral("A. Reader"));
        return made;
    }
    bool run(const QStringList &statements) const
    {
        const auto connection = SqlConnection::open(file());
        return connection && std::all_of(statements.begin(), statements.end(), [&](const QString &sql) { return (*connection)->run(sql).ok(); });
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void ProjectMatchesTest::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = project();
}

void ProjectMatchesTest::bothLinesArePreservedByTheFile()
{
    CA_OK(m_project->keepMatches({sampleMatch(QStringLiteral("one"), true)}));
    CA_OK(m_project->keepMatches({sampleMatch(QStringLiteral("two"), false)}));
    CA_OK(m_project->saveAs(file()));
    const auto again = project();
    const Result<Done> opened = again->open(file());
    CA_OK(opened);
    QVERIFY2(opened.warnings().isEmpty(), qPrintable(opened.warnings().join(u'\n')));
    QVERIFY(again->model() == m_project->model());
    const ProjectMatch expected = sampleMatch(QStringLiteral("one"), true);
    const ProjectMatch *kept = again->match(QStringLiteral("one"));
    QVERIFY(kept);
    QCOMPARE(kept->line, expected.line);
    QCOMPARE(kept->bundled, expected.bundled);
    QVERIFY(kept->findings == expected.findings);
    QCOMPARE(kept->extractDate, expected.extractDate);
    QCOMPARE(kept->author, QStringLiteral("A. Reader"));
    QVERIFY(!again->match(QStringLiteral("two"))->drawn);
}

void ProjectMatchesTest::everyEditIsUndoneAndRedone()
{
    QSignalSpy spy(m_project.get(), &Project::changed);
    CA_OK(m_project->keepMatches({sampleMatch(QStringLiteral("one"), true)}));
    QCOMPARE(spy.takeLast().front().value<ProjectNews>().matches, QSet<QString>{QStringLiteral("one")});
    CA_OK(m_project->drawMatch(QStringLiteral("one"), false));
    QVERIFY(!m_project->match(QStringLiteral("one"))->drawn);
    const int steps = m_project->undoStack().count();
    CA_OK(m_project->drawMatch(QStringLiteral("one"), false));  // nothing changes: no step
    QCOMPARE(m_project->undoStack().count(), steps);
    ProjectMatch other = sampleMatch(QStringLiteral("one"), true);
    other.line.push_back({41, 50});
    CA_OK(m_project->keepMatches({other}));
    QCOMPARE(m_project->matches().size(), std::size_t(1));
    CA_OK(m_project->removeMatch(QStringLiteral("one")));
    QVERIFY(!m_project->match(QStringLiteral("one")));
    m_project->undoStack().undo();
    QCOMPARE(m_project->match(QStringLiteral("one"))->line, other.line);
    m_project->undoStack().undo();
    QCOMPARE(m_project->match(QStringLiteral("one"))->line.size(), std::size_t(3));
    m_project->undoStack().undo();
    QVERIFY(m_project->match(QStringLiteral("one"))->drawn);
    m_project->undoStack().undo();
    QVERIFY(m_project->matches().empty() && !m_project->isModified());
    QVERIFY(!m_project->drawMatch(QStringLiteral("one"), true).ok() && !m_project->removeMatch(QStringLiteral("one")).ok());
}

void ProjectMatchesTest::manyAreOneEdit()
{
    CA_OK(m_project->keepMatches({sampleMatch(QStringLiteral("one"), true), sampleMatch(QStringLiteral("two"), true)}));
    QCOMPARE(m_project->undoStack().count(), 1);
    QCOMPARE(m_project->matches().front().id, QStringLiteral("one"));
    QCOMPARE(m_project->matches().back().id, QStringLiteral("two"));
    m_project->undoStack().undo();
    QVERIFY(m_project->matches().empty());
    CA_OK(m_project->keepMatches({}));
    QVERIFY(!m_project->keepMatches({sampleMatch(QStringLiteral("one"), true), sampleMatch(QStringLiteral("one"), false)}).ok());
    QVERIFY(m_project->matches().empty());
}

void ProjectMatchesTest::whatIsNoLineIsRefused()
{
    ProjectMatch match = sampleMatch(QStringLiteral("one"), true);
    match.line = {{40, 50}};
    QVERIFY(!m_project->keepMatches({match}).ok());
    match.line = {{40, 50}, {std::numeric_limits<double>::quiet_NaN(), 50}};
    QVERIFY(!m_project->keepMatches({match}).ok());
    match.line = {{40, 50}, {91, 50}};
    QVERIFY(!m_project->keepMatches({match}).ok());
    QVERIFY(!m_project->keepMatches({sampleMatch(QString(), true)}).ok());
    QVERIFY(m_project->matches().empty() && m_project->undoStack().count() == 0);
}

/// As the version before wrote them: without the table, and saying so.
void ProjectMatchesTest::fileOfTheSecondSchemaIsMigrated()
{
    CA_OK(m_project->addView(QStringLiteral("a view"), sampleView(1)));
    CA_OK(m_project->saveAs(file()));
    QVERIFY(run({QStringLiteral("DROP TABLE osm_matches"), QStringLiteral("DELETE FROM migrations WHERE version = 3"),
                 QStringLiteral("UPDATE meta SET value = '2' WHERE key = 'schema'")}));
    const auto old = project();
    const Result<Done> opened = old->open(file());
    CA_OK(opened);
    QVERIFY(opened.warnings().isEmpty() && !old->isReadOnly() && !old->isModified());
    QVERIFY(old->model() == m_project->model());
    CA_OK(old->keepMatches({sampleMatch(QStringLiteral("one"), true)}));
    CA_OK(old->save());
    const auto again = project();
    CA_OK(again->open(file()));
    QVERIFY(again->model() == old->model());
}

void ProjectMatchesTest::damagedMatchesStayInTheFile()
{
    for (const char *id : {"a", "b", "c"})
        CA_OK(m_project->keepMatches({sampleMatch(QString::fromLatin1(id), true)}));
    CA_OK(m_project->saveAs(file()));
    QVERIFY(run({QStringLiteral("UPDATE osm_matches SET line = '{\"coordinates\":[[49,40],[49,\"x\"]]}' WHERE id = 'a'"),
                 QStringLiteral("UPDATE osm_matches SET bundled = '[' WHERE id = 'b'"), QStringLiteral("UPDATE osm_matches SET findings = '7' WHERE id = 'c'")}));
    const Result<Done> opened = m_project->open(file());
    CA_OK(opened);
    QCOMPARE(opened.warnings().size(), 2);
    QCOMPARE(m_project->matches().size(), std::size_t(1));
    QVERIFY(m_project->match(QStringLiteral("c"))->findings == MatchFindings());
    CA_OK(m_project->drawMatch(QStringLiteral("c"), false));
    CA_OK(m_project->save());
    const auto connection = SqlConnection::open(file(), SqlConnection::Access::ReadOnly);
    QCOMPARE((*connection)->value(QStringLiteral("SELECT count(*) FROM osm_matches"))->toInt(), 3);
}

void ProjectMatchesTest::atlasIsDrawnAsTheProjectSays()
{
    const auto bundled = twoSegments();
    QCOMPARE(withMatches(bundled, {sampleMatch(QStringLiteral("one"), false), sampleMatch(QStringLiteral("gone"), true)}), bundled);
    ProjectMatch match = sampleMatch(QStringLiteral("one"), true);
    match.line.front() = {40.1, 49};
    match.line.back() = {40.3, 50};
    match.findings.pieces.clear();
    const auto drawn = withMatches(bundled, {match});
    const Segment &one = *drawn->segment(QStringLiteral("one"));
    QCOMPARE(one.line(), match.line);
    QCOMPARE(one.legs.front().provenance, QStringLiteral("osm"));
    QCOMPARE(one.legs.front().refs, QStringLiteral("way/9007199254740993; way/7"));
    QCOMPARE(one.legs.front().dataDate, QStringLiteral("2026-02-26"));
    QVERIFY(one.legs.front().note.contains(QStringLiteral("27 m")));
    QVERIFY(one.lengthMetres > bundled->segment(QStringLiteral("one"))->lengthMetres);
    QCOMPARE(*drawn->segment(QStringLiteral("two")), *bundled->segment(QStringLiteral("two")));
}

/// Stretches of their own stage, and of the bundled line, are legs of their own.
void ProjectMatchesTest::piecesAreLegs()
{
    ProjectMatch match = sampleMatch(QStringLiteral("one"), true);
    match.line = {{40.1, 49}, {40.1, 49.2}, {40.1, 49.4}, {40.2, 49.4}, {40.3, 50}};
    const std::vector<double> along = geodesic::chainage(match.line);
    match.findings.pieces = {{0, along[1], QStringLiteral("operating"), {11, 11, 12}, {}, {}, {}, 0, {}},
                             {along[1], along[2], QStringLiteral("construction"), {13}, {}, {}, {}, 0, {}},
                             {along[2], along[3], {}, {}, QStringLiteral("schematic"), QStringLiteral("osm"), {}, 0, QStringLiteral("straight")},
                             {along[3], along[4], {}, {}, QStringLiteral("estimated"), QStringLiteral("gem"), QStringLiteral("page"), 250, QStringLiteral("guessed")}};
    QVERIFY(std::abs(match.findings.trackMetres() - along[2]) < 1e-6);
    const auto legsWhere = [&](const char *status) {
        AtlasData data = twoSegments()->data();
        Fact fact;
        fact.id = QStringLiteral("f");
        fact.subject = QStringLiteral("one");
        fact.attribute = QStringLiteral("status");
        fact.value = QLatin1String(status);
        data.facts = {fact};
        return withMatches(std::make_shared<const Atlas>(std::move(data)), {match})->segment(QStringLiteral("one"))->legs;
    };
    const std::vector<Leg> legs = legsWhere("construction");
    QCOMPARE(legs.size(), std::size_t(4));
    QCOMPARE(legs[0].refs, QStringLiteral("way/11; way/12"));
    QVERIFY(legs[0].status == Status::Operating && !legs[1].status && !legs[2].status);
    QVERIFY(legs[0].note.contains(QStringLiteral("27 m")) && legs[1].note.isEmpty());
    QVERIFY(legs[2].precision == Precision::Schematic && legs[3].precision == Precision::Estimated);
    QVERIFY(legs[1].dataDate == QLatin1String("2026-02-26") && legs[2].dataDate.isEmpty() && legs[3].dataDate.isEmpty());
    QCOMPARE(legs[3].errorMetres, std::optional(250.0));
    for (std::size_t i = 0; i < legs.size(); ++i)
        QCOMPARE(legs[i].line, (GeoLine{match.line[i], match.line[i + 1]}));
    const std::vector<Leg> planned = legsWhere("planned");
    QVERIFY(planned[0].status == Status::Operating && planned[1].status == Status::Construction);
    const std::vector<Leg> suspended = legsWhere("suspended");   // the track is there; trains need not be
    QVERIFY(!suspended[0].status && suspended[1].status == Status::Construction);
    match.findings.pieces = {{0, 1e12, QStringLiteral("?"), {}, {}, {}, {}, 0, {}}, {-5, -7, {}, {}, {}, {}, {}, 0, {}}};   // nonsense
    QCOMPARE(withMatches(twoSegments(), {match})->segment(QStringLiteral("one"))->line(), match.line);
}

/// Of two segments that meet in a station one is drawn from OpenStreetMap, its track 200 m beside it.
void ProjectMatchesTest::neighboursStayJoined()
{
    AtlasData data = twoSegments()->data();
    data.segments[1].legs.front().line = {{40.3, 50}, {40.5, 51}};
    const auto bundled = std::make_shared<const Atlas>(std::move(data));
    ProjectMatch match = sampleMatch(QStringLiteral("one"), true);
    match.findings.pieces.clear();
    match.line = {{40.1018, 49}, {40.3018, 50}};
    const auto lineOf = [&](const std::vector<ProjectMatch> &matches, const char *id) { return withMatches(bundled, matches)->segment(QLatin1String(id))->line(); };
    const auto drawn = withMatches(bundled, {match});
    const Segment &one = *drawn->segment(QStringLiteral("one"));
    QCOMPARE(one.legs.size(), std::size_t(2));   // where nothing else begins, it ends where the track does
    QVERIFY(one.legs.back().precision == Precision::Schematic && one.legs.back().dataDate.isEmpty() && !one.legs.back().note.isEmpty());
    QCOMPARE(one.line().back(), bundled->segment(QStringLiteral("two"))->line().front());
    QCOMPARE(*drawn->segment(QStringLiteral("two")), *bundled->segment(QStringLiteral("two")));
    // Both drawn: they meet on the track, and need no piece; on tracks far apart both come back to the station.
    ProjectMatch next = sampleMatch(QStringLiteral("two"), true);
    next.findings.pieces.clear();
    next.line = {{40.30181, 50}, {40.5, 51}};
    QCOMPARE(lineOf({match, next}, "one"), match.line);
    QCOMPARE(lineOf({match, next}, "two"), next.line);
    next.line.front() = {40.2982, 50};
    QCOMPARE(lineOf({match, next}, "one").back(), lineOf({match, next}, "two").front());
    // Nearer than bundled lines that meet may be: the map joins them.
    match.line.back() = {40.3003, 50};
    QCOMPARE(lineOf({match}, "one"), match.line);
}

QTEST_GUILESS_MAIN(ProjectMatchesTest)
#include "ProjectMatchesTest.moc"
