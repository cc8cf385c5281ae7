// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"
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
