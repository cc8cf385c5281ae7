// SPDX-License-Identifier: GPL-3.0-or-later
#include "UserLayers.h"
#include "map/LayerVector.h"
#include "map/MapPainter.h"

#include <QBuffer>
#include <QPicture>
#include <QSvgGenerator>
#include <QtTest>

using namespace ca;

namespace {

const QColor red(200, 20, 20), blue(20, 20, 200);

/// Through shapes instead of pixels: recorded as for a file, then played back.
QImage viaShapes(const RenderRequest &request)
{
    QPicture picture;
    QPainter recorder(&picture);
    MapPainter::paint(recorder, request);
    recorder.end();
    QImage image(request.view.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    picture.play(&painter);
    return image;
}

using Way = QImage (*)(const RenderRequest &);

QImage viaPixels(const RenderRequest &request)
{
    return MapPainter::render(request);
}

QByteArray svgOf(const RenderRequest &request)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(request.view.size.toSize());
    QPainter painter(&generator);
    MapPainter::paint(painter, request);
    painter.end();
    return buffer.data();
}

QColor mixed(const QColor &over, const QColor &ground, double share)
{
    return QColor::fromRgbF(float(over.redF() * share + ground.redF() * (1 - share)), float(over.greenF() * share + ground.greenF() * (1 - share)),
                            float(over.blueF() * share + ground.blueF() * (1 - share)));
}

} // namespace

Q_DECLARE_METATYPE(Way)

class UserLayerTest : public QObject {
    Q_OBJECT

    RenderRequest m_bare;

    [[nodiscard]] RenderRequest with(GeometryKind kind, const test::Features &features, const LayerStyle &look) const
    {
        RenderRequest request = m_bare;
        request.userLayers = {layer("mine", kind, features, look)};
        return request;
    }
    [[nodiscard]] UserLayer layer(const char *id, GeometryKind kind, const test::Features &features, const LayerStyle &look) const
    {
        return test::userLayer(QString::fromLatin1(id), test::table(kind, features), look, m_bare.view.projection);
    }
    [[nodiscard]] QColor at(const QImage &image, LatLon place, QPoint beside = {}) const
    {
        return QColor(image.pixel(m_bare.view.toScreen(place).toPoint() + beside));
    }
    [[nodiscard]] QColor paper() const { return m_bare.style->color(QStringLiteral("paper")); }
    static bool alike(const QColor &a, const QColor &b, int tolerance = 3) { return test::levels(a.rgb(), b.rgb()) <= tolerance; }

    static void bothWays()
    {
        QTest::addColumn<Way>("drawn");
        QTest::newRow("pixels") << Way(viaPixels);
        QTest::newRow("shapes") << Way(viaShapes);
    }

private Q_SLOTS:
    void initTestCase() { m_bare = test::bareRequest(); }

    void points_data() { bothWays(); }
    void points()
    {
        QFETCH(Way, drawn);
        LayerStyle look = test::dotLook(red, 12);
        const QImage plain = drawn(with(GeometryKind::Point, {{{{40, 45}}}, {{{39, 44}}, {{41, 46}}}}, look));
        for (const LatLon place : {LatLon{40, 45}, LatLon{39, 44}, LatLon{41, 46}}) {
            for (const QPoint beside : {QPoint(0, 0), QPoint(4, 0), QPoint(0, -4)})
                QCOMPARE(at(plain, place, beside), red);
            for (const QPoint beside : {QPoint(9, 0), QPoint(-9, 0), QPoint(0, 9), QPoint(6, 6)})
                QCOMPARE(at(plain, place, beside), paper());
        }
        look.pointOutline = blue;
        const QImage outlined = drawn(with(GeometryKind::Point, {{{{40, 45}}}}, look));
        QCOMPARE(at(outlined, {40, 45}), red);
        int blueish = 0;
        for (int x = 4; x < 9; ++x)
            blueish += at(outlined, {40, 45}, {x, 0}).blue() > 150 && at(outlined, {40, 45}, {x, 0}).red() < 150;
        QVERIFY(blueish > 0);
    }

    void lines_data() { bothWays(); }
    void lines()
    {
        QFETCH(Way, drawn);
        const QImage image = drawn(with(GeometryKind::Line, {{test::parallel(40, 44, 46)}, {{{41, 44}, {41, 44.5}}, {{41, 45.5}, {41, 46}}}}, test::lineLook(red, 6)));
        QCOMPARE(at(image, {40, 45}), red);
        QCOMPARE(at(image, {40, 45}, {0, 6}), paper());
        QCOMPARE(at(image, {41, 44.25}), red);
        QCOMPARE(at(image, {41, 45}), paper());  // between the two parts of one feature
        QCOMPARE(at(image, {41, 45.75}), red);
    }

