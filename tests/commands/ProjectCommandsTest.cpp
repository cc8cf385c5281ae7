// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"
#include "geo/Geodesic.h"
#include "project/Project.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ca;
using Outcome = test::CommandsFixture::Outcome;

/// What the commands tell of a project.
class ProjectCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void linksAreListed();
    void sheetHasTheLinks();
    void sheetWithoutProjectIsAsBefore();
    void geometryHasTheLinesAccepted();
    void badProjectsFail();

private:
    [[nodiscard]] QString file() const { return m_fixture.path(QStringLiteral("p.catlas")); }
    test::CommandsFixture m_fixture;
};

void ProjectCommandsTest::initTestCase()
{
    QVERIFY(m_fixture.prepare());
    Project project(m_fixture.path(QStringLiteral("recovery")));
    project.setAuthor(QStringLiteral("A. Reader"));
    ProjectPassage passage;
    passage.source.insert(QStringLiteral("title"), QStringLiteral("On the trunk line"));
    passage.original.anchor.exact = QStringLiteral("wagons wait at the pier");
    ProjectLink trunk, atlas;
    trunk.subject = QStringLiteral("trunk");
    trunk.claim = Claim::Figure;
    trunk.note = QStringLiteral("how many?");
    QVERIFY(project.addPassage(passage, {trunk}).ok());
    atlas.subject = QStringLiteral("red");
    atlas.passage = QStringLiteral("article-1-p1");
    atlas.context = true;
    QVERIFY(project.addLink(atlas).ok());
    atlas.subject = QStringLiteral("gone");
    const Result<QString> gone = project.addLink(atlas);
    QVERIFY(gone.ok() && project.removeLink(*gone).ok());
    ProjectMatch match;
    match.id = QStringLiteral("trunk");
    match.drawn = true;
    match.verdict = QStringLiteral("matched");
    match.bundled = {{40, 44}, {40, 46}};
    match.line = {{40, 44}, {40.001, 45}, {40, 46}};
    match.extractDate = QDateTime(QDate(2026, 2, 26), QTime(1, 2, 3), Qt::UTC);
    match.findings.ways = {{9007199254740993LL, 1000}, {7, 10}};
    const double middle = geodesic::distance(match.line[0], match.line[1]);
    match.findings.pieces = {{0, middle, QStringLiteral("operating"), {9007199254740993LL}, {}, {}, {}, 0, {}},
                             {middle, 2 * middle, QStringLiteral("construction"), {7}, {}, {}, {}, 0, {}}};
    QVERIFY(project.keepMatches({match}).ok());
    QVERIFY(project.saveAs(file()).ok());
}

void ProjectCommandsTest::linksAreListed()
{
    const Outcome outcome = test::CommandsFixture::run({QStringLiteral("list"), QStringLiteral("links"), QStringLiteral("--project"), file(), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.err, QString());
    const QJsonArray links = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
    QCOMPARE(links.size(), 2);
    const QJsonObject first = links[0].toObject(), second = links[1].toObject();
    QCOMPARE(first[QStringLiteral("subject")].toString(), QStringLiteral("trunk"));
    QCOMPARE(first[QStringLiteral("claim")].toString(), QStringLiteral("figure"));
    QCOMPARE(first[QStringLiteral("author")].toString(), QStringLiteral("A. Reader"));
    QCOMPARE(first[QStringLiteral("passage")][QStringLiteral("original")][QStringLiteral("exact")].toString(), QStringLiteral("wagons wait at the pier"));
    QVERIFY(first[QStringLiteral("passage")][QStringLiteral("original")][QStringLiteral("start")].isNull());
    QCOMPARE(second[QStringLiteral("role")].toString(), QStringLiteral("context"));
    QCOMPARE(second[QStringLiteral("passage")][QStringLiteral("id")].toString(), QStringLiteral("article-1-p1"));
    QVERIFY(second[QStringLiteral("claim")].isNull() && second[QStringLiteral("score")].isNull());
    const Outcome table = test::CommandsFixture::run({QStringLiteral("--project"), file(), QStringLiteral("list"), QStringLiteral("links")});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains(QStringLiteral("On the trunk line")) && table.out.contains(QStringLiteral("how many?")));
    QVERIFY(!table.out.contains(QStringLiteral("gone")));
}

