// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/CrsCatalogue.h"
#include "geo/Projection.h"

#include <QTest>

using namespace ca;

class CrsCatalogueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsWhatProjKnows();
    void findsByCodeNameAndCountry();
    void whatIsMeantForThePlaceComesFirst();
    void theOfferedCanBeUsed();
};

static const CrsCatalogue &catalogue()
{
    static const CrsCatalogue read = CrsCatalogue::read();
    return read;
}

static const LatLon yerevan{40.2, 44.5};

void CrsCatalogueTest::holdsWhatProjKnows()
{
    QVERIFY(catalogue().entries().size() > 4000);
    for (const CrsCatalogue::Entry &entry : catalogue().entries()) {
        QVERIFY(!entry.name.isEmpty() && entry.code.contains(u':'));
        QVERIFY(entry.extent.empty() || (entry.extent.west >= -180 && entry.extent.east <= 540 && entry.extent.east >= entry.extent.west));
    }
}

void CrsCatalogueTest::findsByCodeNameAndCountry()
{
    const auto first = [](const QString &text) {
        const auto found = catalogue().find(text, yerevan, 5);
        return found.empty() ? QString() : found.front()->code;
    };
    QCOMPARE(first(QStringLiteral("3857")), QStringLiteral("EPSG:3857"));
    QCOMPARE(first(QStringLiteral("epsg:32638")), QStringLiteral("EPSG:32638"));
    QCOMPARE(first(QStringLiteral("world robinson")), QStringLiteral("ESRI:54030"));
    QVERIFY(catalogue().find(QStringLiteral("pulkovo zone 8"), yerevan, 100).size() > 1);
    QVERIFY(catalogue().find(QStringLiteral("no such thing anywhere"), yerevan, 5).empty());
    for (const auto *entry : catalogue().find(QStringLiteral("armenia"), yerevan, 20))
        QVERIFY(entry->folded.contains(QLatin1String("armenia")));
}

void CrsCatalogueTest::whatIsMeantForThePlaceComesFirst()
{
    const auto utm = catalogue().find(QStringLiteral("wgs 84 utm zone"), yerevan, 30);
    QCOMPARE(utm.front()->code, QStringLiteral("EPSG:32638"));
    bool away = false;
    for (const auto *entry : catalogue().find(QStringLiteral("utm"), yerevan, 400)) {
        const bool near = entry->extent.contains(yerevan);
        QVERIFY(!(near && away));
        away = away || !near;
    }
    const auto here = catalogue().find(QString(), yerevan, 1000);
    QVERIFY(here.size() > 20);
    QCOMPARE(here.front()->code, QStringLiteral("EPSG:32638"));
    for (const auto *entry : here)
        QVERIFY(entry->extent.contains(yerevan));
    // Fiji lies across the antimeridian, and so does the area of its grid.
    const auto fiji = catalogue().find(QStringLiteral("fiji map grid"), {-17, -179.5}, 3);
    QVERIFY(!fiji.empty() && fiji.front()->extent.contains({-17, -179.5}) && fiji.front()->extent.contains({-17, 178}));
}

void CrsCatalogueTest::theOfferedCanBeUsed()
{
    // A few are described in PROJ's database by methods it does not have.
    std::size_t usable = 0;
    const auto here = catalogue().find(QString(), yerevan, 60);
    for (const auto *entry : here)
        usable += Projection::create(entry->code).ok();
    QVERIFY2(usable * 10 >= here.size() * 9, qPrintable(QStringLiteral("%1 of %2").arg(usable).arg(here.size())));
}

QTEST_APPLESS_MAIN(CrsCatalogueTest)
#include "CrsCatalogueTest.moc"
