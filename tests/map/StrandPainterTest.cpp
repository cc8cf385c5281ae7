// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "map/LineWalk.h"
#include "map/MapPainter.h"
#include "map/StrandGeometry.h"
#include "map/StrandPainter.h"

#include <QtTest>

#include <numeric>

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
        RenderRequest request = only("red", "trunk");
        request.visibility.hiddenCorridors.clear();
        const Frame frame(request);
        std::vector<double> heights;
        for (const DrawnStrand &strand : drawnStrands(frame))
            heights.push_back(strand.path.points.front().y);
        QCOMPARE(heights.size(), std::size_t(2));
        QVERIFY(std::abs(std::abs(heights[0] - heights[1]) - frame.strandSpacing) < 0.3);
        // A corridor shown alone lies on its track, between them.
        const RenderRequest alone = only("red", "trunk");
        const double y = drawnStrands(Frame(alone)).front().path.points.front().y;
        QVERIFY(std::abs(y - (heights[0] + heights[1]) / 2) < 0.3);
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

    void fittedDashesBeginAndEndAsTheyShould_data()
    {
        QTest::addColumn<bool>("before");
        QTest::addColumn<bool>("after");
        for (const bool before : {false, true}) {
            for (const bool after : {false, true})
                QTest::addRow("%d%d", before, after) << before << after;
        }
    }
    void fittedDashesBeginAndEndAsTheyShould()
    {
        QFETCH(bool, before);
        QFETCH(bool, after);
        for (const double length : {3.0, 17.0, 80.0, 333.0, 1e6}) {
            for (const QVector<qreal> &dashes : {QVector<qreal>{5, 3.5}, QVector<qreal>{12, 3, 2.5, 3}}) {
                const auto fit = StrandPainter::fittedDashes(dashes, length, before, after);
                const double period = std::accumulate(fit.lengths.begin(), fit.lengths.end(), 0.0), dash = fit.lengths.front();
                QVERIFY(std::abs(fit.start - (before ? dash / 2 : 0)) < 1e-9);
                double end = std::fmod(fit.start + length, period);
                if (end < 1e-6 * length)
                    end += period;
                QVERIFY(std::abs(end - (after ? dash / 2 : dash)) < 1e-6 * length || std::abs(end - period - (after ? dash / 2 : dash)) < 1e-6 * length);
                if (length > 300)
                    QVERIFY(std::abs(dash / dashes.front() - 1) < 0.06);  // hardly stretched
            }
        }
    }

    void dashesRunThroughJoints()
    {
        // Two planned segments in a row: over their joint lies one dash, as long as the others.
        AtlasData data = test::atlasData();
        data.segments[3].legs.front().precision = Precision::Generalised;
        Segment next = test::segment(QStringLiteral("next"), Mode::Rail, test::parallel(39, 44, 43.2));
        data.segments.push_back(next);
        test::addMember(data, QStringLiteral("red"), 3, QStringLiteral("next"));
        test::addStatus(data, QStringLiteral("next"), Status::Planned);
        const auto scene = test::scene(data);
        RenderRequest request = test::request(scene);
        const Frame frame(request);
        const auto strands = drawnStrands(frame);
        int joined = 0;
        for (const DrawnStrand &strand : strands) {
            const QString id = data.segments[strand.strand->segment].id;
            if (id == QLatin1String("plan")) {
                QCOMPARE(data.segments[scene->strands()[strand.after].segment].id, QStringLiteral("next"));
                QCOMPARE(strand.before, DrawnStrand::none);
                ++joined;
            } else if (id == QLatin1String("next")) {
                QCOMPARE(data.segments[scene->strands()[strand.before].segment].id, QStringLiteral("plan"));
                ++joined;
            }
        }
        QCOMPARE(joined, 2);
        // A hidden neighbour carries nothing on.
        request.visibility.hiddenSegments << QStringLiteral("next");
        for (const DrawnStrand &strand : drawnStrands(Frame(request)))
            QCOMPARE(strand.after, DrawnStrand::none);
    }

    void tracksOfTheirOwnStatusHaveTheirOwnStyle()
    {
        // Half of the trunk line is being built, the rest in use.
        AtlasData data = test::atlasData();
        for (Segment &segment : data.segments) {
            if (segment.id != QLatin1String("trunk"))
                continue;
            const GeoLine line = segment.line();
            const auto middle = line.begin() + std::ptrdiff_t(line.size() / 2);
            Leg west = segment.legs.front(), east = west;
            west.line = GeoLine(line.begin(), middle + 1);
            east.line = GeoLine(middle, line.end());
            east.status = Status::Construction;
            segment.legs = {west, east};
        }
        const auto scene = test::scene(data);
        RenderRequest request = only("red", "trunk");
        request.scene = scene;
        request.view = test::request(scene).view;
        const Frame frame(request);
        const auto strands = drawnStrands(frame);
        QCOMPARE(strands.size(), std::size_t(1));
        const std::vector<DrawnPiece> &pieces = strands[0].pieces;
        QCOMPARE(pieces.size(), std::size_t(2));
        QCOMPARE(pieces[0].status, strands[0].strand->status);
        QCOMPARE(pieces[1].status, Status::Construction);
        QVERIFY(pieces[0].line.dashes.isEmpty() && !pieces[1].line.dashes.isEmpty());
        QVERIFY(std::abs(pieces[0].length + pieces[1].length - strands[0].length) < 1e-6);
        QVERIFY(std::abs(pieces[1].runs.front().startLength) < 1e-6);
        DrawnSummary drawn;
        const QImage image = MapPainter::render(request, &drawn);
        QCOMPARE(drawn.lines.size(), std::size_t(2));   // so the legend has both
        // Dashes let the ground through, the whole line does not: compare the lightest pixels above both halves.
        const auto lightest = [&](const DrawnPiece &piece) {
            int most = 0;
            walkLine(piece.runs, 1, [&](PointXY at, double) {
                if (image.rect().adjusted(4, 4, -4, -4).contains(int(at.x), int(at.y)))
                    most = std::max(most, QColor(image.pixel(int(at.x), int(at.y))).lightness());
            });
            return most;
        };
        QVERIFY(lightest(pieces[1]) > lightest(pieces[0]) + 40);
    }

    void translucentStrokesDoNotAddUp()
    {
        // Emphasis of all segments of a corridor: where they meet or lie on each other it is no darker.
        RenderRequest request = test::request(m_scene);
        request.labels = false;
        request.visibility.hiddenLayers = {"land", "seas", "borders", "rivers", "lakes", "stations", "symbols", "graticule"};
        request.highlight.selected = {"trunk", "twin", "blue", "red"};
        auto style = std::make_shared<MapStyle>(*request.style);
        style->colors[QStringLiteral("selection")] = QColor(0, 0, 255, 60);
        style->colors[QStringLiteral("paper")] = Qt::white;
        for (LineStyle &line : style->lines) {
            line = LineStyle();
            line.width = 0.1;
        }
        request.style = style;
        const QImage image = MapPainter::render(request);
        int least = 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).blue() == 255)
                    least = std::min(least, image.pixelColor(x, y).red());
            }
        }
        QVERIFY2(std::abs(least - (255 - 60)) <= 6, qPrintable(QString::number(least)));
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
