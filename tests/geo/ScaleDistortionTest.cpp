// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Projection.h"
#include "geo/ProjectionChoices.h"
#include "geo/ScaleDistortion.h"

#include <proj.h>

#include <QTest>

#include <memory>

using namespace ca;

class ScaleDistortionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isWhatProjSays_data();
    void isWhatProjSays();
    void overAView();
    void whereNothingIsShown();
};

void ScaleDistortionTest::isWhatProjSays_data()
{
    QTest::addColumn<QString>("definition");
    for (const char *definition : {"+proj=lcc +lat_0=40.5 +lon_0=45 +lat_1=38 +lat_2=43 +ellps=WGS84", "+proj=merc +ellps=WGS84", "+proj=webmerc +ellps=WGS84",
                                   "+proj=utm +zone=38 +ellps=WGS84", "+proj=laea +lat_0=40 +lon_0=45 +ellps=WGS84", "+proj=aea +lat_1=38 +lat_2=43 +ellps=WGS84"})
        QTest::newRow(definition) << QString::fromLatin1(definition);
}

void ScaleDistortionTest::isWhatProjSays()
{
    QFETCH(QString, definition);
    const auto projection = *Projection::create(definition);
    const std::unique_ptr<PJ, decltype(&proj_destroy)> pj(proj_create(nullptr, definition.toUtf8().constData()), &proj_destroy);
    for (double lat = -60; lat <= 80; lat += 17.5) {
        for (double lon = 5; lon <= 85; lon += 16) {
            const PJ_FACTORS factors = proj_factors(pj.get(), proj_coord(lon * M_PI / 180, lat * M_PI / 180, 0, 0));
            const auto ours = scaleAt(*projection, {lat, lon});
            QVERIFY(ours);
            // PROJ's derivatives are numeric, too.
            QVERIFY2(std::abs(ours->greatest / factors.tissot_semimajor - 1) < 2e-4 && std::abs(ours->least / factors.tissot_semiminor - 1) < 2e-4,
                     qPrintable(QStringLiteral("%1 %2: %3 %4, not %5 %6").arg(lat).arg(lon).arg(ours->least).arg(ours->greatest)
                                    .arg(factors.tissot_semiminor).arg(factors.tissot_semimajor)));
        }
    }
}

void ScaleDistortionTest::overAView()
{
    const GeoBox region{40, 37.5, 52, 43.5};
    const auto house = *Projection::create(Projection::defaultDefinition());
    const auto good = scaleOver(*house, region);
    QVERIFY(good && good->least > 0.9985 && good->least < 1 && good->greatest > 1 && good->greatest < 1.0015);
    const auto plane = scaleOver(*house, house->bounds(region));
    QVERIFY(plane && std::abs(plane->least - good->least) < 2e-3 && std::abs(plane->greatest - good->greatest) < 2e-3);
    const auto mercator = *Projection::create(projections::webMercator());
    const auto large = scaleOver(*mercator, region);
    QVERIFY(large && large->least > 1.25 && large->greatest < 1.4);
    // Feet are scaled to metres, so that this is 1 where the projection is true.
    const auto feet = scaleAt(**Projection::create(QStringLiteral("EPSG:2225")), {40.5, -122});
    QVERIFY(feet && std::abs(feet->greatest - 1) < 1e-3);
}

void ScaleDistortionTest::whereNothingIsShown()
{
    const auto ortho = *Projection::create(QStringLiteral("+proj=ortho +lat_0=40 +lon_0=45"));
    QVERIFY(!scaleOver(*ortho, GeoBox{-140, -45, -130, -35}));
    QVERIFY(!scaleOver(*ortho, Box{7e6, 7e6, 8e6, 8e6}));
    QVERIFY(!scaleAt(*ortho, {-40, -135}));
    QVERIFY(!scaleAt(*ortho, {}));
}

QTEST_APPLESS_MAIN(ScaleDistortionTest)
#include "ScaleDistortionTest.moc"
