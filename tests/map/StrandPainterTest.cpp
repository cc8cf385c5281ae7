// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "map/LineWalk.h"
#include "map/MapPainter.h"
#include "map/StrandGeometry.h"

#include <QtTest>

using namespace ca;

class StrandPainterTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Scene> m_scene;

    /// A request that shows one segment of one corridor and nothing else.
    RenderRequest only(const QString &corridor, const QString &segment) const
    {
        RenderRequest request = test::request(m_scene);
        request.labels = false;
        request.cornerCredit = false;
        request.visibility.hiddenLayers = {"land", "seas", "borders", "rivers", "lakes", "stations", "symbols", "graticule"};
        for (const Subject *s : m_scene->atlas().corridors()) {
            if (s->id != corridor)
                request.visibility.hiddenCorridors << s->id;
        }
        for (const Segment &s : m_scene->atlas().data().segments) {
            if (s.id != segment)
                request.visibility.hiddenSegments << s.id;
        }
        return request;
    }

private Q_SLOTS:
    void initTestCase() { m_scene = test::scene(); }

    void lanesLieBesideEachOther()
    {
        RenderRequest red = only("red", "trunk"), blue = only("blue", "trunk");
        const Frame frame(red);
        const double y = drawnStrands(frame).front().path.points.front().y;
        const double other = drawnStrands(Frame(blue)).front().path.points.front().y;
        QVERIFY(std::abs(std::abs(y - other) - frame.strandSpacing) < 0.3);
    }

    void pathOnlyShiftsWhenPanned()
    {
        RenderRequest request = only("red", "trunk");
        const StrandPath before = drawnStrands(Frame(request)).front().path;
        RenderRequest moved = request;
        moved.view = request.view.panned({31, -17});
        const StrandPath after = drawnStrands(Frame(moved)).front().path;
        QCOMPARE(after.points.size(), before.points.size());
        for (std::size_t i = 0; i < before.points.size(); ++i) {
            QVERIFY(std::abs(after.points[i].x - before.points[i].x - 31) < 1e-6);
            QVERIFY(std::abs(after.points[i].y - before.points[i].y + 17) < 1e-6);
        }
    }

    void dashesKeepTheirPhaseWhilePanning()
    {
        // By whole pixels the dashes must come out the same, pixel for pixel, also where the line is clipped.
        RenderRequest request = only("red", "plan");
        request.view = request.view.fitted(GeoBox{44.6, 38.9, 45.4, 39.1});
        const QImage before = MapPainter::render(request);
        RenderRequest moved = request;
        moved.view = request.view.panned({25, 0});
        const QImage after = MapPainter::render(moved);
        const QRect common(40, 0, before.width() - 100, before.height());
        int different = 0;
        for (int y = common.top(); y <= common.bottom(); ++y) {
            for (int x = common.left(); x <= common.right(); ++x) {
                const QRgb a = before.pixel(x, y), b = after.pixel(x + 25, y);
                different += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) > 40;
            }
        }
        QCOMPARE(different, 0);
    }

    void dashedLinesBeginAndEndOnADash()
    {
        RenderRequest request = only("red", "plan");
        const QImage image = MapPainter::render(request);
        const DrawnStrand strand = drawnStrands(Frame(request)).front();
        const QColor color = strand.line.color;
        for (const PointXY end : {strand.path.points.front(), strand.path.points.back()}) {
            // Just inside the end, at the line's edge (its heart is pale, being schematic).
            const double inwards = end.x > 320 ? -1.5 : 1.5;
            int near = 0;
            for (int dy = -2; dy <= 2; ++dy)
                near += QColor(image.pixel(int(end.x + inwards), int(end.y) + dy)).saturation() > color.saturation() / 2;
            QVERIFY(near > 0);
        }
    }

    void uncertaintyBandWhenWideEnough()
    {
        RenderRequest request = only("pipe", "guess");
        const auto tinted = [](const RenderRequest &r) {
            const QImage image = MapPainter::render(r);
            const QPointF beside = r.view.toScreen(LatLon{38.5, 47.6}) + QPointF(0, -std::max(7.0, 0.6 * 12000 / r.view.metresPerPixel));
            return QColor(image.pixel(beside.toPoint())) != r.style->color("paper");
        };
        QVERIFY(tinted(request));
        request.view.metresPerPixel = 9000;
        QVERIFY(!tinted(request));
    }

    void marksKeepTheirPlace()
    {
        const PlaneLine line{{0, 0}, {1000, 0}};
        std::vector<double> whole, part;
        walkLine({{line, 0}}, 72, [&](PointXY p, double) { whole.push_back(p.x); });
        walkLine(clipLine(line, Box{200, -1, 700, 1}), 72, [&](PointXY p, double) { part.push_back(p.x); });
        QCOMPARE(whole.front(), 36.0);
        QCOMPARE(whole.size(), std::size_t(14));
        for (const double x : part)
            QVERIFY(std::find_if(whole.begin(), whole.end(), [x](double w) { return std::abs(w - x) < 1e-6; }) != whole.end());
        QCOMPARE(part.size(), std::size_t(std::count_if(whole.begin(), whole.end(), [](double x) { return x >= 200 && x < 700; })));
    }

    void orderIsTotal()
    {
        RenderRequest request = test::request(m_scene);
        const auto strands = drawnStrands(Frame(request));
        QCOMPARE(strands.size(), m_scene->strands().size());
        QCOMPARE(strands.front().strand->status, Status::Planned);  // what is not there yet lies lowest
        QCOMPARE(strands.back().strand->corridor, QStringLiteral("red"));
    }
};

QTEST_MAIN(StrandPainterTest)
#include "StrandPainterTest.moc"
