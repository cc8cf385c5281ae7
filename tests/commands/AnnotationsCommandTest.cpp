// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"
#include "project/Project.h"

#include <QFile>
#include <QTest>

using namespace ca;
using Outcome = test::CommandsFixture::Outcome;

/// Passages and links of a project, out and in.
class AnnotationsCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void roundTripThroughANewProject();
    void removedPassagesStayOut();
    void secondImportSavesNothing();
    void reportHasTheProjectsPassages();
    void badUsageIsTwo_data();
    void badUsageIsTwo();
    void failuresLeaveTheProjectAsItWas();

private:
    [[nodiscard]] QString file() const { return m_fixture.path(QStringLiteral("p.catlas")); }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile opened(m_fixture.path(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    [[nodiscard]] Outcome run(const QString &project, const QString &rest) const
    {
        return m_fixture.onAtlas(QStringLiteral("annotations --project %1 %2").arg(m_fixture.path(project), rest).trimmed());
    }
    test::CommandsFixture m_fixture;
};

void AnnotationsCommandTest::initTestCase()
{
    QVERIFY(m_fixture.prepare());
    Project project(m_fixture.path(QStringLiteral("recovery")));
    project.setAuthor(QStringLiteral("A. Reader"));
    ProjectPassage passage, taken;
    passage.source.insert(QStringLiteral("title"), QStringLiteral("On the trunk line"));
    passage.original.anchor.exact = QStringLiteral("wagons wait at the pier");
    passage.original.anchor.prefix = QStringLiteral("every Monday ");
    passage.original.anchor.start = 13;
    passage.original.anchor.end = 36;
    passage.original.textSha256 = QString(64, u'a');
    passage.retrieved = QStringLiteral("2026-03");
    ProjectLink trunk, red, bundled;
    trunk.subject = QStringLiteral("trunk");
    trunk.claim = Claim::Figure;
    trunk.note = QStringLiteral("how many?");
    red.subject = QStringLiteral("red");
    red.context = true;
    QVERIFY(project.addPassage(passage, {trunk, red}).ok());
    bundled.passage = QStringLiteral("p3");
    bundled.subject = QStringLiteral("trunk");
    bundled.note = QStringLiteral("of the trunk line, too");
    QVERIFY(project.addLink(bundled).ok());
    taken.original.anchor.exact = QStringLiteral("not worth keeping");
    const Result<QString> id = project.addPassage(taken, {trunk});
    QVERIFY(id.ok() && project.removeLink(project.linksOfPassage(*id).front().id).ok());
    QVERIFY(project.saveAs(file()).ok());
}

void AnnotationsCommandTest::roundTripThroughANewProject()
{
    const QString out = m_fixture.path(QStringLiteral("a.jsonld"));
    Outcome outcome = run(QStringLiteral("p.catlas"), QStringLiteral("--out ") + out);
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.code, 0);
    QCOMPARE(run(QStringLiteral("p.catlas"), {}).out.toUtf8(), read(QStringLiteral("a.jsonld")));
    outcome = run(QStringLiteral("new.catlas"), QStringLiteral("--in ") + out);
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(QStringLiteral("new project")) && outcome.out.contains(QStringLiteral("Added: 1 passage and 3 links.")),
             qPrintable(outcome.out));
    QCOMPARE(run(QStringLiteral("new.catlas"), {}).out.toUtf8(), read(QStringLiteral("a.jsonld")));
    Project again(m_fixture.path(QStringLiteral("recovery")));
    QVERIFY(again.open(m_fixture.path(QStringLiteral("new.catlas"))).ok());
    QCOMPARE(again.linksOfPassage(QStringLiteral("p3")).size(), std::size_t(1));
    QCOMPARE(again.passages().size(), std::size_t(1));
    QCOMPARE(again.passages().front().retrieved, QStringLiteral("2026-03"));
}

void AnnotationsCommandTest::removedPassagesStayOut()
{
    const QString out = run(QStringLiteral("p.catlas"), {}).out;
    QVERIFY(out.contains(QStringLiteral("wagons wait")) && !out.contains(QStringLiteral("not worth keeping")));
    QVERIFY(out.contains(QStringLiteral("Harbour News")));  // the source of the atlas' passage
}

void AnnotationsCommandTest::secondImportSavesNothing()
{
    const QString out = m_fixture.path(QStringLiteral("twice.jsonld"));
    QCOMPARE(run(QStringLiteral("p.catlas"), QStringLiteral("--out ") + out).code, 0);
    const QByteArray before = read(QStringLiteral("p.catlas"));
    const Outcome outcome = run(QStringLiteral("p.catlas"), QStringLiteral("--in ") + out);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(QStringLiteral("all of it is in the project already")), qPrintable(outcome.out));
    QCOMPARE(read(QStringLiteral("p.catlas")), before);
}

void AnnotationsCommandTest::reportHasTheProjectsPassages()
{
    const QString out = m_fixture.path(QStringLiteral("r.html"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("report --segment trunk --out %1 --project %2").arg(out, file())).code, 0);
    const QByteArray html = read(QStringLiteral("r.html"));
    QVERIFY(html.contains("wagons wait at the pier") && html.contains("On the trunk line") && html.contains("how many?"));
    QVERIFY(html.contains("of the trunk line, too") && html.contains("the copy is not in the library"));
    QVERIFY(!html.contains("not worth keeping"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("report --segment trunk --out %1 --library %2").arg(out, m_fixture.path(QStringLiteral("none.sqlite")))).code, 1);
    QVERIFY(!QFile::exists(m_fixture.path(QStringLiteral("none.sqlite"))));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("report --segment trunk --out %1 --project %2").arg(out, m_fixture.path(QStringLiteral("none.catlas")))).code, 1);
}

void AnnotationsCommandTest::badUsageIsTwo_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("no project") << "annotations";
    QTest::newRow("out and in") << "annotations --project p --in a --out b";
    QTest::newRow("library for nothing") << "annotations --project p --in a --library b";
    QTest::newRow("a word") << "annotations p";
}

void AnnotationsCommandTest::badUsageIsTwo()
{
    QFETCH(QString, words);
    const Outcome outcome = m_fixture.onAtlas(words);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.err.count(u'\n'), 1);
}

void AnnotationsCommandTest::failuresLeaveTheProjectAsItWas()
{
    const QByteArray before = read(QStringLiteral("p.catlas"));
    QFile bad(m_fixture.path(QStringLiteral("bad.jsonld")));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("[1, 2") > 0);
    bad.close();
    for (const char *name : {"bad.jsonld", "missing.jsonld"}) {
        QCOMPARE(run(QStringLiteral("p.catlas"), QStringLiteral("--in ") + m_fixture.path(QLatin1String(name))).code, 1);
        QCOMPARE(run(QStringLiteral("other.catlas"), QStringLiteral("--in ") + m_fixture.path(QLatin1String(name))).code, 1);
    }
    QCOMPARE(read(QStringLiteral("p.catlas")), before);
    QVERIFY(!QFile::exists(m_fixture.path(QStringLiteral("other.catlas"))));
    QCOMPARE(run(QStringLiteral("none.catlas"), {}).code, 1);
    QCOMPARE(run(QStringLiteral("p.catlas"), QStringLiteral("--out ") + m_fixture.path(QStringLiteral("no/folder/a.jsonld"))).code, 1);
}

QTEST_MAIN(AnnotationsCommandTest)
#include "AnnotationsCommandTest.moc"
