// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapStyle.h"
#include "map/StyleProperties.h"
#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace ca;

class MapStyleTest : public QObject {
    Q_OBJECT

    static QString text(const QString &name)
    {
        QFile file(test::sourcePath(QStringLiteral("resources/styles/%1.style").arg(name)));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private Q_SLOTS:
    static Result<std::shared_ptr<const MapStyle>> derived(const QString &statements)
    {
        return MapStyle::parse(QStringLiteral("name derived\nbase light\n") + statements, QStringLiteral("d.style"));
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void layerLooksGoThroughWords()
    {
        LayerStyle style;
        style.fill = QColor(1, 2, 3, 77);
        style.line.color = Qt::red;
        style.line.width = 1.0 / 3;
        style.line.dashes = {4, 2.5};
        style.pointSize = 7;
        style.pointOutline = Qt::white;
        style.opacity = 0.25;
        style.labelColumn = QStringLiteral("name of it = this");
        style.label.bold = true;
        style.label.font = QStringLiteral("Noto Serif");
        style.labelTo = 1200;
        LayerStyle again;
        for (const QString &word : styleproperties::words(style))
            QVERIFY2(!styleproperties::set(again, word), qPrintable(word));
        QVERIFY(again == style);
        QVERIFY(styleproperties::words(LayerStyle()).isEmpty());
    }

    void bundledStylesParse_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : MapStyle::bundledNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void bundledStylesParse()
    {
        QFETCH(QString, name);
        const auto style = MapStyle::parse(text(name), name);
        QVERIFY2(style.ok(), qPrintable(style.error().text()));
        QCOMPARE((*style)->name, name);
        QCOMPARE((*style)->dark, name == QLatin1String("dark"));
        const auto bundled = MapStyle::bundled(name);
        QVERIFY(bundled);
        QCOMPARE(bundled->name, name);
        QCOMPARE(MapStyle::bundled(name), bundled);  // read once
    }

    void everyStyleFileIsBundled()
    {
        QStringList names;
        for (const QFileInfo &file : QDir(test::sourcePath(QStringLiteral("resources/styles"))).entryInfoList({QStringLiteral("*.style")}))
            names << file.completeBaseName();
        QCOMPARE(QSet<QString>(names.begin(), names.end()), QSet<QString>(MapStyle::bundledNames().begin(), MapStyle::bundledNames().end()));
    }

    void unknownBundledNameGivesLight() { QCOMPARE(MapStyle::bundled(QStringLiteral("none"))->name, QStringLiteral("light")); }

    void errorsSayWhere_data()
    {
        QTest::addColumn<QString>("broken");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *broken, const char *error) {
            QTest::newRow(name) << QString::fromUtf8(broken) << QString::fromUtf8(error);
        };
        row("statement", "name x\ncolour paper #ffffff", "2:1: unknown statement “colour”");
        row("colour key", "color papyrus #ffffff", "1:7: unknown color “papyrus”");
        row("colour", "\n  color paper white", "2:15: “white” is not a colour");
        row("short colour", "color paper #fff", "1:13: ");
        row("signed colour", "color paper #+12345", "1:13: ");
        row("twice", "color paper #ffffff\ncolor paper #ffffff", "2:7: color paper is set twice");
        row("name twice", "name a\nname b", "2:1: name is set twice");
        row("incomplete", "color paper", "1:12: the statement is incomplete");
        row("surplus", "color paper #ffffff x", "1:21: unexpected “x”");
        row("line property", "line coast colour=#ffffff", "1:12: a line has no property “colour”");
        row("line number", "line coast color=#ffffff width=wide", "1:32: “wide” is not a number");
        row("no value", "line coast width", "1:12: “width” wants a value");
        row("negative", "line coast width=-1", "1:18: ");
        row("not a number", "line coast width=nan", "1:18: ");
        row("dashes odd", "line coast dashes=4", "1:19: dashes need");
        row("dashes zero", "line coast dashes=4,0", "1:21: a dash or gap");
        row("mark", "line coast marks=stars", "1:18: “stars” is not one of");
        row("text flag", "text sea oblique", "1:10: a text has no property “oblique”");
        row("flag", "text sea bold=maybe", "1:15: “maybe” is neither yes nor no");
        row("no key", "text", "1:5: a key is missing");
        row("dark", "dark maybe", "1:6: ");
        row("layer without a name", "layer", "1:6: the layer's name is missing");
        row("layer property", "layer rail colour=#ffffff", "1:12: a layer has no property “colour”");
        row("opacity", "layer rail opacity=1.5", "1:20: “1.5” is not a number from 0 to 1");
        row("quotation mark", "layer \"my rails width=2", "1:7: the quotation mark is never closed");
        row("after a quotation mark", "layer \"my rails\" width=x", "1:24: ");
        row("unknown base", "base brown", "1:6: unknown base “brown”");
        row("late base", "dark yes\nbase light", "2:1: base must stand before");
        row("second base", "base light\nbase dark", "2:1: base must stand before");
        row("empty", "", "1:1: color “paper” is missing");
        row("carriage return", "color paper #ffffff\r\ncolor sea blue\r\n", "2:11: “blue” is not");
    }
    void errorsSayWhere()
    {
        QFETCH(QString, broken);
        QFETCH(QString, error);
        const auto style = MapStyle::parse(broken, QStringLiteral("a.style"));
        QVERIFY(!style.ok());
        QVERIFY2(style.error().text().startsWith(QStringLiteral("a.style:") + error), qPrintable(style.error().text()));
    }

    void everyStatementIsNeeded()
    {
        // Leaving out any one key of the light style must be noticed, corridors excepted.
        const QStringList lines = text(QStringLiteral("light")).split(QLatin1Char('\n'));
        int tried = 0;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString statement = lines[i].section(QLatin1Char(' '), 0, 0);
            if (!QStringList{"color", "line", "text", "layer", "name", "corridor-fallback"}.contains(statement))
                continue;
            QStringList without = lines;
            without.removeAt(i);
            QVERIFY2(!MapStyle::parse(without.join(QLatin1Char('\n')), {}).ok(), qPrintable(lines[i]));
            ++tried;
        }
        QVERIFY(tried > 50);
    }

