// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "map/LiveMap.h"

#include <QSignalSpy>
#include <QtTest>

using namespace ca;

class LiveMapTest : public QObject {
    Q_OBJECT

    RenderRequest m_request;

    /// What @p live paints for @p view over a colour no map has.
    QImage painted(const LiveMap &live, const MapView &view) const
    {
        QImage image(view.size.toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(bare);
        QPainter painter(&image);
        live.paint(painter, view);
        return image;
    }
    static int barePixels(const QImage &image)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == bare;
        }
        return count;
    }
    RenderRequest at(const MapView &view) const
    {
        RenderRequest request = m_request;
        request.view = view;
        return request;
    }

    static constexpr QColor bare{255, 0, 255};

private Q_SLOTS:
    void initTestCase() { m_request = test::request(test::scene(), {320, 240}); }

    void endsWithWhatWasWantedLast()
    {
        LiveMap live;
        for (int i = 0; i <= 30; ++i)
            live.want(at(m_request.view.panned({3.0 * i, 0})));
        QTRY_VERIFY(live.current());
        const MapView last = m_request.view.panned({90, 0});
        QCOMPARE(painted(live, last), MapPainter::render(at(last)).convertToFormat(QImage::Format_ARGB32_Premultiplied));
    }

    void viewNearByIsShownOnTheWay()
    {
        LiveMap live;
        QSignalSpy pictures(&live, &LiveMap::pictureChanged);
        live.want(m_request);
        live.want(at(m_request.view.panned({20, 0})));
        QTRY_VERIFY(live.current());
        QCOMPARE(pictures.size(), 2);
    }

    void viewFarAwayIsNotWaitedFor()
    {
        LiveMap live;
        QSignalSpy pictures(&live, &LiveMap::pictureChanged);
        live.want(m_request);
        live.want(at(m_request.view.panned({300, 200})));
        live.want(at(m_request.view.zoomedAt({10, 10}, 8)));
        QTRY_VERIFY(live.current());
        QCOMPARE(pictures.size(), 1);
    }

    void newLookOfTheSameViewIsNotWaitedFor()
    {
        LiveMap live;
        QSignalSpy pictures(&live, &LiveMap::pictureChanged);
        live.want(m_request);
        RenderRequest dark = m_request;
        dark.style = test::style(QStringLiteral("dark"));
        live.want(dark);
        QTRY_VERIFY(live.current());
        QCOMPARE(pictures.size(), 1);
        QCOMPARE(painted(live, dark.view), MapPainter::render(dark));
    }

    void movedMapHasNoBareEdgeOnceAtRest()
    {
        LiveMap live;
        live.want(m_request);
        QTRY_VERIFY(live.current());
        const MapView moved = m_request.view.panned({60, -40}), wide = m_request.view.zoomedAt({160, 120}, 0.6);
        QVERIFY(barePixels(painted(live, moved)) > 0);
        QTRY_COMPARE(barePixels(painted(live, moved)), 0);
        QCOMPARE(barePixels(painted(live, wide)), 0);
        // The picture itself is none the worse.
        QCOMPARE(painted(live, m_request.view), MapPainter::render(m_request));
    }

    void backdropOfAnotherLookIsDropped()
    {
        Backdrop backdrop;
        backdrop.follow(m_request);
        QTRY_VERIFY(backdrop.ready());
        backdrop.follow(at(m_request.view.panned({5, 5})));
        QVERIFY(backdrop.ready());
        RenderRequest bareLand = m_request;
        bareLand.visibility.hiddenLayers.insert(QStringLiteral("land"));
        backdrop.follow(bareLand);
        QVERIFY(!backdrop.ready());
        QTRY_VERIFY(backdrop.ready());
    }

    void pausedBackdropIsNotMade()
    {
        Backdrop backdrop;
        backdrop.follow(m_request);
        backdrop.pause();
        QTest::qWait(400);
        QVERIFY(!backdrop.ready());
    }

    void pictureOfAnotherProjectionIsNotShown()
    {
        LiveMap live;
        live.want(m_request);
        QTRY_VERIFY(live.current());
        MapView other = m_request.view;
        other.projection = *Projection::create(QStringLiteral("EPSG:3857"));
        QCOMPARE(barePixels(painted(live, other)), 320 * 240);
    }
};

QTEST_MAIN(LiveMapTest)
#include "LiveMapTest.moc"
