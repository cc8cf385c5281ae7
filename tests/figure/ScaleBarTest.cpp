// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/ScaleBar.h"

#include "geo/Geodesic.h"
#include "figure/NorthArrow.h"

#include <QTest>

#include <cmath>

using namespace ca;

class ScaleBarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTrueOnTheEllipsoid_data();
    void isTrueOnTheEllipsoid();
    void mercatorSaysWhereItHolds();
    void homeProjectionNeedsNoWord();
    void noneWithoutSense();
    void northFollowsConvergence();
};

namespace {

MapView viewOf(const QString &crs, GeoBox box, QSizeF size = {900, 600})
{
    MapView view;
    view.projection = *Projection::create(crs);
    view.size = size;
    return view.fitted(box);
}

const QString mercator = QStringLiteral("EPSG:3857");

} // namespace

void ScaleBarTest::isTrueOnTheEllipsoid_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<double>("west");
    QTest::addColumn<double>("south");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("maxLength");
    for (const QString &crs : {Projection::defaultDefinition(), mercator, QStringLiteral("EPSG:32638")}) {
        QTest::addRow("%s, region", qPrintable(crs.left(12))) << crs << 40.0 << 37.5 << 12.0 << 120.0;
        QTest::addRow("%s, town", qPrintable(crs.left(12))) << crs << 46.2 << 38.85 << 0.2 << 150.0;
        QTest::addRow("%s, long bar", qPrintable(crs.left(12))) << crs << 41.0 << 38.0 << 8.0 << 400.0;
    }
}

void ScaleBarTest::isTrueOnTheEllipsoid()
{
    QFETCH(QString, crs);
    QFETCH(double, west);
    QFETCH(double, south);
    QFETCH(double, width);
    QFETCH(double, maxLength);
    const MapView view = viewOf(crs, {west, south, west + width, south + width / 2});
    const std::optional<ScaleBar> bar = ScaleBar::of(view, maxLength);
    QVERIFY(bar);
    QVERIFY(bar->length <= maxLength * 1.0001);
    QVERIFY(bar->length > maxLength * 0.38);  // the next nice number would not have fitted
    const double y = view.size.height() / 2, x = view.size.width() / 2;
    const double ground = geodesic::distance(view.toLatLon({x - bar->length / 2, y}), view.toLatLon({x + bar->length / 2, y}));
    QVERIFY2(std::abs(ground / bar->metres - 1) < 1e-6, qPrintable(QString::number(ground)));
    const double lead = bar->metres / std::pow(10, std::floor(std::log10(bar->metres) + 1e-9));
    QVERIFY(qFuzzyCompare(lead, 1.0) || qFuzzyCompare(lead, 2.0) || qFuzzyCompare(lead, 5.0));
}

void ScaleBarTest::mercatorSaysWhereItHolds()
{
    const std::optional<ScaleBar> bar = ScaleBar::of(viewOf(mercator, {40, 37.5, 52, 43.5}), 120);
    QVERIFY(bar && bar->statesLatitude);
    QVERIFY(bar->variation > 0.02);
    QCOMPARE(bar->note(), QStringLiteral("at 41° N"));
    // Plane metres are a third longer than ground metres here: a bar taken from them would be far off.
    const double naive = bar->metres / viewOf(mercator, {40, 37.5, 52, 43.5}).metresPerPixel;
    QVERIFY(bar->length / naive > 1.25);
}

void ScaleBarTest::homeProjectionNeedsNoWord()
{
    const std::optional<ScaleBar> bar = ScaleBar::of(viewOf(Projection::defaultDefinition(), {40, 37.5, 52, 43.5}), 120);
    QVERIFY(bar && !bar->statesLatitude);
    QVERIFY(bar->variation < 0.01);
    QCOMPARE(bar->note(), QString());
}

void ScaleBarTest::noneWithoutSense()
{
    MapView view = viewOf(Projection::defaultDefinition(), {40, 37.5, 52, 43.5});
    view.centre = {1e12, 1e12};
    QVERIFY(!ScaleBar::of(view, 120));
}

void ScaleBarTest::northFollowsConvergence()
{
    const double middle = *northarrow::angle(viewOf(Projection::defaultDefinition(), {44, 40, 46, 41}));
    QVERIFY(std::abs(middle) < 0.05);
    for (const double lon : {30.0, 60.0}) {
        const MapView view = viewOf(Projection::defaultDefinition(), {lon - 1, 40, lon + 1, 41});
        const QPointF here = view.toScreen(LatLon{40.5, lon}), north = view.toScreen(LatLon{40.6, lon});
        const double drawn = std::atan2(north.x() - here.x(), here.y() - north.y()) * 180 / M_PI;
        QVERIFY(std::abs(drawn) > 5);
        QVERIFY2(std::abs(*northarrow::angle(view) - drawn) < 0.3, qPrintable(QString::number(drawn)));
    }
}

QTEST_MAIN(ScaleBarTest)
#include "ScaleBarTest.moc"