    void baseGivesWhatIsNotWritten()
    {
        const auto style = derived(QStringLiteral("color sea #102030\nline coast width=3\ntext capital bold=no size=20\n"
                                                  "line status-planned dashes=none\ncorridor zangezur #010203"));
        QVERIFY2(style.ok(), qPrintable(style.error().text()));
        const auto light = MapStyle::bundled(QStringLiteral("light"));
        QCOMPARE((*style)->name, QStringLiteral("derived"));
        QCOMPARE((*style)->color("sea"), QColor(0x10, 0x20, 0x30));
        QCOMPARE((*style)->color("land"), light->color("land"));
        QCOMPARE((*style)->line("coast").width, 3.0);
        QCOMPARE((*style)->line("coast").color, light->line("coast").color);  // property by property
        QVERIFY(light->text("capital").bold && !(*style)->text("capital").bold);
        QCOMPARE((*style)->text("capital").color, light->text("capital").color);
        QVERIFY((*style)->line("status-planned").dashes.isEmpty());
        QCOMPARE((*style)->corridorColor("zangezur"), QColor(1, 2, 3));
        QCOMPARE((*style)->corridorColor("middle-corridor"), light->corridorColor("middle-corridor"));
        QCOMPARE((*style)->files.size(), 2);
    }

    void basesLieBesideTheFile()
    {
        const QTemporaryDir folder;
        write(folder.filePath("a.style"), "name a\nbase dark\ncolor sea #112233\n");
        write(folder.filePath("b.style"), "name b\nbase a\ncolor land #445566\n");
        const auto style = MapStyle::read(folder.filePath("b.style"));
        QVERIFY2(style.ok(), qPrintable(style.error().text()));
        QVERIFY((*style)->dark);
        QCOMPARE((*style)->color("sea"), QColor(0x11, 0x22, 0x33));
        QCOMPARE((*style)->color("land"), QColor(0x44, 0x55, 0x66));
        // An error in the base is told where it is.
        write(folder.filePath("a.style"), "name a\nbase dark\ncolor sea blue\n");
        QCOMPARE(MapStyle::read(folder.filePath("b.style")).error().text().section(": ", 0, 0), folder.filePath("a.style") + ":3:11");
    }

    void circlesAreRefused()
    {
        const QTemporaryDir folder;
        write(folder.filePath("a.style"), "name a\nbase b\n");
        write(folder.filePath("b.style"), "name b\nbase a\n");
        write(folder.filePath("self.style"), "name self\nbase self\n");
        const auto circle = MapStyle::read(folder.filePath("a.style"));
        QVERIFY(!circle.ok());
        QCOMPARE(circle.error().text().section(": ", 0, 0), folder.filePath("b.style") + ":2:6");
        QVERIFY(circle.error().message.contains("based on this style"));
        QCOMPARE(MapStyle::read(folder.filePath("self.style")).error().line, 2);
    }

