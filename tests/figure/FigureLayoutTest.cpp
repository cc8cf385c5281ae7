// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureLayout.h"

#include "figure/FigurePresets.h"
#include "figure/FigureText.h"
#include "figure/SampleFigure.h"

#include <QTest>

using namespace ca;
using Element = FigureLayout::Element;

class FigureLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void longTitlesWrap();
    void endlessTitleIsCutAndSaysSo();
    void smallPagesSayWhatTheyDrop();
    void tooSmallIsRefused();
    void largerPagesGetLargerType();
    void manySourcesAreCutNotSqueezed();
    void sameInputSameLayout();
    void presetsKeepTheirLegend();
    void placedByHandTheOthersStay();
    void whatHangsOverIsSaid();

private:
    static FigureContent content(int sources = 4);
    static Figure page(double width, double height);
};

namespace {

const QString longTitle = QStringLiteral(
    "The lines of the island, their stations, ports and border crossings, what is built, what is planned and what is only "
    "announced, with the sources that say so and those that contradict them");

} // namespace

void FigureLayoutTest::initTestCase()
{
    loadFonts();
}

FigureContent FigureLayoutTest::content(int sources)
{
    FigureContent made;
    made.title = QStringLiteral("Lines of the island");
    made.subtitle = QStringLiteral("As of 30 April 2026");
    made.credits = QStringLiteral("Land, borders, lakes: © OpenStreetMap contributors, 2017 (ODbL 1.0). Places: GeoNames (CC BY 4.0). "
                                  "Corridor lines: © OpenStreetMap contributors (ODbL 1.0). Projection: conic.");
    made.briefCredits = QStringLiteral("Map data: © OpenStreetMap contributors; GeoNames.");
    made.disclaimer = QStringLiteral("Boundaries and names shown do not imply endorsement.");
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("blue"), Mode::Rail, Status::Operating}, {QStringLiteral("pipe"), Mode::GasPipeline, Status::Planned},
                   {QStringLiteral("red"), Mode::Sea, Status::Construction}};
    drawn.precisions = {Precision::Schematic, Precision::Estimated};
    drawn.symbols = {WaypointKind::Station, WaypointKind::Port, WaypointKind::BorderCrossing};
    made.legend = Legend::of(drawn, Atlas(test::sourcedAtlas()), NamePolicy::Neutral, QStringLiteral("en"));
    made.statusKey = Legend::statusKey(drawn);
    for (int i = 1; i <= sources; ++i)
        made.notes.notes.push_back({i, QStringLiteral("r%1").arg(i), {}, QStringLiteral("Author %1, “A title of some length”, Publisher, 2025-03").arg(i),
                                    QStringLiteral("https://example.org/articles/%1/some-slug").arg(i), 1, 1, {}});
    return made;
}

Figure FigureLayoutTest::page(double width, double height)
{
    Figure figure;
    figure.page = {width, height};
    return figure;
}

void FigureLayoutTest::nothingOverlaps_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("sources");
    for (const QSizeF size : {QSizeF(1280, 720), QSizeF(1920, 1080), QSizeF(1123, 794), QSizeF(794, 1123), QSizeF(1587, 1123),
                              QSizeF(800, 800), QSizeF(400, 300), QSizeF(320, 240), QSizeF(200, 600), QSizeF(340, 454), QSizeF(3000, 500)}) {
        for (const int sources : {0, 4, 70}) {
            QTest::addRow("%gx%g, %d sources", size.width(), size.height(), sources) << size << QStringLiteral("Lines") << sources;
            QTest::addRow("%gx%g, long title, %d sources", size.width(), size.height(), sources) << size << longTitle << sources;
        }
    }
}

