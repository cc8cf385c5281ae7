// SPDX-License-Identifier: GPL-3.0-or-later
#include "AllProjections.h"

#include "geo/DomainMesh.h"
#include "geo/Projection.h"
#include "geo/ProjectionFamily.h"
#include "geo/ProjWords.h"

#include <QTest>

#include <random>

using namespace ca;

namespace {

std::shared_ptr<const Projection> projection(const QString &definition)
{
    auto result = Projection::create(definition);
    return result ? *result : nullptr;
}

double gap(PointXY a, PointXY b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

} // namespace

class ProjectionDomainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isWholeInside_data();
    void isWholeInside();
    void knownLimits();
    void clearBoxesAreWhole_data();
    void clearBoxesAreWhole();
    void seamIsNotClear();
    void meshFindsTheLobes();
};

void ProjectionDomainTest::isWholeInside_data()
{
    QTest::addColumn<QString>("definition");
    for (const QString &definition : test::allProjections())
        QTest::newRow(qPrintable(definition.left(24))) << definition;
}

// Neighbouring places of the domain have neighbouring images, and none is seen from the back: that is what the
// family of each projection promises and what the cutting of lines and areas rests on.
void ProjectionDomainTest::isWholeInside()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    if (!p)
        QSKIP("PROJ does not take it as a coordinate reference system");
    const ProjectionDomain &domain = p->domain();
    const FrameRect rect = domain.rect();
    std::mt19937 random(7);
    const auto share = [&random] { return double(random()) / 4294967296.0; };
    constexpr double step = 0.001;  // degrees
    int seen = 0, torn = 0, back = 0;
    for (int i = 0; i < 5000; ++i) {
        const double phi = std::asin(2 * share() - 1) * 180 / M_PI, lambda = -180 + (360 - step) * share();
        if (phi < rect.south + step || phi > rect.north - 2 * step)
            continue;
        const FramePoint corner{lambda, phi}, east{lambda + step, phi}, north{lambda, phi + step};
        if (domain.mesh() && !(domain.mesh()->contains(corner) && domain.mesh()->contains(east) && domain.mesh()->contains(north)))
            continue;
        const PointXY o = domain.toPlane(corner, rect), e = domain.toPlane(east, rect), n = domain.toPlane(north, rect);
        QVERIFY2(o.finite(), qPrintable(QStringLiteral("%1 %2").arg(lambda).arg(phi)));
        const double most = domain.usualScale() * step * 111195 * (domain.mesh() ? 60 : 2000) + 1;
        torn += gap(o, e) > most || gap(o, n) > most;
        back += (e.x - o.x) * (n.y - o.y) - (e.y - o.y) * (n.x - o.x) < -1e-3 * gap(o, e) * gap(o, n) - 1e-3;
        ++seen;
    }
    QVERIFY(seen > 300);
    // A mesh has tears between its cells, and a framed map may not have a single one.
    QVERIFY2(torn <= (domain.mesh() ? seen / 500 : 0), qPrintable(QStringLiteral("%1 of %2 torn").arg(torn).arg(seen)));
    QVERIFY2(back <= (domain.mesh() ? seen / 500 : 0), qPrintable(QStringLiteral("%1 of %2 from the back").arg(back).arg(seen)));
}

void ProjectionDomainTest::knownLimits()
{
    QVERIFY(std::abs(projection(QStringLiteral("EPSG:3857"))->domain().north() - 85.0511287798) < 1e-9);
    const auto lcc = projection(Projection::defaultDefinition());
    QCOMPARE(lcc->domain().north(), 90.0);
    QVERIFY(lcc->domain().south() > -80 && lcc->domain().south() < -60);
    QVERIFY(lcc->domain().contains({90, 0}) && !lcc->domain().contains({-85, 0}) && !lcc->domain().contains({}));
    const auto ortho = projection(QStringLiteral("+proj=ortho +lat_0=40 +lon_0=45"));
    QVERIFY(ortho->domain().contains({-49.5, 45}) && !ortho->domain().contains({-50.5, 45}));
    QVERIFY(!ortho->domain().contains({0, -90}));
    QVERIFY(projection(QStringLiteral("+proj=laea +lat_0=40 +lon_0=45"))->domain().contains({-39, -135}));
    QVERIFY(!projection(QStringLiteral("EPSG:32638"))->domain().contains({0, 134}));
    QVERIFY(projection(QStringLiteral("EPSG:32638"))->domain().contains({80, -135}));  // beyond the pole
}

