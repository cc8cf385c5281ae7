// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapStyle.h"
#include "support/TestData.h"

#include <QFile>
#include <QSet>
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
    void bundledStylesParse_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << QStringLiteral("light") << false;
        QTest::newRow("dark") << QStringLiteral("dark") << true;
    }
    void bundledStylesParse()
    {
        QFETCH(QString, name);
        const auto style = MapStyle::parse(text(name), name);
        QVERIFY2(style.ok(), qPrintable(style.error().text()));
        QCOMPARE((*style)->name, name);
        QTEST(((*style)->dark), "dark");
        const auto bundled = MapStyle::bundled(name);
        QVERIFY(bundled);
        QCOMPARE(bundled->name, name);
    }

    void unknownBundledNameGivesLight() { QCOMPARE(MapStyle::bundled(QStringLiteral("none"))->name, QStringLiteral("light")); }

    void errorsSayWhere_data()
    {
        QTest::addColumn<QString>("broken");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("message");
        QTest::newRow("statement") << "name x\ncolour paper #ffffff" << 2 << "column 1: unknown statement";
        QTest::newRow("colour key") << "color papyrus #ffffff" << 1 << "column 7: unknown color";
        QTest::newRow("colour") << "\n  color paper white" << 2 << "column 15:";
        QTest::newRow("short colour") << "color paper #fff" << 1 << "column 13:";
        QTest::newRow("twice") << "color paper #ffffff\ncolor paper #ffffff" << 2 << "column 7: color paper is set twice";
        QTest::newRow("incomplete") << "color paper" << 1 << "column 12:";
        QTest::newRow("surplus") << "color paper #ffffff x" << 1 << "column 21: unexpected";
        QTest::newRow("line property") << "line coast colour=#ffffff" << 1 << "column 12: a line has no property";
        QTest::newRow("line number") << "line coast color=#ffffff width=wide" << 1 << "column 32:";
        QTest::newRow("negative") << "line coast width=-1" << 1 << "column 18:";
        QTest::newRow("not a number") << "line coast width=nan" << 1 << "column 18:";
        QTest::newRow("dashes odd") << "line coast dashes=4" << 1 << "column 19: dashes need";
        QTest::newRow("dashes zero") << "line coast dashes=4,0" << 1 << "column 21:";
        QTest::newRow("text flag") << "text sea oblique" << 1 << "column 10: a text has no property";
        QTest::newRow("no key") << "text" << 1 << "column 5:";
        QTest::newRow("dark") << "dark maybe" << 1 << "column 6:";
        QTest::newRow("empty") << "" << 1 << "is missing";
    }
    void errorsSayWhere()
    {
        QFETCH(QString, broken);
        const auto style = MapStyle::parse(broken, QStringLiteral("a.style"));
        QVERIFY(!style.ok());
        QCOMPARE(style.error().file, QStringLiteral("a.style"));
        QTEST(style.error().line, "line");
        QFETCH(QString, message);
        QVERIFY2(style.error().message.contains(message), qPrintable(style.error().text()));
    }

    void everyStatementIsNeeded()
    {
        // Leaving out any one key of the light style must be noticed, corridors excepted.
        const QStringList lines = text(QStringLiteral("light")).split(QLatin1Char('\n'));
        int tried = 0;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (!lines[i].startsWith(QLatin1String("color ")) && !lines[i].startsWith(QLatin1String("line ")) && !lines[i].startsWith(QLatin1String("text ")))
                continue;
            QStringList without = lines;
            without.removeAt(i);
            QVERIFY2(!MapStyle::parse(without.join(QLatin1Char('\n')), {}).ok(), qPrintable(lines[i]));
            ++tried;
        }
        QVERIFY(tried > 30);
    }

    void statusesDifferWithoutColour()
    {
        const auto style = MapStyle::bundled(QStringLiteral("light"));
        QSet<QString> looks;
        for (const QString &id : allIds<Status>()) {
            const Status status = *fromId<Status>(id);
            const LineStyle line = style->segmentLine(QStringLiteral("zangezur"), Mode::Rail, status);
            QString look = QString::number(line.width, 'f', 2) + (status == Status::Closed || status == Status::Dismantled ? "x" : "");
            for (const qreal dash : line.dashes)
                look += QLatin1Char(' ') + QString::number(dash, 'f', 2);
            looks.insert(look);
        }
        QCOMPARE(looks.size(), allIds<Status>().size());
        QVERIFY(style->segmentLine({}, Mode::Rail, Status::Operating).dashes.isEmpty());
        QVERIFY(!style->segmentLine({}, Mode::Rail, Status::Planned).dashes.isEmpty());
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
