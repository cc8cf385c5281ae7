// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/TaskThread.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

using namespace ca;

namespace {

Result<Done> fine()
{
    return Done{};
}

} // namespace

class TaskThreadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tasksRunInOrderOnOneThread()
    {
        std::vector<int> done;
        std::thread::id where;
        bool oneThread = true;
        TaskThread thread(2);
        QVERIFY(thread.wait());
        for (int i = 0; i < 500; ++i) {
            QVERIFY(thread.add([&, i] {
                oneThread = oneThread && (i == 0 || where == std::this_thread::get_id());
                where = std::this_thread::get_id();
                done.push_back(i);
                return fine();
            }));
        }
        QVERIFY(thread.wait());
        QCOMPARE(done.size(), std::size_t(500));
        QVERIFY(std::is_sorted(done.begin(), done.end()));
        QVERIFY(oneThread && where != std::this_thread::get_id());
    }

    void noMoreWaitThanMay()
    {
        std::atomic<int> added = 0, most = 0;
        TaskThread thread(3);
        for (int i = 0; i < 200; ++i) {
            QVERIFY(thread.add([&, i] {
                most = std::max(most.load(), added - i);
                return fine();
            }));
            ++added;
        }
        QVERIFY(thread.wait());
        // Three wait, one runs.
        QVERIFY2(most <= 4, qPrintable(QString::number(most)));
    }

    void nothingRunsAfterAFailure()
    {
        int ran = 0;
        TaskThread thread(4);
        (void)thread.add([] { return Result<Done>(Error::of(QStringLiteral("full"))); });
        for (int i = 0; i < 20; ++i) {
            if (const Result<Done> given = thread.add([&] { ++ran; return fine(); }); !given)
                QCOMPARE(given.error().message, QStringLiteral("full"));
        }
        const Result<Done> end = thread.wait();
        QVERIFY(!end);
        QCOMPARE(end.error().message, QStringLiteral("full"));
        QCOMPARE(ran, 0);
        QVERIFY(!thread.add(fine));
    }

    void itsEndWaitsForTheTaskThatRunsAndDropsTheOthers()
    {
        std::atomic<bool> go = false, started = false, done = false;
        const auto held = std::make_shared<int>(0);
        std::thread release;
        {
            TaskThread thread(10);
            QVERIFY(thread.add([&, held] {
                started = true;
                while (!go)
                    std::this_thread::yield();
                done = true;
                return fine();
            }));
            for (int i = 0; i < 5; ++i)
                QVERIFY(thread.add([held] { return fine(); }));
            while (!started)
                std::this_thread::yield();
            release = std::thread([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                go = true;
            });
        }
        release.join();
        QVERIFY(done);
        QCOMPARE(held.use_count(), 1L);
    }
};

QTEST_GUILESS_MAIN(TaskThreadTest)
#include "TaskThreadTest.moc"
