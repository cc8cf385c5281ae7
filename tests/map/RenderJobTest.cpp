// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "map/RenderJob.h"
#include "map/UserLayerPreparer.h"

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

    /// Some ten thousand named lines and dots: long at the layers and longer at the labels.
    RenderRequest dense() const
    {
        auto table = std::make_shared<FeatureTable>();
        table->kind = GeometryKind::Line;
        table->columns = {{QStringLiteral("name"), {}}};
        for (int i = 0; i < 12000; ++i) {
            const double south = 38 + 0.0003 * i, west = 43 + (i % 40) * 0.09;
            test::addFeature(*table, i, {{{south, west}, {south + 0.02, west + 0.3}, {south, west + 0.6}}});
            table->columns[0].values.push_back(QStringLiteral("Way %1").arg(i));
        }
        UserLayer layer;
        layer.id = layer.title = QStringLiteral("ways");
        layer.style.line.color = Qt::darkRed;
        layer.style.line.width = 1;
        layer.style.labelColumn = QStringLiteral("name");
        layer.style.label = test::style(QStringLiteral("light"))->text(QStringLiteral("waypoint"));
        layer.shapes = prepareUserLayer(layer.id, table, *m_scene->projection());
        RenderRequest request = test::request(m_scene, {1600, 1000});
        request.userLayers = {layer};
        return request;
    }

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

    void denseMapIsGivenUpMidway()
    {
        const RenderRequest request = dense();
        QVERIFY(!LabelLayout::place(request).empty());
        RenderJob job;
        watch(job);
        for (int after = 0; after < 40; after += 4) {  // in whatever phase that finds it
            m_finished = m_cancelled = 0;
            job.start(request);
            QTest::qWait(after);
            const bool midway = m_finished == 0;
            job.cancel();
            QTRY_COMPARE(m_finished + m_cancelled, 1);
            QCOMPARE(m_cancelled, midway ? 1 : 0);
            QVERIFY(!job.running());
        }
    }

    void cancelledRenderingLeavesNothing()
    {
        const RenderRequest request = dense();
        const CancelToken cancel;
        cancel.cancel();
        QVERIFY(LabelLayout::place(request, cancel).empty());
        DrawnSummary summary;
        QVERIFY(MapPainter::render(request, &summary, cancel).isNull());
        QVERIFY(summary.layers.isEmpty() && summary.segments.isEmpty());
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