    void areas_data() { bothWays(); }
    void areas()
    {
        QFETCH(Way, drawn);
        LayerStyle look = test::areaLook(red);
        look.line.color = blue;
        look.line.width = 4;
        const QImage image = drawn(with(GeometryKind::Polygon, {{test::square(44, 39, 46, 41), test::square(44.5, 39.5, 45.5, 40.5)}}, look));
        QCOMPARE(at(image, {39.25, 45}), red);
        QCOMPARE(at(image, {40, 45}), paper());       // the hole
        QCOMPARE(at(image, {40, 44.5}), blue);        // its edge
        QCOMPARE(at(image, {40, 46}), blue);
        QCOMPARE(at(image, {41.5, 45}), paper());
        look.fill = QColor();
        QCOMPARE(at(drawn(with(GeometryKind::Polygon, {{test::square(44, 39, 46, 41)}}, look)), {40, 45}), paper());
    }

    void aLayerIsTranslucentAsAWhole_data()
    {
        QTest::addColumn<Way>("drawn");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("dashed");
        QTest::newRow("dashes as pixels") << Way(viaPixels) << int(GeometryKind::Line) << true;
        QTest::newRow("dashes as shapes") << Way(viaShapes) << int(GeometryKind::Line) << true;
        for (const auto &[name, way] : {std::pair("pixels", Way(viaPixels)), std::pair("shapes", Way(viaShapes))}) {
            for (const GeometryKind kind : {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon})
                QTest::addRow("%s %d", name, int(kind)) << way << int(kind) << false;
        }
    }
    void aLayerIsTranslucentAsAWhole()
    {
        // Two features over each other: where they overlap it is no darker.
        QFETCH(Way, drawn);
        QFETCH(int, kind);
        QFETCH(bool, dashed);
        test::Features features;
        LayerStyle look;
        switch (GeometryKind(kind)) {
        case GeometryKind::Point:
            features = {{{{40, 44.9}}}, {{{40, 45.1}}}};
            look = test::dotLook(red, 40);
            break;
        case GeometryKind::Line:
            features = {{{{39, 45}, {40.5, 45}, {41, 44.8}}}, {{{40, 44}, {40, 45.5}, {40.2, 46}}}};
            look = test::lineLook(red, 12, dashed ? QVector<qreal>{1000, 2} : QVector<qreal>());
            break;
        case GeometryKind::Polygon:
            features = {{test::square(44, 39, 45.2, 41)}, {test::square(44.8, 39.5, 46, 40.5)}};
            look = test::areaLook(red);
            break;
        }
        look.opacity = 0.5;
        const QImage image = drawn(with(GeometryKind(kind), features, look));
        QVERIFY2(alike(at(image, {40, 45}), mixed(red, paper(), 0.5)), qPrintable(at(image, {40, 45}).name()));
        QVERIFY(alike(at(image, {40, 45.2}), mixed(red, paper(), 0.5)));
    }

    void opacityTimesTheColoursOwn_data() { bothWays(); }
    void opacityTimesTheColoursOwn()
    {
        QFETCH(Way, drawn);
        LayerStyle look = test::areaLook(QColor(200, 20, 20, 128));
        look.opacity = 0.5;
        const test::Features square{{test::square(44, 39, 46, 41)}};
        QVERIFY(alike(at(drawn(with(GeometryKind::Polygon, square, look)), {40, 45}), mixed(red, paper(), 0.25)));
        look.opacity = 0;
        QCOMPARE(at(drawn(with(GeometryKind::Polygon, square, look)), {40, 45}), paper());
        look.opacity = 1;
        look.fill = red;
        QCOMPARE(at(drawn(with(GeometryKind::Polygon, square, look)), {40, 45}), red);
    }

    void filesHoldALayerAsOneShape()
    {
        LayerStyle look = test::areaLook(red);
        look.opacity = 0.5;
        const QByteArray svg = svgOf(with(GeometryKind::Polygon, {{test::square(44, 39, 45.2, 41)}, {test::square(44.8, 39.5, 46, 40.5)}}, look));
        QCOMPARE(svg.count(red.name().toLatin1()), 1);
    }

    void hidden_data() { bothWays(); }
    void hidden()
    {
        QFETCH(Way, drawn);
        RenderRequest request = with(GeometryKind::Polygon, {{test::square(44, 39, 46, 41)}}, test::areaLook(red));
        DrawnSummary summary;
        MapPainter::render(request, &summary);
        QVERIFY(summary.layers.contains(QStringLiteral("user:mine")));
        request.visibility.hiddenLayers << QStringLiteral("user:mine");
        QCOMPARE(drawn(request), drawn(m_bare));
        MapPainter::render(request, &summary);
        QVERIFY(!summary.layers.contains(QStringLiteral("user:mine")));
    }

