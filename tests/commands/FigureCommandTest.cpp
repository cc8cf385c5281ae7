// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"

#include "project/Project.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QJsonDocument>
#include <QTest>

using namespace ca;
using Outcome = test::CommandsFixture::Outcome;

class FigureCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void presetsGiveTheirPixels_data();
    void presetsGiveTheirPixels();
    void savedViewsAreDrawn();
    void unknownNamesWriteNothing_data();
    void unknownNamesWriteNothing();
    void oneOfEach();
    void sameBytesInABatchAndAlone();
    void oneFailureLeavesTheOthers();
    void checksAreTold();
    void viewsAreListed();

private:
    [[nodiscard]] QString project() const { return m_fixture.path(QStringLiteral("p.catlas")); }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QJsonArray json(const Outcome &outcome) { return QJsonDocument::fromJson(outcome.out.toUtf8()).array(); }
    test::CommandsFixture m_fixture;
};

void FigureCommandTest::initTestCase()
{
    QVERIFY(m_fixture.prepare());
    Project made(m_fixture.path(QStringLiteral("recovery")));
    FigureView view;
    view.crs = Projection::defaultDefinition();
    view.centre = {40.5, 45};
    view.figure.title = QStringLiteral("The saved one");
    view.figure.preset = QStringLiteral("square");
    view.figure.page = {900, 900};
    QVERIFY(made.addView(QStringLiteral("Ağrı, the west"), view).ok());
    view.crs = QStringLiteral("+proj=nonsense");
    QVERIFY(made.addView(QStringLiteral("Broken/view"), view).ok());
    QVERIFY(made.saveAs(project()).ok());
}

void FigureCommandTest::presetsGiveTheirPixels_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QSize>("size");
    QTest::newRow("slide at its own resolution") << QStringLiteral("--segment trunk") << QSize(2560, 1440);
    QTest::newRow("column at 100 dpi") << QStringLiteral("--corridor red --preset column-1 --dpi 100") << QSize(335, 433);
    QTest::newRow("size") << QStringLiteral("--bbox 43,38,47,42 --size 801x333") << QSize(801, 333);
}

void FigureCommandTest::presetsGiveTheirPixels()
{
    QFETCH(QString, words);
    QFETCH(QSize, size);
    const QString file = m_fixture.path(QStringLiteral("a.png"));
    QFile::remove(file);
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("figure --json %1 --out %2").arg(words, file));
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(QImageReader(file).size(), size);
    QCOMPARE(json(outcome).size(), 1);
    const QJsonObject told = json(outcome).first().toObject();
    QCOMPARE(told.value(QStringLiteral("file")).toString(), file);
    QCOMPARE(QSize(told.value(QStringLiteral("width")).toInt(), told.value(QStringLiteral("height")).toInt()), size);
}

void FigureCommandTest::savedViewsAreDrawn()
{
    const QString file = m_fixture.path(QStringLiteral("v.png"));
    const QStringList words{QStringLiteral("figure"), QStringLiteral("--project"), project(), QStringLiteral("--view"), QStringLiteral("AĞRI, the West"),
                            QStringLiteral("--out"), file, QStringLiteral("--dpi"), QStringLiteral("96"), QStringLiteral("--atlas"), m_fixture.atlas()};
    const Outcome outcome = m_fixture.run(words);
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(QImageReader(file).size(), QSize(900, 900));
    QCOMPARE(QImageReader(file).text(QStringLiteral("Title")), QStringLiteral("The saved one"));
    QCOMPARE(m_fixture.run(words + QStringList{QStringLiteral("--title"), QStringLiteral("Another")}).code, 0);
    QCOMPARE(QImageReader(file).text(QStringLiteral("Title")), QStringLiteral("Another"));
}