void ProjectionDomainTest::clearBoxesAreWhole_data()
{
    QTest::addColumn<QString>("definition");
    for (const char *definition : {"EPSG:32638", "+proj=laea +lat_0=40 +lon_0=45", "+proj=ortho +lat_0=-30 +lon_0=170", "+proj=igh",
                                   "+proj=lcc +lat_1=38 +lat_2=43 +lon_0=45", "+proj=moll +lon_0=12.3", "EPSG:3031"})
        QTest::newRow(definition) << QString::fromLatin1(definition);
}

// A box said to be clear has no two neighbouring places with images far apart; boxes of all sizes.
void ProjectionDomainTest::clearBoxesAreWhole()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    std::mt19937 random(11);
    const auto share = [&random] { return double(random()) / 4294967296.0; };
    int clear = 0;
    for (int i = 0; i < 3000; ++i) {
        const double width = 60 * share() * share(), height = 40 * share() * share();
        const GeoBox box{-180 + (360 - width) * share(), -90 + (180 - height) * share(), 0, 0};
        const GeoBox whole{box.west, box.south, box.west + width, box.south + height};
        if (!p->domain().clear(whole))
            continue;
        ++clear;
        PointXY last = p->forward(LatLon{whole.south, whole.west});
        constexpr int steps = 400;
        for (int k = 1; k <= steps; ++k) {
            const double t = double(k) / steps;
            const PointXY next = p->forward(LatLon{whole.south + t * height, whole.west + t * width});
            QVERIFY(next.finite());
            QVERIFY2(gap(last, next) < 12e5 * p->domain().usualScale(), qPrintable(QStringLiteral("%1 %2 %3 %4").arg(whole.west).arg(whole.south).arg(width).arg(height)));
            last = next;
        }
    }
    QVERIFY2(clear > 300, qPrintable(QString::number(clear)));
}

void ProjectionDomainTest::seamIsNotClear()
{
    const auto lcc = projection(Projection::defaultDefinition());  // torn at 135 W
    QVERIFY(lcc->domain().clear({20, 30, 90, 60}));
    QVERIFY(lcc->domain().clear({-180, 30, -140, 60}) && lcc->domain().clear({-130, 30, 180, 60}));
    QVERIFY(!lcc->domain().clear({-140, 30, -130, 60}));
    QVERIFY(!lcc->domain().clear({-135, 30, -130, 60}));  // a place on the tear may fall to either side
    QVERIFY(!lcc->domain().clear({20, -85, 30, -60}));
    const auto mercator = projection(QStringLiteral("EPSG:3857"));
    QVERIFY(mercator->domain().clear({-180, -80, 180, 80}));
    QVERIFY(!mercator->domain().clear({0, 80, 10, 89}));
    QVERIFY(!mercator->domain().clear({170, 0, 190, 10}));
}

void ProjectionDomainTest::meshFindsTheLobes()
{
    const auto p = projection(QStringLiteral("+proj=igh"));
    QVERIFY(p->domain().mesh());
    QVERIFY(p->domain().clear({-35, 5, 75, 80}));     // Eurasia's lobe
    QVERIFY(!p->domain().clear({-45, 10, -35, 20}));  // torn at 40 W
    QVERIFY(!p->domain().clear({70, -20, 90, -10}));  // and at 80 E in the south
    QVERIFY(p->domain().clear({-110, 2, -90, 20}));   // not in the north
}

QTEST_APPLESS_MAIN(ProjectionDomainTest)
#include "ProjectionDomainTest.moc"