    void filesThatAreNoStyles()
    {
        const QTemporaryDir folder;
        write(folder.filePath("latin.style"), "name caf\xe9\n");
        write(folder.filePath("long.style"), QByteArray(3 << 20, '#'));
        QVERIFY(MapStyle::read(folder.filePath("latin.style")).error().message.contains("UTF-8"));
        QVERIFY(MapStyle::read(folder.filePath("long.style")).error().message.contains("too long"));
        QVERIFY(!MapStyle::read(folder.filePath("missing.style")).ok());
        QVERIFY(!MapStyle::read(folder.path()).ok());
    }

    void layersHaveTheDefaultOfWhatTheyHold()
    {
        const auto style = derived(QStringLiteral("layer layer-line color=#111111 width=5\nlayer rail width=2 label=title label-size=13\n"
                                                  "layer \"my points\" point-color=#222222 label-font=\"DejaVu Sans\" label-from=2 label-to=500"));
        QVERIFY2(style.ok(), qPrintable(style.error().text()));
        const LayerStyle plain = (*style)->layer("anything", GeometryKind::Line);
        QCOMPARE(plain.line.width, 5.0);
        QCOMPARE(plain.line.color, QColor(0x11, 0x11, 0x11));
        QVERIFY(plain.labelColumn.isEmpty());
        const LayerStyle rail = (*style)->layer("rail", GeometryKind::Line);
        QCOMPARE(rail.line.width, 2.0);
        QCOMPARE(rail.line.color, plain.line.color);
        QCOMPARE(rail.labelColumn, QStringLiteral("title"));
        QCOMPARE(rail.label.size, 13.0);
        const LayerStyle points = (*style)->layer("my points", GeometryKind::Point);
        QCOMPARE(points.pointColor, QColor(0x22, 0x22, 0x22));
        QCOMPARE(points.pointSize, (*style)->layer("layer-point", GeometryKind::Point).pointSize);
        QCOMPARE(points.label.font, QStringLiteral("DejaVu Sans"));
        QCOMPARE(points.labelFrom, 2.0);
        QCOMPARE(points.labelTo, 500.0);
        QVERIFY((*style)->layer("my points", GeometryKind::Polygon).fill.isValid());  // of layer-area
    }

    void benchmarkStyle()
    {
        const auto style = MapStyle::bundled(QStringLiteral("bench"));
        QCOMPARE(style->color("sea"), QColor(0xcf, 0xe3, 0xef));
        const LayerStyle land = style->layer("land", GeometryKind::Polygon), rail = style->layer("rail", GeometryKind::Line),
                         station = style->layer("station", GeometryKind::Point), place = style->layer("place", GeometryKind::Point);
        QCOMPARE(land.fill, QColor(0xf5, 0xf1, 0xe6));
        QCOMPARE(land.line.color, QColor(0x8a, 0x7f, 0x6a));
        QCOMPARE(land.line.width, 1.0);
        QCOMPARE(rail.line.color, QColor(0xd0, 0x1c, 0x1f));
        QCOMPARE(rail.line.width, 2.0);
        QVERIFY(rail.line.dashes.isEmpty() && rail.opacity == 1);
        QCOMPARE(station.pointSize, 6.0);
        QVERIFY(!station.pointOutline.isValid() && station.labelColumn.isEmpty());
        QCOMPARE(place.pointSize, 0.0);
        QCOMPARE(place.labelColumn, QStringLiteral("name"));
        QCOMPARE(place.label.size, 11.0);
        QCOMPARE(place.label.haloWidth, 1.5);
        QCOMPARE(place.label.font, QStringLiteral("DejaVu Sans"));
    }

    void corridorColours()
    {
        const auto style = MapStyle::bundled(QStringLiteral("light"));
        QCOMPARE(style->corridorColor(QStringLiteral("middle-corridor")), QColor(0x00, 0x72, 0xb2));
        QCOMPARE(style->corridorColor(QStringLiteral("no such")), style->corridorFallback);
        QCOMPARE(style->segmentLine(QStringLiteral("zangezur"), Mode::Rail, Status::Planned).color, style->corridorColor(QStringLiteral("zangezur")));
        QVERIFY(style->segmentLine(QStringLiteral("zangezur"), Mode::Rail, Status::Suspended).color != style->corridorColor(QStringLiteral("zangezur")));
    }

    void alphaIsLast()
    {
        const auto style = MapStyle::bundled(QStringLiteral("light"));
        QCOMPARE(style->color(QStringLiteral("paper")).alpha(), 255);
        QCOMPARE(style->color(QStringLiteral("selection")).alpha(), 0xcc);
    }
};

QTEST_GUILESS_MAIN(MapStyleTest)
#include "MapStyleTest.moc"
