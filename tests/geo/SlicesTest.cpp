// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Projection.h"
#include "geo/Slices.h"

#include <QTest>

#include <atomic>

using namespace ca;

class SlicesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingIsDoneOnce_data();
    void everythingIsDoneOnce();
    void projectingInSlicesChangesNothing();
};

void SlicesTest::everythingIsDoneOnce_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("threads");
    QTest::newRow("nothing") << 0 << 10 << 4;
    QTest::newRow("one slice") << 9 << 10 << 4;
    QTest::newRow("uneven") << 1003 << 10 << 4;
    QTest::newRow("no threads") << 100 << 1 << 0;
    QTest::newRow("no least") << 5 << 0 << 8;
}

void SlicesTest::everythingIsDoneOnce()
{
    QFETCH(int, count);
    QFETCH(int, least);
    QFETCH(int, threads);
    std::vector<std::atomic<int>> done(std::size_t(count) + 1);
    std::atomic<int> calls = 0;
    inSlices(std::size_t(count), std::size_t(least), unsigned(threads), [&](std::size_t begin, std::size_t end) {
        ++calls;
        for (std::size_t i = begin; i < end; ++i)
            ++done[i];
    });
    for (int i = 0; i < count; ++i)
        QCOMPARE(done[std::size_t(i)].load(), 1);
    QVERIFY(calls <= std::max(1, threads));
    QVERIFY(calls * least <= std::max(count, least));
}

void SlicesTest::projectingInSlicesChangesNothing()
{
    const auto projection = *Projection::create(QStringLiteral("EPSG:32638"));
    GeoLine places;
    for (int i = 0; i < 20000; ++i)
        places.push_back({35 + 0.0005 * i, 40 + 10 * std::sin(i)});
    PlaneLine whole(places.size()), sliced(places.size());
    projection->forward(places, whole);
    inSlices(places.size(), 1000, 4, [&](std::size_t begin, std::size_t end) {
        projection->forward(std::span(places).subspan(begin, end - begin), std::span(sliced).subspan(begin, end - begin));
    });
    QCOMPARE(sliced, whole);
}

QTEST_APPLESS_MAIN(SlicesTest)
#include "SlicesTest.moc"