    void elsewhereIsNotReported()
    {
        DrawnSummary summary;
        MapPainter::render(with(GeometryKind::Polygon, {{test::square(54, 39, 56, 41)}}, test::areaLook(red)), &summary);
        QVERIFY(!summary.layers.contains(QStringLiteral("user:mine")));
    }

    void laterLayersLieAbove_data() { bothWays(); }
    void laterLayersLieAbove()
    {
        QFETCH(Way, drawn);
        RenderRequest request = m_bare;
        const UserLayer area = layer("area", GeometryKind::Polygon, {{test::square(44, 39, 46, 41)}}, test::areaLook(red));
        const UserLayer dot = layer("dot", GeometryKind::Point, {{{{40, 45}}}}, test::dotLook(blue, 20));
        request.userLayers = {area, dot};
        QCOMPARE(at(drawn(request), {40, 45}), blue);
        QCOMPARE(at(drawn(request), {40, 44.5}), red);
        request.userLayers = {dot, area};
        QCOMPARE(at(drawn(request), {40, 45}), red);
    }

    void corridorsLieAboveThem()
    {
        RenderRequest without = test::request(test::scene());
        without.labels = false;
        RenderRequest request = without;
        request.userLayers = {test::userLayer(QStringLiteral("all"), test::table(GeometryKind::Polygon, {{test::square(43, 38, 47, 42)}}),
                                              test::areaLook(Qt::black), request.view.projection)};
        const QImage a = MapPainter::render(without), b = MapPainter::render(request);
        const QPoint strand = request.view.toScreen(LatLon{41, 45}).toPoint();
        QCOMPARE(b.pixel(strand), a.pixel(strand));
        QCOMPARE(QColor(b.pixel(strand + QPoint(0, 20))), QColor(Qt::black));
    }

    void dashes_data() { bothWays(); }
    void dashes()
    {
        QFETCH(Way, drawn);
        RenderRequest request = with(GeometryKind::Line, {{test::parallel(40, 43.1, 46.9)}}, test::lineLook(red, 4, {8, 6}));
        const QImage image = drawn(request);
        // Along the line: dashes and gaps of the lengths asked for.
        int changes = 0, inked = 0, seen = 0;
        bool before = false;
        const double west = request.view.toScreen(LatLon{40, 43.2}).x(), east = request.view.toScreen(LatLon{40, 46.8}).x();
        for (int x = int(west); x < int(east); ++x) {
            const LatLon place = request.view.toLatLon({x + 0.5, request.view.toScreen(LatLon{40, 45}).y()});
            const bool ink = QColor(image.pixel(QPoint(x, int(request.view.toScreen(LatLon{40, place.lon}).y())))).green() < 128;
            changes += seen > 0 && ink != before;
            inked += ink;
            ++seen;
            before = ink;
        }
        QVERIFY2(std::abs(changes - 2 * seen / 14) <= 2, qPrintable(QString::number(changes)));
        QVERIFY2(std::abs(double(inked) / seen - 8.0 / 14) < 0.06, qPrintable(QString::number(inked)));

        // They belong to the line and not to the window: panned until the line's beginning is outside, they stay.
        request.view = request.view.panned({-50, 0});
        const QImage left = drawn(request);
        request.view = request.view.panned({100, 0});
        const QImage right = drawn(request);
        const QRect middle(60, 20, 280, 260);
        const QImage first = left.copy(middle.translated(-50, 0)), second = right.copy(middle.translated(50, 0));
        const QImage third = left.copy(middle.translated(50, 0)), fourth = right.copy(middle.translated(-50, 0));
        QVERIFY(test::differing(first, second, 24) < 20 || test::differing(third, fourth, 24) < 20);
    }

