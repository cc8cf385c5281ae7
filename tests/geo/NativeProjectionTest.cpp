// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProjReference.h"

#include "geo/NativeProjection.h"

#include <QTest>

using namespace ca;

class NativeProjectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesWhatProjGives_data();
    void givesWhatProjGives();
    void leavesTheRestToProj_data();
    void leavesTheRestToProj();
    void beyondTheEdgesThereIsNothing();
};

void NativeProjectionTest::givesWhatProjGives_data()
{
    QTest::addColumn<QString>("definition");
    for (const char *definition :
         {"+proj=lcc +lat_0=40.5 +lon_0=45 +lat_1=38 +lat_2=43 +ellps=WGS84", "+proj=lcc +lat_1=38 +lat_2=43 +ellps=GRS80",
          "+proj=lcc +lat_1=46.8 +lat_0=46.8 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +ellps=WGS84", "+proj=lcc +lat_1=25 +lat_2=0 +ellps=WGS84",
          "+proj=lcc +lat_1=-30 +lat_2=-45 +lat_0=-35 +lon_0=135 +ellps=WGS84", "+proj=lcc +lat_1=-20 +lat_2=60 +lon_0=-100.5 +R=6371000",
          "+proj=lcc +lat_1=38.5 +lat_2=38.7 +lat_0=90 +lon_0=45 +ellps=WGS84", "+proj=merc +ellps=WGS84",
          "+proj=merc +lon_0=150 +lat_ts=42 +ellps=WGS84", "+proj=merc +k_0=0.5 +x_0=1000 +y_0=-2000 +lon_0=-71.25 +ellps=GRS80",
          "+proj=merc +R=6371000", "+proj=webmerc +ellps=WGS84", "+proj=eqc +ellps=WGS84",
          "+proj=eqc +lat_ts=40 +lon_0=45 +x_0=5 +y_0=6 +ellps=WGS84", "+proj=eqc +lat_0=40 +R=6371000"})
        QTest::newRow(definition) << QString::fromLatin1(definition);
}

void NativeProjectionTest::givesWhatProjGives()
{
    QFETCH(QString, definition);
    const auto native = NativeProjection::of(ProjWords(definition));
    QVERIFY(native);
    const test::ProjReference reference(definition + QStringLiteral(" +type=crs"));
    QVERIFY(reference.valid());
    for (double lat = -84.75; lat < 90; lat += 1.5) {
        for (double lon = -179.513; lon < 180; lon += 3.25) {
            const LatLon place{lat, lon};
            PointXY ours;
            native->forward({&place, 1}, {&ours, 1});
            const PointXY theirs = reference.forward(place);
            // A millimetre; at places so far off that the map is hundreds of times too large, that of its size.
            const double most = 1e-3 * std::max(1.0, std::hypot(theirs.x, theirs.y) / 1e8);
            QVERIFY2(std::hypot(ours.x - theirs.x, ours.y - theirs.y) < most, qPrintable(QStringLiteral("%1 %2").arg(lat).arg(lon)));
            const LatLon back = native->inverse(ours);
            QVERIFY2(std::abs(back.lat - lat) < 1e-9 && std::abs(back.lon - lon) < 1e-9, qPrintable(QStringLiteral("%1 %2").arg(lat).arg(lon)));
        }
    }
}

void NativeProjectionTest::leavesTheRestToProj_data()
{
    QTest::addColumn<QString>("definition");
    for (const char *definition : {"+proj=lcc +lat_1=38 +lat_2=-38 +ellps=WGS84", "+proj=lcc +ellps=WGS84", "+proj=lcc +lat_1=90 +ellps=WGS84",
                                   "+proj=lcc +lat_1=38d30 +lat_2=43 +ellps=WGS84", "+proj=lcc +lat_1=38 +lat_2=43 +ellps=intl",
                                   "+proj=lcc +lat_1=38 +lat_2=38.001 +ellps=WGS84", "+proj=merc +lat_ts=90 +ellps=WGS84",
                                   "+proj=merc +k_0=0 +ellps=WGS84", "+proj=merc +R=-5", "+proj=merc +unheard=1 +ellps=WGS84",
                                   "+proj=laea +ellps=WGS84", "+proj=eqc +lat_ts=95 +ellps=WGS84", ""})
        QTest::newRow(definition) << QString::fromLatin1(definition);
}

void NativeProjectionTest::leavesTheRestToProj()
{
    QFETCH(QString, definition);
    QVERIFY(!NativeProjection::of(ProjWords(definition)));
}

void NativeProjectionTest::beyondTheEdgesThereIsNothing()
{
    const auto native = NativeProjection::of(ProjWords(QStringLiteral("+proj=lcc +lat_0=40.5 +lon_0=45 +lat_1=38 +lat_2=43 +ellps=WGS84")));
    QVERIFY(!native->inverse({0, 12e6}).defined());  // in the gap of the cone, above the pole
    QVERIFY(native->inverse({0, -12e6}).defined());
    const std::vector<LatLon> in{{90, 10}, {-90, 10}, {91, 0}, {}, {40, 361}, {40, 359}, {40, -1}};
    std::vector<PointXY> out(in.size());
    native->forward(in, out);
    QVERIFY(out[0].finite() && native->inverse(out[0]).lat == 90);
    for (const std::size_t none : {1u, 2u, 3u, 4u})
        QVERIFY(!out[none].finite());
    QVERIFY(std::hypot(out[5].x - out[6].x, out[5].y - out[6].y) < 1e-6);
    const auto mercator = NativeProjection::of(ProjWords(QStringLiteral("+proj=webmerc +ellps=WGS84")));
    QVERIFY(mercator->inverse({20037508.3, 0}).defined() && !mercator->inverse({20037509, 0}).defined());
    const auto plain = NativeProjection::of(ProjWords(QStringLiteral("+proj=eqc +ellps=WGS84")));
    QVERIFY(!plain->inverse({0, 10.1e6}).defined());
}

QTEST_APPLESS_MAIN(NativeProjectionTest)
#include "NativeProjectionTest.moc"
