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