void ProjectCommandsTest::sheetHasTheLinks()
{
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("show trunk --json --project ") + file());
    QCOMPARE(outcome.code, 0);
    const QJsonObject sheet = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(sheet[QStringLiteral("links")].toArray().size(), 1);
    QCOMPARE(sheet[QStringLiteral("id")].toString(), QStringLiteral("trunk"));
    const Outcome text = m_fixture.onAtlas(QStringLiteral("show trunk --project ") + file());
    QVERIFY(text.out.contains(QStringLiteral("wagons wait at the pier")));
}

void ProjectCommandsTest::sheetWithoutProjectIsAsBefore()
{
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("show trunk --json"));
    QVERIFY(!QJsonDocument::fromJson(outcome.out.toUtf8()).object().contains(QStringLiteral("links")));
}

void ProjectCommandsTest::geometryHasTheLinesAccepted()
{
    const auto written = [this](const QString &option) {
        const QString out = m_fixture.path(QStringLiteral("line.geojson"));
        const Outcome outcome = m_fixture.onAtlas(QStringLiteral("geometry --segment trunk --out %1%2").arg(out, option));
        QFile made(out);
        return outcome.code == 0 && made.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(made.readAll()).object() : QJsonObject();
    };
    const QJsonObject accepted = written(QStringLiteral(" --project ") + file()), bundled = written(QString());
    QCOMPARE(accepted[QStringLiteral("licence")].toString(), QStringLiteral("ODbL-1.0"));
    QVERIFY(accepted[QStringLiteral("licence_url")].toString().contains(QStringLiteral("opendatacommons.org")));
    const QByteArray credits = QJsonDocument(accepted[QStringLiteral("credits")].toArray()).toJson();
    QVERIFY2(credits.contains("OpenStreetMap contributors (extract of 2026-02-26)"), credits.constData());
    const QJsonArray legs = accepted[QStringLiteral("features")].toArray();
    QCOMPARE(legs.size(), 2);
    const QJsonObject first = legs[0][QStringLiteral("properties")].toObject(), second = legs[1][QStringLiteral("properties")].toObject();
    QCOMPARE(first[QStringLiteral("refs")].toString(), QStringLiteral("way/9007199254740993"));
    QCOMPARE(first[QStringLiteral("extract_date")].toString(), QStringLiteral("2026-02-26"));
    QCOMPARE(first[QStringLiteral("status")].toString(), QStringLiteral("operating"));
    QCOMPARE(second[QStringLiteral("refs")].toString(), QStringLiteral("way/7"));
    QCOMPARE(second[QStringLiteral("status")].toString(), QStringLiteral("construction"));
    QCOMPARE(second[QStringLiteral("status_as_of")].toString(), QStringLiteral("2026-02-26"));
    QCOMPARE(legs[0][QStringLiteral("geometry")][QStringLiteral("coordinates")].toArray().size(), 2);
    // The bundled line is what it was.
    QVERIFY(!QJsonDocument(bundled).toJson().contains("2026-02-26"));
    QCOMPARE(bundled[QStringLiteral("features")].toArray().size(), 1);
}

void ProjectCommandsTest::badProjectsFail()
{
    const QString text = m_fixture.path(QStringLiteral("text.catlas"));
    QFile bad(text);
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("words") == 5);
    bad.close();
    for (const QString &path : {text, m_fixture.path(QStringLiteral("missing.catlas"))}) {
        const Outcome outcome = test::CommandsFixture::run({QStringLiteral("list"), QStringLiteral("links"), QStringLiteral("--project"), path});
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.out, QString());
        QCOMPARE(outcome.err.count(u'\n'), 1);
        QVERIFY(outcome.err.contains(path));
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("show trunk --project ") + path).code, 1);
    }
    QVERIFY(!QFile::exists(m_fixture.path(QStringLiteral("missing.catlas"))));
}

QTEST_MAIN(ProjectCommandsTest)
#include "ProjectCommandsTest.moc"