void FigureLayoutTest::nothingOverlaps()
{
    QFETCH(QSizeF, size);
    QFETCH(QString, title);
    QFETCH(int, sources);
    FigureContent words = content(sources);
    words.title = title;
    const Result<FigureLayout> layout = FigureLayout::of(page(size.width(), size.height()), words);
    QVERIFY2(layout.ok(), qPrintable(layout.error().text()));
    const QRectF paper(QPointF(0, 0), layout->page);
    QVERIFY(std::abs(layout->page.width() * layout->scale - size.width()) < 1e-6);
    QVERIFY(layout->scale >= 1);
    for (const FigureLayout::Item &item : layout->items) {
        QVERIFY2(paper.adjusted(-0.01, -0.01, 0.01, 0.01).contains(item.rect), qPrintable(QString::number(int(item.element))));
        QVERIFY(item.rect.width() > 0 && item.rect.height() > 0);
        for (const FigureLayout::Item &other : layout->items) {
            // On small pages scale bar and north arrow stand within the map.
            const QRectF map = layout->rect(Element::Map);
            const bool within = (item.element == Element::Map && map.contains(other.rect)) || (other.element == Element::Map && map.contains(item.rect));
            if (&item != &other && !within)
                QVERIFY2(!item.rect.adjusted(0.01, 0.01, -0.01, -0.01).intersects(other.rect),
                         qPrintable(QStringLiteral("%1 on %2").arg(int(item.element)).arg(int(other.element))));
        }
    }
    const QRectF map = layout->rect(Element::Map);
    QVERIFY(map.height() >= 0.25 * layout->page.height());
    QVERIFY(layout->titlePixels >= figuretext::smallestPixels);
}

void FigureLayoutTest::longTitlesWrap()
{
    FigureContent words = content();
    words.title = longTitle;
    const Result<FigureLayout> layout = FigureLayout::of(page(1280, 720), words);
    QVERIFY(layout.ok());
    const TextBlock title = layout->text(Element::Title, words);
    QVERIFY(title.lines().size() >= 2);
    QVERIFY(!title.elided());
    QCOMPARE(title.lines().join(u' '), longTitle);
    QVERIFY(layout->warnings.isEmpty());
}

void FigureLayoutTest::endlessTitleIsCutAndSaysSo()
{
    FigureContent words = content();
    words.title = QString(longTitle + u' ').repeated(30).trimmed();
    const Result<FigureLayout> layout = FigureLayout::of(page(1280, 720), words);
    QVERIFY(layout.ok());
    QVERIFY(layout->text(Element::Title, words).elided());
    QVERIFY(layout->warnings.join(u' ').contains(QStringLiteral("title is too long")));
}

void FigureLayoutTest::smallPagesSayWhatTheyDrop()
{
    const FigureContent words = content(70);
    const Result<FigureLayout> layout = FigureLayout::of(page(300, 200), words);
    QVERIFY(layout.ok());
    QVERIFY(layout->find(Element::Map));
    const auto says = [&](const char *word) { return layout->warnings.join(u'\n').contains(QLatin1String(word)); };
    QCOMPARE(!layout->find(Element::Legend), says("the legend"));
    QCOMPARE(!layout->find(Element::Notes), says("for the sources"));
    QCOMPARE(!layout->find(Element::ScaleBar), says("the scale bar"));
    QCOMPARE(!layout->find(Element::Credits), says("the short one stays"));
    QCOMPARE(layout->briefCredits, says("only names are printed"));
    QCOMPARE(!layout->find(Element::NorthArrow), says("the north arrow"));
    QCOMPARE(!layout->find(Element::Disclaimer), says("the disclaimer"));
    QCOMPARE(!layout->find(Element::StatusKey), says("the key to status"));
    QCOMPARE(layout->briefLegend, says("the whole legend"));
    QVERIFY(layout->briefLegend);
}

void FigureLayoutTest::tooSmallIsRefused()
{
    const Result<FigureLayout> layout = FigureLayout::of(page(30, 20), content());
    QVERIFY(!layout.ok());
    QVERIFY(layout.error().message.contains(QStringLiteral("30 × 20")));
}

