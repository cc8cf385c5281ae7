// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FigureOptions.h"

#include <QTest>

#include <cmath>

using namespace ca;

class FigureOptionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sizeIsInPixelsOfTheFile();
    void boxes_data();
    void boxes();
    void defaultsAreTheHouse();

private:
    static Result<FigureOptions> parsed(const QString &words);
};

Result<FigureOptions> FigureOptionsTest::parsed(const QString &words)
{
    const Result<CommandLine> line = CommandLine::parse(words.split(u' '), FigureOptions::specs(), 0);
    if (!line)
        return line.error();
    return FigureOptions::of(*line);
}

/// The file has the pixels that were asked for; the resolution says how large they are on paper.
void FigureOptionsTest::sizeIsInPixelsOfTheFile()
{
    for (const double dpi : {96.0, 150.0, 300.0}) {
        const auto options = parsed(QStringLiteral("--out a.png --size 1600x1000 --dpi %1").arg(dpi));
        QVERIFY(options.ok());
        QCOMPARE(qRound(options->page.width() * options->dpi / 96), 1600);
        QCOMPARE(qRound(options->page.height() * options->dpi / 96), 1000);
        // Layout units per page do not depend on the resolution.
        QVERIFY(std::abs(options->page.width() / options->scale - 1600 / std::sqrt(1600.0 * 1000 / (1280 * 720))) < 0.01);
    }
    const auto paper = parsed(QStringLiteral("--out a.png --size 297x210mm --dpi 300"));
    QVERIFY(paper.ok());
    QCOMPARE(qRound(paper->page.width() * paper->dpi / 96), 3508);
    QCOMPARE(qRound(paper->page.height() * paper->dpi / 96), 2480);
}

void FigureOptionsTest::boxes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QStringLiteral("40,37.5,52,43.5") << true;
    QTest::newRow("spaces") << QStringLiteral("40, 37.5, 52, 43.5") << true;
    QTest::newRow("negative") << QStringLiteral("-10,-5,10,5") << true;
    QTest::newRow("west is east") << QStringLiteral("52,37,40,43") << false;
    QTest::newRow("west equals east") << QStringLiteral("40,37,40,43") << false;
    QTest::newRow("south is north") << QStringLiteral("40,43,52,37") << false;
    QTest::newRow("off the globe") << QStringLiteral("40,37,190,43") << false;
    QTest::newRow("beyond the pole") << QStringLiteral("40,37,52,91") << false;
    QTest::newRow("nan") << QStringLiteral("nan,37,52,43") << false;
    QTest::newRow("inf") << QStringLiteral("-inf,37,52,43") << false;
    QTest::newRow("three") << QStringLiteral("40,37,52") << false;
    QTest::newRow("five") << QStringLiteral("40,37,52,43,1") << false;
    QTest::newRow("words") << QStringLiteral("a,b,c,d") << false;
    QTest::newRow("empty part") << QStringLiteral("40,,52,43") << false;
    QTest::newRow("decimal comma") << QStringLiteral("40,5,37,5,52,0,43,5") << false;
    QTest::newRow("empty") << QString() << false;
}

void FigureOptionsTest::boxes()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const Result<GeoBox> box = parseBox(text);
    QCOMPARE(box.ok(), good);
    if (good)
        QVERIFY(box->west < box->east && box->south < box->north);
    else
        QVERIFY(box.error().message.startsWith(QStringLiteral("--bbox")));
}

void FigureOptionsTest::defaultsAreTheHouse()
{
    const auto options = parsed(QStringLiteral("--out a.svg"));
    QVERIFY(options.ok());
    QCOMPARE(options->page, QSizeF(1280, 720));
    QCOMPARE(options->style, QStringLiteral("light"));
    QCOMPARE(options->policy, NamePolicy::Neutral);
    QVERIFY(options->asOf.isEmpty() && !options->title && options->legend && options->notes);
}

QTEST_APPLESS_MAIN(FigureOptionsTest)
#include "FigureOptionsTest.moc"
