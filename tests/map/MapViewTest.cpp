// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapView.h"

#include <QtTest>

using namespace ca;

class MapViewTest : public QObject {
    Q_OBJECT

    static MapView view()
    {
        MapView v;
        v.projection = *Projection::create(Projection::defaultDefinition());
        v.size = {1000, 600};
        return v.fitted(defaultExtent());
    }
    static double gap(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

private Q_SLOTS:
    void screenAndPlaneAreInverse()
    {
        const MapView v = view();
        for (const QPointF p : {QPointF(0, 0), QPointF(1000, 600), QPointF(123.4, 567.8)}) {
            QVERIFY(gap(v.toScreen(v.toPlane(p)), p) < 1e-6);
            QVERIFY(gap(v.toScreen(v.toLatLon(p)), p) < 1e-4);
        }
    }

    void northIsUp()
    {
        const MapView v = view();
        QVERIFY(v.toScreen(LatLon{43, 45}).y() < v.toScreen(LatLon{38, 45}).y());
        QVERIFY(v.toScreen(LatLon{40, 51}).x() > v.toScreen(LatLon{40, 41}).x());
    }

    void zoomKeepsTheAnchor_data()
    {
        QTest::addColumn<double>("factor");
        QTest::newRow("closer") << 2.0;
        QTest::newRow("farther") << 0.25;
        QTest::newRow("a little") << 1.01;
    }
    void zoomKeepsTheAnchor()
    {
        QFETCH(double, factor);
        const MapView v = view();
        const QPointF anchor(130, 470);
        const MapView zoomed = v.zoomedAt(anchor, factor);
        QVERIFY(gap(zoomed.toScreen(v.toPlane(anchor)), anchor) < 1e-6);
        QCOMPARE(zoomed.metresPerPixel, v.metresPerPixel / factor);
    }

    void zoomByNothingSensibleDoesNothing()
    {
        const MapView v = view();
        QCOMPARE(v.zoomedAt({0, 0}, 0), v);
        QCOMPARE(v.zoomedAt({0, 0}, -1), v);
        QCOMPARE(v.zoomedAt({0, 0}, std::numeric_limits<double>::quiet_NaN()), v);
    }

    void panMovesTheMapWithThePointer()
    {
        const MapView v = view();
        const PointXY p = v.toPlane({300, 200});
        QVERIFY(gap(v.panned({50, -20}).toScreen(p), QPointF(350, 180)) < 1e-6);
        QCOMPARE(v.panned({50, -20}).panned({-50, 20}).box().contains(v.box().grown(-1e-3)), true);
    }

    void fittedShowsAll()
    {
        const MapView v = view();
        const Box wanted = v.projection->bounds(defaultExtent());
        QVERIFY(v.box().grown(1e-6).contains(wanted));
        const MapView roomy = v.fitted(wanted, 40);
        QVERIFY(roomy.toScreen(PointXY{wanted.minX, wanted.maxY}).x() >= 40 - 1e-6);
        QVERIFY(roomy.toScreen(PointXY{wanted.maxX, wanted.minY}).y() <= 560 + 1e-6);
    }

    void fittingAPointOrNothing()
    {
        const MapView v = view();
        QCOMPARE(v.fitted(Box{}), v);
        QCOMPARE(v.fitted(GeoBox{}), v);
        const MapView point = v.fitted(Box{10, 20, 10, 20});
        QCOMPARE(point.centre, (PointXY{10, 20}));
        QVERIFY(point.metresPerPixel > 1);
    }

    void limitedStaysInTheWorld()
    {
        MapView v = view();
        v.metresPerPixel = 1e-3;
        QVERIFY(std::abs(v.limited(worldExtent()).metresPerPixel - 5000 * 0.0254 / 96) < 1e-9);
        v.metresPerPixel = 1e9;
        v.centre = {1e9, -1e9};
        const MapView limited = v.limited(worldExtent());
        const Box world = v.projection->bounds(worldExtent());
        QVERIFY(world.contains(limited.centre));
        QVERIFY(limited.box().width() >= world.width() || limited.box().height() >= world.height());
        QVERIFY(limited.metresPerPixel < 1e5);
        QCOMPARE(limited.limited(worldExtent()), limited);
    }

    void limitedKeepsToAnyProjection_data()
    {
        QTest::addColumn<QString>("definition");
        for (const char *definition : {"EPSG:3857", "EPSG:32638", "EPSG:3995", "EPSG:4326", "+proj=laea +lat_0=40 +lon_0=45", "+proj=ortho +lat_0=40 +lon_0=45",
                                       "+proj=aea +lat_1=38 +lat_2=43 +lon_0=45", "+proj=moll +lon_0=150", "+proj=igh", "EPSG:21781"})
            QTest::newRow(definition) << QString::fromLatin1(definition);
    }
    void limitedKeepsToAnyProjection()
    {
        QFETCH(QString, definition);
        const GeoBox whole{-180, -90, 180, 90};
        MapView v;
        v.projection = *Projection::create(definition);
        v.size = {1000, 600};
        for (const GeoBox &world : {worldExtent(), whole}) {
            const Box bounds = v.projection->bounds(world);
            for (const PointXY centre : {PointXY{1e12, -1e12}, PointXY{-1e12, 3}, PointXY{bounds.minX, bounds.maxY}, PointXY{NAN, NAN}}) {
                for (const double scale : {1e-3, 1000.0, 1e12, double(NAN)}) {
                    v.centre = centre;
                    v.metresPerPixel = scale;
                    const MapView limited = v.limited(world);
                    QVERIFY(bounds.grown(1).contains(limited.centre));
                    QVERIFY(limited.metresPerPixel > 1 && limited.metresPerPixel < 2e5);
                    QVERIFY2(v.projection->inverse(limited.centre).defined(), qPrintable(QStringLiteral("%1 %2").arg(limited.centre.x).arg(limited.centre.y)));
                    QCOMPARE(limited.limited(world), limited);
                }
            }
        }
        v.metresPerPixel = 1e12;
        const MapView all = v.limited(whole);
        QVERIFY(all.metresPerPixel * 1000 >= v.projection->validBox().width() && all.metresPerPixel * 600 >= v.projection->validBox().height());
    }

    void limitedLeavesAGoodViewAlone()
    {
        MapView v;
        v.projection = *Projection::create(QStringLiteral("EPSG:3857"));
        v.size = {1000, 600};
        v.centre = v.projection->forward(LatLon{-33.9, 151.2});
        v.metresPerPixel = 100;
        QCOMPARE(v.limited({-180, -90, 180, 90}), v);  // far from the base map, where the user's own layers may be
        QVERIFY(v.limited(worldExtent()) != v);
    }

    void fittedBoxesAtPolesAndTears()
    {
        MapView v;
        v.projection = *Projection::create(QStringLiteral("EPSG:3995"));
        v.size = {1000, 600};
        const MapView arctic = v.fitted(GeoBox{-180, 70, 180, 90});
        QVERIFY(std::hypot(arctic.centre.x, arctic.centre.y) < 1000);
        QVERIFY(arctic.box().grown(1000).contains(v.projection->forward(LatLon{70, 12})));
        v.projection = *Projection::create(QStringLiteral("+proj=merc +lon_0=180 +ellps=WGS84"));
        const MapView pacific = v.fitted(GeoBox{170, -20, 190, 20});
        QVERIFY(std::abs(pacific.toLatLon({500, 300}).lat) < 1e-6);
        QVERIFY(pacific.box().width() < 8e6);
        v.projection = *Projection::create(QStringLiteral("+proj=ortho +lat_0=40 +lon_0=45"));
        QCOMPARE(v.fitted(GeoBox{-140, -45, -130, -35}), v);  // on the far side: nothing to fit
    }

    void resolutionIsGeodesic()
    {
        // Between its standard parallels the projection makes things a little smaller, so a plane metre is more
        // than a metre of ground; Mercator stretches by 1 / cos(latitude).
        const MapView v = view();
        const QPointF middle(500, 300);
        QVERIFY(std::abs(v.groundResolution(middle) / v.metresPerPixel - 1) < 0.002);
        MapView mercator;
        mercator.projection = *Projection::create(QStringLiteral("EPSG:3857"));
        mercator.size = {1000, 600};
        mercator = mercator.fitted(defaultExtent());
        const double lat = mercator.toLatLon(middle).lat * M_PI / 180;
        QVERIFY(std::abs(mercator.groundResolution(middle) / (mercator.metresPerPixel * std::cos(lat)) - 1) < 0.004);
        QCOMPARE(v.scaleDenominator(96), v.groundResolution(middle) * 96 / 0.0254);
        QCOMPARE(v.scaleDenominator(192), 2 * v.scaleDenominator(96));
    }
};

QTEST_GUILESS_MAIN(MapViewTest)
#include "MapViewTest.moc"