void FigureLayoutTest::largerPagesGetLargerType()
{
    QCOMPARE(FigureLayout::of(page(1280, 720), content())->scale, 1.0);
    QCOMPARE(FigureLayout::of(page(1920, 1080), content())->scale, 1.5);
    QCOMPARE(FigureLayout::of(page(3840, 2160), content())->scale, 3.0);
    QCOMPARE(FigureLayout::of(page(400, 300), content())->scale, 1.0);
    Figure dense = page(640, 360);
    dense.scale = 0.5;
    QCOMPARE(FigureLayout::of(dense, content())->items, FigureLayout::of(page(1280, 720), content())->items);
    QVERIFY(FigureLayout::of(dense, content())->warnings.join(u' ').contains(QStringLiteral("3.4 pt")));
    // The same composition, only larger.
    QCOMPARE(FigureLayout::of(page(1920, 1080), content())->items, FigureLayout::of(page(1280, 720), content())->items);
}

void FigureLayoutTest::manySourcesAreCutNotSqueezed()
{
    const Result<FigureLayout> layout = FigureLayout::of(page(1280, 720), content(200));
    QVERIFY(layout.ok());
    QVERIFY(layout->notesShown > 3 && layout->notesShown < 200);
    QVERIFY(layout->warnings.join(u' ').contains(QString::number(200 - layout->notesShown)));
}

void FigureLayoutTest::sameInputSameLayout()
{
    const FigureContent words = content();
    QCOMPARE(FigureLayout::of(page(800, 800), words)->items, FigureLayout::of(page(800, 800), words)->items);
}

void FigureLayoutTest::presetsKeepTheirLegend()
{
    for (const FigurePreset &preset : figurePresets()) {
        const Result<FigureLayout> layout = FigureLayout::of(page(preset.page.width(), preset.page.height()), content());
        QVERIFY(layout.ok());
        for (const Element element : {Element::Title, Element::Subtitle, Element::Legend, Element::StatusKey, Element::ScaleBar, Element::Credits, Element::Disclaimer})
            QVERIFY2(layout->find(element), qPrintable(preset.id + u' ' + figureElementId(element)));
    }
}

void FigureLayoutTest::placedByHandTheOthersStay()
{
    const FigureContent words = content();
    Figure figure = page(1280, 720);
    const Result<FigureLayout> before = FigureLayout::of(figure, words);
    figure.placed = {{Element::Legend, {0.1, 0.2, 0.3, 0.6}}, {Element::Map, {0.05, 0.15, 0.5, 0.5}}};
    const Result<FigureLayout> after = FigureLayout::of(figure, words);
    QVERIFY(before.ok() && after.ok());
    QCOMPARE(after->rect(Element::Legend), QRectF(128, 144, 384, 432));
    QCOMPARE(after->rect(Element::Map), QRectF(64, 108, 640, 360));
    for (const FigureLayout::Item &item : after->items) {
        QCOMPARE(item.automatic, before->rect(item.element));
        QCOMPARE(item.placed, item.element == Element::Legend || item.element == Element::Map);
        QVERIFY(item.placed || item.rect == item.automatic);
        QVERIFY(item.least.width() > 0 && item.least.height() > 0);
    }
    QCOMPARE(after->warnings, QStringList());
    // What a page has no room for comes back where it is placed.
    Figure small = page(300, 200);
    QVERIFY(!FigureLayout::of(small, content(70))->find(Element::Notes));
    small.placed = {{Element::Notes, {0, 0, 1, 0.5}}};
    const Result<FigureLayout> back = FigureLayout::of(small, content(70));
    QVERIFY(back->find(Element::Notes) && back->notesShown >= 1);
    QVERIFY(back->find(Element::Notes)->automatic.isEmpty());
}

void FigureLayoutTest::whatHangsOverIsSaid()
{
    Figure figure = page(1280, 720);
    figure.placed = {{Element::Legend, {0.9, 0.9, 0.05, 0.05}}};
    const Result<FigureLayout> layout = FigureLayout::of(figure, content());
    QVERIFY(layout.ok());
    const FigureLayout::Item *legend = layout->find(Element::Legend);
    QVERIFY(legend->least.height() > legend->rect.height());
    QCOMPARE(layout->warnings.filter(QStringLiteral("Legend")).size(), 3);
}

QTEST_MAIN(FigureLayoutTest)
#include "FigureLayoutTest.moc"
