// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FigureOptions.h"

#include <QTest>

#include <cmath>

using namespace ca;

class FigureOptionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sizeIsInPixelsOfTheFile();
    void optionsChangeAView();
    void batchesAndFormats();
    void badUsage_data();
    void badUsage();
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
        const FigureSpec figure = options->applied().figure;
        QCOMPARE(options->dpiFor(figure), dpi);
        QCOMPARE((figure.page * dpi / 96).toSize(), QSize(1600, 1000));
        // Layout units per page do not depend on the resolution.
        QVERIFY(std::abs(figure.page.width() / figure.scale - 1600 / std::sqrt(1600.0 * 1000 / (1280 * 720))) < 0.01);
    }
    const auto paper = parsed(QStringLiteral("--out a.png --size 297x210mm --dpi 300"));
    QVERIFY(paper.ok());
    QCOMPARE((paper->applied().figure.page * 300 / 96).toSize(), QSize(3508, 2480));
}

/// Of a saved view, only what is asked for changes.
void FigureOptionsTest::optionsChangeAView()
{
    FigureView view;
    view.centre = {40, 45};
    view.language = QStringLiteral("hy");
    view.figure.preset = QStringLiteral("square");
    view.figure.page = {900, 900};
    view.figure.subtitle = QStringLiteral("kept");
    view.figure.hidden = {FigureElement::Inset, FigureElement::Legend};
    const auto none = parsed(QStringLiteral("--out a.png"));
    QVERIFY(none.ok());
    QVERIFY(none->applied(view) == view);
    QCOMPARE(none->dpiFor(view.figure), 192.0);
    const auto some = parsed(QStringLiteral("--out a.svg --preset a4-portrait --name-policy both --as-of 2025-06 --theme grey --graticule --transparent "
                                            "--hide notes,north-arrow --show inset --no-credits --outlines"));
    QVERIFY2(some.ok(), qPrintable(some.error().text()));
    const FigureView changed = some->applied(view);
    QCOMPARE(changed.language, QStringLiteral("hy"));
    QCOMPARE(changed.namePolicy, NamePolicy::Both);
    QCOMPARE(changed.asOf, QStringLiteral("2025-06"));
    QCOMPARE(changed.figure.preset, QStringLiteral("a4-portrait"));
    QVERIFY(changed.figure.page.height() > 1100);
    QCOMPARE(some->dpiFor(changed.figure), 300.0);
    QCOMPARE(changed.figure.theme, QStringLiteral("grey"));
    QCOMPARE(changed.figure.subtitle, QStringLiteral("kept"));
    QVERIFY(changed.figure.transparent && changed.visibility.layer(QStringLiteral("graticule")));
    QCOMPARE(changed.figure.hidden, (std::set{FigureElement::Legend, FigureElement::Notes, FigureElement::NorthArrow, FigureElement::Credits}));
}

void FigureOptionsTest::batchesAndFormats()
{
    const auto batch = parsed(QStringLiteral("--atlas segments --out folder --format png,geopdf"));
    QVERIFY2(batch.ok(), qPrintable(batch.error().text()));
    QVERIFY(batch->isBatch() && batch->atlasIsWord);
    QCOMPARE(batch->formats, (std::vector{FigureFormat::Png, FigureFormat::GeoPdf}));
    const auto file = parsed(QStringLiteral("--atlas some/segments --each corridors --out folder"));
    QVERIFY(file.ok() && file->region == FigureOptions::Extent::EveryCorridor && !file->atlasIsWord);
    QCOMPARE(file->formats, std::vector{FigureFormat::Png});
}

void FigureOptionsTest::badUsage_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"--corridor a", "--out a.gif", "--out a.png --format svg", "--out a.png --format bmp", "--out a.png --format png,svg",
                              "--out a.png --view v", "--out d --each views", "--out d --each roads", "--out d --each segments --corridor a",
                              "--out d --atlas segments --each corridors", "--out a.png --preset a5", "--out a.png --preset square --size 10x10",
                              "--out a.png --hide map", "--out a.png --show roads", "--out a.png --theme nowhere.style", "--out a.png --outlines",
                              "--out a.svg --world-file", "--out a.png --as-of soon", "--out a.png --dpi 9", "--out a.png --dpi nan"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void FigureOptionsTest::badUsage()
{
    QFETCH(QString, words);
    const auto options = parsed(words);
    QVERIFY(!options.ok());
    QVERIFY(!options.error().message.isEmpty());
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
    const FigureView view = options->applied();
    QVERIFY(view.figure == FigureSpec());
    QCOMPARE(view.language, QStringLiteral("en"));
    QCOMPARE(view.figure.page, QSizeF(1280, 720));
    QCOMPARE(view.figure.theme, QStringLiteral("light"));
    QVERIFY(!options->title && !options->check && !options->strict);
}

QTEST_APPLESS_MAIN(FigureOptionsTest)
#include "FigureOptionsTest.moc"
