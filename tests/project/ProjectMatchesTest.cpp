// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleProject.h"

#include "database/SqlConnection.h"
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
    match.line.back() = {40.3, 50};
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

QTEST_GUILESS_MAIN(ProjectMatchesTest)
#include "ProjectMatchesTest.moc"
