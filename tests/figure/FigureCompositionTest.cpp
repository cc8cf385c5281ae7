// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureComposition.h"

#include "figure/SampleFigure.h"

#include <QImage>
#include <QTest>

using namespace ca;
using Element = FigureLayout::Element;

class FigureCompositionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void frameShowsTheExtent();
    void legendIsOfWhatIsPainted();
    void datesComeFromTheAtlas();
    void graticuleNeedsNoArrow();
    void paperIsWhiteWhateverTheWindow();
    void scaleChangesNoLayout();
    void nothingIsPaintedOutsideTheFrame();
    void locatorShowsWhereTheFrameIs();
    void transparentHasNoPaper();
    void graticuleIsNumbered();
    void refusesNonsense();

private:
    static FigureComposition composed(const Figure &figure);
};

FigureComposition FigureCompositionTest::composed(const Figure &figure)
{
    Result<FigureComposition> result = FigureComposition::of(figure);
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

void FigureCompositionTest::frameShowsTheExtent()
{
    for (const QSizeF page : {QSizeF(1280, 720), QSizeF(600, 900)}) {
        const Figure figure = test::figure(page);
        const FigureComposition made = composed(figure);
        QCOMPARE(made.map.view.size, made.layout.rect(Element::Map).size());
        QVERIFY(made.map.view.box().grown(1).contains(made.map.view.projection->bounds(figure.extent)));
    }
}

void FigureCompositionTest::legendIsOfWhatIsPainted()
{
    Figure figure = test::figure();
    const FigureComposition whole = composed(figure);
    QImage image(1280, 720, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    const DrawnSummary drawn = MapPainter::paint(painter, whole.map, whole.labels);
    QCOMPARE(whole.content.legend, Legend::of(drawn, whole.map.scene->atlas(), NamePolicy::Neutral, QStringLiteral("en")));
    figure.map.visibility.hiddenCorridors = {QStringLiteral("pipe")};
    const FigureComposition less = composed(figure);
    QVERIFY(less.content.legend.sections.front().entries.size() < whole.content.legend.sections.front().entries.size());
}

void FigureCompositionTest::datesComeFromTheAtlas()
{
    Figure figure = test::figure();
    QCOMPARE(composed(figure).content.subtitle, QStringLiteral("As of 30 April 2026"));
    figure.asOf = QStringLiteral("2025-12");
    QCOMPARE(composed(figure).content.subtitle, QStringLiteral("As of December 2025"));
    figure.subtitle = QStringLiteral("A subtitle of its own");
    QCOMPARE(composed(figure).content.subtitle, QStringLiteral("A subtitle of its own"));
    figure.setShown(FigureElement::Subtitle, false);
    QVERIFY(!composed(figure).layout.find(Element::Subtitle));
}

void FigureCompositionTest::graticuleNeedsNoArrow()
{
    Figure figure = test::figure();
    QVERIFY(composed(figure).layout.find(Element::NorthArrow));
    figure.map.visibility.hiddenLayers.remove(QStringLiteral("graticule"));
    QVERIFY(!composed(figure).layout.find(Element::NorthArrow));
}

void FigureCompositionTest::paperIsWhiteWhateverTheWindow()
{
    Figure figure = test::figure({400, 300});
    figure.map.style = MapStyle::bundled(QStringLiteral("dark"));
    QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::black);
    QPainter painter(&image);
    composed(figure).paint(painter, 1);
    painter.end();
    QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
    QCOMPARE(image.pixelColor(398, 298), QColor(Qt::white));
}

void FigureCompositionTest::scaleChangesNoLayout()
{
    const FigureComposition one = composed(test::figure({1280, 720})), half = composed(test::figure({1920, 1080}));
    QCOMPARE(one.layout.items, half.layout.items);
    QCOMPARE(one.labels, half.labels);
}

/// What the map alone changes lies within its frame.
void FigureCompositionTest::nothingIsPaintedOutsideTheFrame()
{
    const Figure figure = test::figure({640, 480});
    FigureComposition made = composed(figure);
    const auto painted = [&] {
        QImage image(640, 480, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        made.paint(painter, 1);
        return image;
    };
    const QImage with = painted();
    made.map.visibility.hiddenCorridors = {QStringLiteral("red"), QStringLiteral("blue"), QStringLiteral("pipe")};
    made.map.visibility.hiddenLayers << QStringLiteral("land");
    made.labels.clear();
    const QImage without = painted();
    const QRectF frame = made.layout.rect(Element::Map).adjusted(-1, -1, 1, 1);
    int inside = 0;
    for (int y = 0; y < 480; ++y) {
        for (int x = 0; x < 640; ++x) {
            const bool differs = with.pixel(x, y) != without.pixel(x, y);
            inside += differs;
            QVERIFY2(!differs || frame.contains(x, y), qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
        }
    }
    QVERIFY(inside > 1000);
}

void FigureCompositionTest::locatorShowsWhereTheFrameIs()
{
    Figure figure = test::figure();
    figure.setShown(FigureElement::Inset, true);
    figure.extent = {44.8, 39.9, 45.2, 40.1};
    const FigureComposition made = composed(figure);
    QVERIFY(made.inset && made.layout.find(Element::Inset));
    QVERIFY(made.layout.rect(Element::Map).contains(made.layout.rect(Element::Inset)));
    QVERIFY(made.inset->map.view.box().width() >= 3.99 * made.map.view.box().width());
    // The rectangle stands around the same middle.
    const QPointF middle = made.inset->map.view.toScreen(made.map.view.centre);
    QVERIFY((made.inset->frame.center() - middle).manhattanLength() < 0.01);
    const QRectF inset = made.layout.rect(Element::Inset).translated(-made.layout.rect(Element::Map).topLeft());
    for (const PlacedLabel &label : made.labels)
        QVERIFY2(label.angle != 0 || !label.box.intersects(inset), qPrintable(label.text));
    figure.extent = {0, 30, 90, 60};
    const FigureComposition wide = composed(figure);
    QVERIFY(!wide.inset && !wide.layout.find(Element::Inset));
    QVERIFY(wide.warnings.join(u' ').contains(QStringLiteral("locator")));
}

void FigureCompositionTest::transparentHasNoPaper()
{
    Figure figure = test::figure({640, 480});
    figure.transparent = true;
    const FigureComposition made = composed(figure);
    QImage image(640, 480, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    made.paint(painter, 1);
    painter.end();
    QCOMPARE(image.pixelColor(1, 1).alpha(), 0);
    QCOMPARE(image.pixelColor(638, 478).alpha(), 0);
    QCOMPARE(image.pixelColor(made.layout.rect(Element::Map).center().toPoint()).alpha(), 255);
}

void FigureCompositionTest::graticuleIsNumbered()
{
    Figure figure = test::figure();
    QVERIFY(composed(figure).graticule.empty());
    figure.map.visibility.hiddenLayers.remove(QStringLiteral("graticule"));
    const FigureComposition made = composed(figure);
    QStringList texts;
    for (const GraticuleLabel &label : made.graticule) {
        texts << label.text;
        QVERIFY(QRectF(QPointF(), made.map.view.size).contains(label.rect));
    }
    QVERIFY(texts.contains(QStringLiteral("44° E")) || texts.contains(QStringLiteral("45° E")));
    QVERIFY(texts.contains(QStringLiteral("40° N")));
}

void FigureCompositionTest::refusesNonsense()
{
    Figure figure = test::figure();
    figure.page = {0, 720};
    QVERIFY(!FigureComposition::of(figure).ok());
    figure.page = {qQNaN(), 720};
    QVERIFY(!FigureComposition::of(figure).ok());
    figure = test::figure();
    figure.theme = QStringLiteral("no-such-theme");
    QVERIFY(!FigureComposition::of(figure).ok());
    QVERIFY(!FigureComposition::of(Figure()).ok());
}

QTEST_MAIN(FigureCompositionTest)
#include "FigureCompositionTest.moc"
