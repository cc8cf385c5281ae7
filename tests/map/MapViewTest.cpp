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
