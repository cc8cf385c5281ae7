// SPDX-License-Identifier: GPL-3.0-or-later
#include "Golden.h"
#include "Synthetic.h"
#include "map/MapPainter.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QtTest>

using namespace ca;

class MapPainterTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Scene> m_scene;

    static RenderRequest small(std::shared_ptr<const Scene> scene) { return test::request(std::move(scene), {320, 200}); }
    static QByteArray svgOf(const RenderRequest &request)
    {
        QBuffer buffer;
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(request.view.size.toSize());
        generator.setResolution(96);
        QPainter painter(&generator);
        MapPainter::paint(painter, request);
        painter.end();
        return buffer.data();
    }
    static int pixelsOf(const QImage &image, const QColor &color)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += QColor(image.pixel(x, y)) == color;
        }
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_scene = test::scene();
    }

    void goldenImages_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("style");
        QTest::addColumn<bool>("labels");
        QTest::newRow("light") << "island-light.png" << "light" << false;
        QTest::newRow("dark") << "island-dark.png" << "dark" << false;
        QTest::newRow("labels") << "island-labels.png" << "light" << true;
    }
    void goldenImages()
    {
        QFETCH(QString, name);
        QFETCH(QString, style);
        RenderRequest request = small(m_scene);
        request.style = test::style(style);
        QFETCH(bool, labels);
        request.labels = labels;
        request.cornerCredit = labels;
        const QString difference = test::compareImage(name, MapPainter::render(request));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void sameRequestSamePixels()
    {
        const RenderRequest request = small(m_scene);
        QCOMPARE(MapPainter::render(request), MapPainter::render(request));
    }

    void lakesAreHolesFilledWithWater()
    {
        RenderRequest request = small(m_scene);
        request.labels = false;
        const QImage image = MapPainter::render(request);
        const auto at = [&](double lat, double lon) {
            return QColor(image.pixel(request.view.toScreen(LatLon{lat, lon}).toPoint()));
        };
        QCOMPARE(at(41.45, 44.5), request.style->color("lake"));
        QCOMPARE(at(39.5, 43.4), request.style->color("land"));
        QCOMPARE(at(40.3, 47.6), request.style->color("sea"));
    }

    void hiddenLayersAreNotPainted()
    {
        RenderRequest request = small(m_scene);
        request.visibility.hiddenLayers << "land" << "lakes";
        request.labels = false;
        DrawnSummary summary;
        const QImage image = MapPainter::render(request, &summary);
        QCOMPARE(pixelsOf(image, request.style->color("land")), 0);
        QVERIFY(!summary.layers.contains("land"));
        QVERIFY(summary.layers.contains("borders"));
    }

    void nothingIsPaintedFarOutsideOnVectorDevices()
    {
        RenderRequest request = test::request(m_scene, {300, 200}, {44.4, 39.9, 44.6, 40.1});
        const QString svg = QString::fromUtf8(svgOf(request));
        QVERIFY(svg.contains("<svg"));
        static const QRegularExpression coordinates("[ML\" ](-?\\d+\\.?\\d*),(-?\\d+\\.?\\d*)");
        auto matches = coordinates.globalMatch(svg);
        int count = 0;
        while (matches.hasNext()) {
            const auto match = matches.next();
            const double x = match.captured(1).toDouble(), y = match.captured(2).toDouble();
            QVERIFY2(x > -60 && x < 360 && y > -60 && y < 260, qPrintable(match.captured()));
            ++count;
        }
        QVERIFY(count > 10);
    }

    void textStaysText()
    {
        const QString svg = QString::fromUtf8(svgOf(test::request(m_scene)));
        QVERIFY(svg.contains(">Capital</text>"));
        QVERIFY(svg.contains("OpenStreetMap contributors"));
    }

    void summarySaysWhatWasDrawn()
    {
        DrawnSummary summary;
        MapPainter::render(test::request(m_scene), &summary);
        QCOMPARE(summary.segments, QStringList({"far", "gas", "guess", "plan", "trunk", "twin"}));
        QCOMPARE(summary.provenances, QStringList({"estimated", "osm"}));
        const std::vector<Precision> precisions{Precision::Generalised, Precision::Schematic, Precision::Estimated};
        QCOMPARE(summary.precisions, precisions);
        const DrawnSummary::Line plan{"red", Mode::Rail, Status::Planned};
        QVERIFY(std::find(summary.lines.begin(), summary.lines.end(), plan) != summary.lines.end());
        QVERIFY(std::is_sorted(summary.lines.begin(), summary.lines.end()));
        QCOMPARE(std::count(summary.lines.begin(), summary.lines.end(), DrawnSummary::Line{"blue", Mode::Rail, Status::Operating}), 1);
        QCOMPARE(int(std::count_if(summary.credits.begin(), summary.credits.end(), [](const Credit &c) { return c.text.contains("OpenStreetMap"); })), 1);
        QVERIFY(std::any_of(summary.credits.begin(), summary.credits.end(), [](const Credit &c) { return c.text == "GeoNames"; }));
    }

    void endsOfEstimatedLinesAreCredited()
    {
        AtlasData data = test::atlasData();
        Waypoint end;
        end.position = data.segments.back().legs[0].line.front();
        end.kind = WaypointKind::Port;
        end.name = QStringLiteral("Farhaven");
        end.provenance = QStringLiteral("gem");
        data.segments.back().waypoints = {end};
        DrawnSummary summary;
        MapPainter::render(test::request(test::scene(std::move(data))), &summary);
        QVERIFY(summary.provenances.contains("gem"));
        QVERIFY(std::any_of(summary.credits.begin(), summary.credits.end(), [](const Credit &c) { return c.text == "Global Energy Monitor"; }));
    }

    void nothingToDrawIsNoImage()
    {
        RenderRequest request = test::request(m_scene);
        request.scene.reset();
        QVERIFY(MapPainter::render(request).isNull());
    }

    void summaryLeavesOutWhatIsHiddenOrElsewhere()
    {
        RenderRequest request = test::request(m_scene);
        request.visibility.hiddenCorridors << "red";
        request.visibility.hiddenSegments << "gas";
        DrawnSummary summary;
        MapPainter::render(request, &summary);
        QCOMPARE(summary.segments, QStringList({"far", "guess", "trunk", "twin"}));
        request = test::request(m_scene, {320, 200}, {44.5, 40.9, 45.5, 41.1});
        MapPainter::render(request, &summary);
        QCOMPARE(summary.segments, QStringList({"far"}));
    }

    void fallbackLabelsAreCounted()
    {
        RenderRequest request = test::request(m_scene);
        DrawnSummary summary;
        MapPainter::render(request, &summary);
        QCOMPARE(summary.labelsInOtherLanguage, 0);
        request.language = "az";
        MapPainter::render(request, &summary);
        QVERIFY(summary.labelsInOtherLanguage > 0);
    }

    void creditIsAlwaysInTheCorner()
    {
        RenderRequest request = small(m_scene);
        request.labels = false;
        RenderRequest without = request;
        without.cornerCredit = false;
        const QImage a = MapPainter::render(request), b = MapPainter::render(without);
        const QRect corner(250, 180, 70, 20);
        QVERIFY(a.copy(corner) != b.copy(corner));
        QCOMPARE(a.copy(0, 0, 320, 150), b.copy(0, 0, 320, 150));
    }

    void selectionShows()
    {
        RenderRequest request = small(m_scene);
        const QImage plain = MapPainter::render(request);
        request.highlight.selected = {"far"};
        QVERIFY(MapPainter::render(request) != plain);
        request.highlight = {{}, "far"};
        QVERIFY(MapPainter::render(request) != plain);
    }

    void devicePixelRatioOnlyScales()
    {
        RenderRequest request = small(m_scene);
        request.devicePixelRatio = 2;
        const QImage image = MapPainter::render(request);
        QCOMPARE(image.size(), QSize(640, 400));
        QCOMPARE(image.devicePixelRatio(), 2.0);
    }

    void cancelledGivesNull()
    {
        CancelToken token;
        token.cancel();
        QVERIFY(MapPainter::render(small(m_scene), nullptr, token).isNull());
    }

    void emptyRequestsDoNotCrash()
    {
        QImage image(10, 10, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        MapPainter::paint(painter, RenderRequest{});
        RenderRequest request = small(m_scene);
        request.view.size = {0, 0};
        MapPainter::paint(painter, request);
        QVERIFY(MapPainter::render(request).isNull());
    }

    void samplesPaintSomething()
    {
        const auto style = MapStyle::bundled("light");
        QSet<QByteArray> looks;
        for (const QString &id : allIds<Status>()) {
            QImage image(60, 16, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            MapPainter::paintLineSample(painter, {0, 0, 60, 16}, *style, "zangezur", Mode::Rail, *fromId<Status>(id));
            painter.end();
            const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
            looks.insert(QByteArray(reinterpret_cast<const char *>(grey.constBits()), grey.sizeInBytes()));
        }
        QCOMPARE(looks.size(), allIds<Status>().size());
        for (const QString &id : allIds<WaypointKind>()) {
            QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            MapPainter::paintWaypointSymbol(painter, {8, 8}, 12, *style, *fromId<WaypointKind>(id));
            painter.end();
            QVERIFY(pixelsOf(image, Qt::white) < 256);
        }
    }
};

QTEST_MAIN(MapPainterTest)
#include "MapPainterTest.moc"
