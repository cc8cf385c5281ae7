// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "map/RenderJob.h"

#include <QSignalSpy>
#include <QtTest>

using namespace ca;

class RenderJobTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Scene> m_scene;
    int m_finished = 0;
    int m_cancelled = 0;
    QImage m_last;

    void watch(RenderJob &job)
    {
        m_finished = m_cancelled = 0;
        m_last = {};
        connect(&job, &RenderJob::finished, this, [this](const QImage &image) { ++m_finished; m_last = image; });
        connect(&job, &RenderJob::cancelled, this, [this] { ++m_cancelled; });
    }
    RenderRequest sized(double width) const { return test::request(m_scene, {width, 200}); }

private Q_SLOTS:
    void initTestCase() { m_scene = test::scene(); }

    void oneStartOneFinish()
    {
        RenderJob job;
        watch(job);
        job.start(sized(300));
        QVERIFY(job.running());
        QTRY_COMPARE(m_finished, 1);
        QVERIFY(!job.running());
        QCOMPARE(m_cancelled, 0);
        QCOMPARE(m_last.width(), 300);
        QTest::qWait(30);
        QCOMPARE(m_finished, 1);
    }

    void newestWins()
    {
        RenderJob job;
        watch(job);
        for (int i = 0; i < 5; ++i)
            job.start(sized(300 + i));
        QTRY_COMPARE(m_finished + m_cancelled, 5);
        QCOMPARE(m_finished, 1);
        QCOMPARE(m_last.width(), 304);
        QVERIFY(!job.running());
    }

    void cancelEndsInOneSignal()
    {
        RenderJob job;
        watch(job);
        job.start(sized(300));
        job.cancel();
        QTRY_COMPARE(m_cancelled, 1);
        QTest::qWait(30);
        QCOMPARE(m_finished, 0);
        QCOMPARE(m_cancelled, 1);
        job.cancel();  // nothing runs: nothing to say
        QTest::qWait(10);
        QCOMPARE(m_cancelled, 1);
    }

    void cancelWithOneWaiting()
    {
        RenderJob job;
        watch(job);
        job.start(sized(300));
        job.start(sized(301));
        job.cancel();
        QTRY_COMPARE(m_cancelled, 2);
        QTest::qWait(30);
        QCOMPARE(m_finished, 0);
        QVERIFY(!job.running());
    }

    void worksAgainAfterCancel()
    {
        RenderJob job;
        watch(job);
        job.start(sized(300));
        job.cancel();
        job.start(sized(310));
        QTRY_COMPARE(m_finished + m_cancelled, 2);
        QCOMPARE(m_finished, 1);
        QCOMPARE(m_last.width(), 310);
    }

    void destroyedWhileRunning()
    {
        {
            RenderJob job;
            watch(job);
            job.start(sized(300));
        }
        QTest::qWait(30);
        QCOMPARE(m_finished + m_cancelled, 0);  // nobody is left to speak
    }

    void startedFromItsOwnSignal()
    {
        RenderJob job;
        watch(job);
        bool again = false;
        connect(&job, &RenderJob::finished, &job, [&] {
            if (!std::exchange(again, true))
                job.start(sized(320));
        });
        job.start(sized(300));
        QTRY_COMPARE(m_finished, 2);
        QCOMPARE(m_last.width(), 320);
    }
};

QTEST_MAIN(RenderJobTest)
#include "RenderJobTest.moc"