    void labels_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("points") << int(GeometryKind::Point);
        QTest::newRow("lines") << int(GeometryKind::Line);
        QTest::newRow("areas") << int(GeometryKind::Polygon);
    }
    void labels()
    {
        QFETCH(int, kind);
        test::Features features;
        LayerStyle look;
        switch (GeometryKind(kind)) {
        case GeometryKind::Point:
            features = {{{{39, 44}}}, {{{40, 45}}}, {{{41, 46}}}};
            look = test::dotLook(red, 8);
            break;
        case GeometryKind::Line:
            features = {{test::parallel(39, 43.5, 46.5)}, {test::parallel(40, 43.5, 46.5)}, {test::parallel(41, 43.5, 46.5)}};
            look = test::lineLook(red, 2);
            break;
        case GeometryKind::Polygon:
            features = {{test::square(43.5, 38.5, 46.5, 39.2)}, {test::square(43.5, 39.5, 46.5, 40.2)}, {test::square(43.5, 40.5, 46.5, 41.2)}};
            look = test::areaLook(QColor(255, 230, 230));
            break;
        }
        FeatureTable table = test::table(GeometryKind(kind), features);
        table.columns = {{QStringLiteral("other"), {1, 2, 3}}, {QStringLiteral("title"), {QStringLiteral("Alpha"), QVariant(), QStringLiteral("Gamma")}}};
        look.labelColumn = QStringLiteral("title");
        look.label.color = Qt::black;
        look.label.halo = Qt::white;
        RenderRequest request = m_bare;
        request.userLayers = {test::userLayer(QStringLiteral("mine"), table, look, request.view.projection)};

        const std::vector<PlacedLabel> placed = LabelLayout::place(request);
        QStringList texts;
        for (const PlacedLabel &label : placed) {
            texts << label.text;
            QCOMPARE(label.style, QStringLiteral("user:mine"));
            QVERIFY(QRectF(QPointF(0, 0), request.view.size).contains(label.baseline));
            QVERIFY(label.id.startsWith(QStringLiteral("user:mine:")));
        }
        texts.removeDuplicates();
        texts.sort();
        QCOMPARE(texts, QStringList({QStringLiteral("Alpha"), QStringLiteral("Gamma")}));
        QVERIFY(LabelLayout::place(request) == placed);
        RenderRequest sharper = request;
        sharper.devicePixelRatio = 2;
        QVERIFY(LabelLayout::place(sharper) == placed);

        // They are painted, on pixels and as text.
        RenderRequest unlabelled = request;
        unlabelled.labels = false;
        const QImage with = MapPainter::render(request), without = MapPainter::render(unlabelled);
        for (const PlacedLabel &label : placed) {
            const QRect around = label.box.toAlignedRect() & with.rect();
            if (label.angle == 0)
                QVERIFY2(with.copy(around) != without.copy(around), qPrintable(label.text));
        }
        QVERIFY(test::differing(with, without, 100) > 30);
        const QByteArray svg = svgOf(request);
        QVERIFY(svg.contains("Alpha") && svg.contains("Gamma"));

        // Not where they are not wanted.
        request.userLayers.front().style.labelFrom = request.view.metresPerPixel * 1.1;
        QVERIFY(LabelLayout::place(request).empty());
        request.userLayers.front().style.labelFrom = 0;
        request.userLayers.front().style.labelTo = request.view.metresPerPixel * 0.9;
        QVERIFY(LabelLayout::place(request).empty());
        request.userLayers.front().style = look;
        request.visibility.hiddenLayers << QStringLiteral("user:mine");
        QVERIFY(LabelLayout::place(request).empty());
        request.visibility.hiddenLayers.remove(QStringLiteral("user:mine"));
        request.userLayers.front().style.labelColumn = QStringLiteral("no such column");
        QVERIFY(LabelLayout::place(request).empty());
    }

    void numbersAreLabelsToo()
    {
        FeatureTable table = test::table(GeometryKind::Point, {{{{40, 45}}}});
        table.columns = {{QStringLiteral("height"), {1234}}};
        LayerStyle look = test::dotLook(red, 8);
        look.labelColumn = QStringLiteral("height");
        RenderRequest request = m_bare;
        request.userLayers = {test::userLayer(QStringLiteral("mine"), table, look, request.view.projection)};
        const auto placed = LabelLayout::place(request);
        QCOMPARE(placed.size(), std::size_t(1));
        QCOMPARE(placed.front().text, QStringLiteral("1234"));
    }

    void aLayerWithoutShapesIsNone()
    {
        RenderRequest request = m_bare;
        request.userLayers = {UserLayer(), layer("empty", GeometryKind::Polygon, {}, test::areaLook(red))};
        request.userLayers.front().id = QStringLiteral("none");
        QCOMPARE(MapPainter::render(request), MapPainter::render(m_bare));
        QCOMPARE(viaShapes(request), viaShapes(m_bare));
    }

    void bundledStylesHaveALookForEachKind()
    {
        for (const QString &name : MapStyle::bundledNames()) {
            const auto style = MapStyle::bundled(name);
            RenderRequest request = m_bare;
            request.style = style;
            const QImage empty = MapPainter::render(request);
            for (const GeometryKind kind : {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon}) {
                request.userLayers = {test::userLayer(QStringLiteral("x"), test::crowd(kind, 20, 20, 2), style->layer(QStringLiteral("x"), kind), request.view.projection)};
                QVERIFY2(test::differing(MapPainter::render(request), empty, 8) > 50, qPrintable(name));
            }
        }
    }
};

QTEST_MAIN(UserLayerTest)
#include "UserLayerTest.moc"
