// SPDX-License-Identifier: GPL-3.0-or-later
#include "UserLayers.h"
#include "map/LiveMap.h"

#include <QSignalSpy>
#include <QtTest>

using namespace ca;

class LiveMapMotionTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Scene> m_scene;
    UserLayer m_crowd;

    /// Each shows another place.
    [[nodiscard]] RenderRequest request(int number = 0) const
    {
        RenderRequest made = test::request(m_scene, {300, 200});
        made.view = made.view.panned({3.0 * number, 2.0 * number});
        made.userLayers = {m_crowd};
        return made;
    }
    static QImage painted(const LiveMap &map, const MapView &view)
    {
        QImage image(view.size.toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        map.paint(painter, view);
        return image;
    }
    static QImage rendered(const RenderRequest &request) { return MapPainter::render(request); }

private Q_SLOTS:
    void initTestCase()
    {
        m_scene = test::scene();
        m_crowd = test::userLayer(QStringLiteral("crowd"), test::crowd(GeometryKind::Line, 800, 200, 1),
                                  test::lineLook(QColor(0, 90, 0), 1.5), m_scene->projection());
    }

    void nothingAtFirst()
    {
        const LiveMap map;
        QVERIFY(!map.hasPicture());
        QVERIFY(!map.current());
        const QImage image = painted(map, request().view);
        QCOMPARE(image.pixel(10, 10), QColor(Qt::magenta).rgb());
    }

    void showsWhatIsWanted()
    {
        LiveMap map;
        QSignalSpy changed(&map, &LiveMap::pictureChanged);
        map.want(request());
        QVERIFY(!map.current());
        QTRY_VERIFY(map.current());
        QVERIFY(changed.count() >= 1);
        QVERIFY(map.hasPicture());
        QCOMPARE(painted(map, request().view), rendered(request()));
        DrawnSummary summary;
        const QImage image = MapPainter::render(request(), &summary);
        QCOMPARE(map.summary().segments, summary.segments);
        QCOMPARE(map.summary().layers, summary.layers);
        QVERIFY(map.summary().layers.contains(QStringLiteral("user:crowd")));
    }

    void theLastOneWins_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("pause");  // milliseconds from one to the next
        QTest::newRow("two") << 2 << 0;
        QTest::newRow("a burst") << 60 << 0;
        QTest::newRow("in motion") << 25 << 8;
        QTest::newRow("slowly") << 5 << 90;
    }
    void theLastOneWins()
    {
        QFETCH(int, count);
        QFETCH(int, pause);
        LiveMap map;
        bool currentWhenTold = false;
        connect(&map, &LiveMap::pictureChanged, this, [&] { currentWhenTold = map.current(); });
        for (int i = 1; i <= count; ++i) {
            map.want(request(i));
            QVERIFY(!map.current());
            if (pause > 0)
                QTest::qWait(pause);
        }
        QTRY_VERIFY(map.current());
        QVERIFY(currentWhenTold);  // whoever waits for the last picture is told of it
        QCOMPARE(painted(map, request(count).view), rendered(request(count)));
        QTest::qWait(50);
        QVERIFY(map.current());    // and nothing older comes after it
        QCOMPARE(painted(map, request(count).view), rendered(request(count)));
    }

    void aMapInMotionShowsProgress()
    {
        // Wanted anew with every frame, for as long as it takes: pictures must come before the motion ends.
        LiveMap map;
        QSignalSpy changed(&map, &LiveMap::pictureChanged);
        int number = 0;
        QTRY_VERIFY_WITH_TIMEOUT((map.want(request(++number)), changed.count() >= 2), 30000);
    }

    void wantedFromItsOwnSignal()
    {
        LiveMap map;
        bool again = false;
        connect(&map, &LiveMap::pictureChanged, &map, [&] {
            if (!std::exchange(again, true))
                map.want(request(7));
        });
        map.want(request(1));
        QTRY_VERIFY(again && map.current());
        QCOMPARE(painted(map, request(7).view), rendered(request(7)));
    }

    void movedUntilTheNextPictureComes()
    {
        LiveMap map;
        map.want(request());
        QTRY_VERIFY(map.current());
        const QImage still = rendered(request());
        RenderRequest next = request();
        next.view = next.view.panned({20, 10});
        // The old picture has moved by whole pixels.
        const QPoint by = (next.view.toScreen(request().view.centre) - request().view.toScreen(request().view.centre)).toPoint();
        QCOMPARE(std::abs(by.x()), 20);
        const QRect both = still.rect() & still.rect().translated(by);
        QCOMPARE(painted(map, next.view).copy(both), still.copy(both.translated(-by)));
        map.want(next);
        QVERIFY(map.hasPicture());
        QCOMPARE(painted(map, next.view).copy(both), still.copy(both.translated(-by)));
        QTRY_VERIFY(map.current());
        QCOMPARE(painted(map, next.view), rendered(next));
    }

    void destroyedWhileWorking()
    {
        int told = 0;
        {
            LiveMap map;
            connect(&map, &LiveMap::pictureChanged, this, [&] { ++told; });
            map.want(request(1));
            map.want(request(2));
        }
        QTest::qWait(50);
        QCOMPARE(told, 0);
    }
};

QTEST_MAIN(LiveMapMotionTest)
#include "LiveMapMotionTest.moc"
