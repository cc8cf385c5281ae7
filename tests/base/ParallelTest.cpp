// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Parallel.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace ca;

class ParallelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTurnOnce_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 3, 1000})
            QTest::newRow(qPrintable(QString::number(count))) << count;
    }
    void everyTurnOnce()
    {
        QFETCH(int, count);
        std::vector<std::atomic<int>> calls(std::size_t(count) + 1);
        for (int round = 0; round < 50; ++round)
            parallelFor(std::size_t(count), {}, [&](std::size_t i) { ++calls[i]; });
        for (int i = 0; i < count; ++i)
            QCOMPARE(calls[std::size_t(i)].load(), 50);
        QCOMPARE(calls.back().load(), 0);
    }

    void nestedCallsEnd()
    {
        std::atomic<int> calls = 0;
        for (int round = 0; round < 100; ++round) {
            parallelFor(4, {}, [&](std::size_t) {
                parallelFor(5, {}, [&](std::size_t) { parallelFor(3, {}, [&](std::size_t) { ++calls; }); });
            });
        }
        QCOMPARE(calls.load(), 100 * 4 * 5 * 3);
    }

    void severalCallersAtOnce()
    {
        std::atomic<int> calls = 0;
        {
            std::vector<std::jthread> callers;
            for (int i = 0; i < 6; ++i) {
                callers.emplace_back([&] {
                    for (int round = 0; round < 100; ++round)
                        parallelFor(7, {}, [&](std::size_t) { ++calls; });
                });
            }
        }
        QCOMPARE(calls.load(), 6 * 100 * 7);
    }

    void resultsAreSeenByTheCaller()
    {
        for (int round = 0; round < 200; ++round) {
            std::vector<int> values(64);
            parallelFor(values.size(), {}, [&](std::size_t i) { values[i] = int(i) + round; });
            for (std::size_t i = 0; i < values.size(); ++i)
                QCOMPARE(values[i], int(i) + round);
        }
    }

    void nothingBeginsAfterACancel()
    {
        CancelToken token;
        std::atomic<int> calls = 0;
        parallelFor(1'000'000, token, [&](std::size_t) {
            if (++calls == 10)
                token.cancel();
        });
        QVERIFY(calls.load() >= 10 && calls.load() < 1000);
        parallelFor(1, token, [&](std::size_t) { QFAIL("begun after the cancel"); });
    }
};

QTEST_APPLESS_MAIN(ParallelTest)
#include "ParallelTest.moc"