void FigureCommandTest::unknownNamesWriteNothing_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("segment") << QStringLiteral("--segment nowhere --out %1/a.png") << 1;
    QTest::newRow("corridor") << QStringLiteral("--corridor trunk --out %1/a.png") << 1;
    QTest::newRow("view") << QStringLiteral("--view none --project %2 --out %1/a.png") << 1;
    QTest::newRow("folder") << QStringLiteral("--segment trunk --out %1/none/a.png") << 1;
    QTest::newRow("project") << QStringLiteral("--view none --project %1/none.catlas --out %1/a.png") << 1;
    QTest::newRow("usage") << QStringLiteral("--segment trunk --out %1/a.bmp") << 2;
}

void FigureCommandTest::unknownNamesWriteNothing()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    const QTemporaryDir folder;
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("figure ") + words.replace(QStringLiteral("%2"), project()).arg(folder.path()));
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void FigureCommandTest::oneOfEach()
{
    const QString folder = m_fixture.path(QStringLiteral("made/here"));
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("figure --each corridors --format png,svg --size 400x300 --json --out ") + folder);
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const QStringList files = QDir(folder).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), json(outcome).size());
    QVERIFY(files.contains(QStringLiteral("red.png")) && files.contains(QStringLiteral("red.svg")));
    const auto corridors = Atlas(test::sourcedAtlas()).corridors().size();
    QCOMPARE(files.size(), static_cast<qsizetype>(2 * corridors));
    QVERIFY(outcome.err.contains(QStringLiteral("[%1/%1] ").arg(corridors)));
}

void FigureCommandTest::sameBytesInABatchAndAlone()
{
    const QString folder = m_fixture.path(QStringLiteral("batch")), alone = m_fixture.path(QStringLiteral("alone.svg"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("figure --each segments --format svg --out ") + folder).code, 0);
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("figure --segment trunk --out ") + alone).code, 0);
    QVERIFY(bytesOf(alone).size() > 1000);
    QCOMPARE(bytesOf(folder + QStringLiteral("/trunk.svg")), bytesOf(alone));
}

void FigureCommandTest::oneFailureLeavesTheOthers()
{
    const QString folder = m_fixture.path(QStringLiteral("views"));
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("figure --each views --dpi 40 --project %1 --out %2").arg(project(), folder));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{QStringLiteral("Ağrı_ the west.png")});
    QVERIFY2(outcome.err.trimmed().endsWith(QStringLiteral("1 of 2 figures failed: Broken/view")), qPrintable(outcome.err));
}

void FigureCommandTest::checksAreTold()
{
    const QString file = m_fixture.path(QStringLiteral("c.png"));
    const QString words = QStringLiteral("figure --segment trunk --hide credits --json --size 640x400 --out ") + file;
    const Outcome checked = m_fixture.onAtlas(words + QStringLiteral(" --check"));
    QCOMPARE(checked.code, 0);
    QStringList ids;
    for (const QJsonValue &finding : json(checked).first().toObject().value(QStringLiteral("findings")).toArray())
        ids << finding.toObject().value(QStringLiteral("id")).toString();
    QVERIFY2(ids.contains(QStringLiteral("credits-hidden")), qPrintable(ids.join(u' ')));
    QVERIFY(QFile::remove(file));
    const Outcome strict = m_fixture.onAtlas(words + QStringLiteral(" --strict"));
    QCOMPARE(strict.code, 1);
    QVERIFY(json(strict).isEmpty() && !QFile::exists(file));
}

void FigureCommandTest::viewsAreListed()
{
    const Outcome outcome = m_fixture.run({QStringLiteral("list"), QStringLiteral("views"), QStringLiteral("--project"), project(), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    const QJsonObject first = json(outcome).first().toObject();
    QCOMPARE(first.value(QStringLiteral("name")).toString(), QStringLiteral("Ağrı, the west"));
    QVERIFY(FigureView::fromJson(first.value(QStringLiteral("view")).toObject()).ok());
    QCOMPARE(m_fixture.run({QStringLiteral("list"), QStringLiteral("views")}).code, 2);
}

QTEST_MAIN(FigureCommandTest)
#include "FigureCommandTest.moc"
