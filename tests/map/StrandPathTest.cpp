// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes: eased, never jumping, meeting at joints. On made-up lines and on the whole atlas.
#include "Synthetic.h"
#include "geo/Geodesic.h"
#include "map/LaneAssignment.h"
#include "map/LaneProfile.h"
#include "map/StrandGeometry.h"
#include "store/AtlasFile.h"
#include "support/TestData.h"

#include <QtTest>

using namespace ca;

class StrandPathTest : public QObject {
    Q_OBJECT

    static constexpr double exactly = 2e-4;  // pixels
    std::shared_ptr<const Scene> m_real;

    /// Corridors a and b together from 44 to 46° E, then a straight on and b off to the south; c joins both from 45° E.
    static AtlasData forks()
    {
        AtlasData data;
        for (const char *id : {"a", "b", "c"})
            data.subjects.push_back({QString::fromLatin1(id), SubjectKind::Corridor, QString::fromLatin1(id), {}, {}, {}, {}});
        GeoLine south = test::parallel(40, 44, 46);
        for (int i = 1; i <= 20; ++i)
            south.push_back({40 - 0.05 * i, 46 + 0.03 * i});
        GeoLine joining{{41, 44.2}, {40.5, 44.6}};
        for (const LatLon &at : test::parallel(40, 45, 46))
            joining.push_back(at);
        data.segments = {test::segment(QStringLiteral("straight"), Mode::Rail, test::parallel(40, 44, 46)),
                         test::segment(QStringLiteral("on"), Mode::Rail, test::parallel(40, 46, 47)),
                         test::segment(QStringLiteral("south"), Mode::Rail, south),
                         test::segment(QStringLiteral("joining"), Mode::Rail, joining),
                         test::segment(QStringLiteral("ferry"), Mode::Sea, {{40, 47}, {40.4, 47.8}}),
                         test::segment(QStringLiteral("spur"), Mode::Rail, {{39.7, 45.5}, {40, 45.5}})};
        test::addMember(data, QStringLiteral("a"), 1, QStringLiteral("straight"));
        test::addMember(data, QStringLiteral("a"), 2, QStringLiteral("on"));
        test::addMember(data, QStringLiteral("a"), 3, QStringLiteral("ferry"));
        test::addMember(data, QStringLiteral("a"), 4, QStringLiteral("spur"));
        test::addMember(data, QStringLiteral("b"), 1, QStringLiteral("south"));
        test::addMember(data, QStringLiteral("c"), 1, QStringLiteral("joining"));
        for (const Segment &s : data.segments)
            test::addStatus(data, s.id, Status::Operating);
        return data;
    }

    static RenderRequest at(const std::shared_ptr<const Scene> &scene, double metresPerPixel)
    {
        RenderRequest request = test::request(scene);
        request.view.metresPerPixel = metresPerPixel;
        return request;
    }

    static const Scene::Strand &strand(const Scene &scene, const QString &corridor, const QString &segment)
    {
        for (const Scene::Strand &s : scene.strands()) {
            if (s.corridor == corridor && scene.atlas().data().segments[s.segment].id == segment)
                return s;
        }
        qFatal("no such strand");
    }

    static PlaneLine onScreen(const Frame &frame, std::size_t segment)
    {
        const SegmentLine line(frame.scene, segment);
        PlaneLine out;
        for (std::size_t i = 0; i < line.size(); ++i)
            out.push_back(frame.toScreen(line.at(i)));
        return out;
    }

    static double gap(PointXY a, PointXY b) { return std::hypot(a.x - b.x, a.y - b.y); }

    /// The steepest change of any strand's lane, pixels per pixel, sampled every pixel.
    static double steepest(const Frame &frame)
    {
        double most = 0;
        for (const Scene::Strand &s : frame.scene.strands()) {
            const SegmentLine line(frame.scene, s.segment);
            if (line.size() < 2)
                continue;
            const LaneProfile profile(frame, s);
            const double end = line.along(line.size() - 1), step = frame.view.metresPerPixel;
            for (double along = 0; along < end; along += step)
                most = std::max(most, std::abs(profile.offset(along + step) - profile.offset(along)));
        }
        return most;
    }

    static QString name(const Scene &scene, std::size_t strand)
    {
        const Scene::Strand &s = scene.strands()[strand];
        return s.corridor + QLatin1Char('/') + scene.atlas().data().segments[s.segment].id;
    }

    /// All ends bound to a joint of the same kind must come out at the same point. Returns what does not.
    static QStringList loose(const Frame &frame)
    {
        QStringList out;
        const auto &strands = frame.scene.strands();
        for (std::size_t s = 0; s < strands.size(); ++s) {
            const StrandPath path = strandPath(frame, strands[s]);
            for (const bool start : {true, false}) {
                const Scene::LaneJoint &joint = start ? strands[s].start : strands[s].end;
                if (joint.strand == Scene::LaneJoint::none)
                    continue;
                const PointXY end = start ? path.points.front() : path.points.back();
                const double off = gap(end, jointPlace(frame, joint));
                if (off > exactly)
                    out << QStringLiteral("%1 %2: %3 px").arg(name(frame.scene, s), start ? QStringLiteral("start") : QStringLiteral("end")).arg(off);
            }
        }
        return out;
    }

    /// Vertices where a path turns back on itself although its line does not.
    static QStringList spikes(const Frame &frame)
    {
        QStringList out;
        const auto &strands = frame.scene.strands();
        for (std::size_t s = 0; s < strands.size(); ++s) {
            const StrandPath path = strandPath(frame, strands[s]);
            const PlaneLine line = onScreen(frame, strands[s].segment);
            for (std::size_t i = 1; i + 1 < path.points.size(); ++i) {
                const PointXY a = path.points[i - 1], b = path.points[i], c = path.points[i + 1];
                const double turn = std::abs(std::remainder(std::atan2(c.y - b.y, c.x - b.x) - std::atan2(b.y - a.y, b.x - a.x), 2 * M_PI));
                if (turn > 2.6 && gap(a, b) > 1.5 && gap(b, c) > 1.5 && !turnsNear(line, b, 14))
                    out << QStringLiteral("%1 at %2 px from its line").arg(name(frame.scene, s)).arg(distanceToLine(line, b));
            }
        }
        return out;
    }

    static bool turnsNear(const PlaneLine &line, PointXY at, double reach)
    {
        // The directions of the line's stretches within reach: opposite ones mean that it turns back itself.
        std::vector<double> ways;
        for (std::size_t i = 1; i < line.size(); ++i) {
            if (gap(line[i - 1], line[i]) > 0 && distanceToLine(std::span(&line[i - 1], 2), at) < reach)
                ways.push_back(std::atan2(line[i].y - line[i - 1].y, line[i].x - line[i - 1].x));
        }
        for (const double a : ways) {
            for (const double b : ways) {
                if (std::abs(std::remainder(a - b, 2 * M_PI)) > 1.8)
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto atlas = AtlasFile::readAtlas(test::atlasPath());
        QVERIFY2(atlas.ok(), qPrintable(atlas.error().text()));
        m_real = Scene::build(*atlas, std::make_shared<const BaseMap>(), *Projection::create(Projection::defaultDefinition()));
    }

    void lanesNeverJump_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : {20.0, 150.0, 600.0, 2500.0, 9000.0})
            QTest::newRow(qPrintable(QString::number(scale))) << scale;
    }
    void lanesNeverJump()
    {
        QFETCH(double, scale);
        const RenderRequest made = at(test::scene(forks()), scale), real = at(m_real, scale);
        QVERIFY(steepest(Frame(made)) < LaneProfile::steepest * 1.1);
        QVERIFY(steepest(Frame(real)) < LaneProfile::steepest * 1.1);
    }

    void endsMeetExactly_data() { lanesNeverJump_data(); }
    void endsMeetExactly()
    {
        QFETCH(double, scale);
        const RenderRequest made = at(test::scene(forks()), scale), real = at(m_real, scale);
        QCOMPARE(loose(Frame(made)), QStringList());
        QCOMPARE(loose(Frame(real)).join(u'\n'), QString());
    }

    void noSpikes_data() { lanesNeverJump_data(); }
    void noSpikes()
    {
        QFETCH(double, scale);
        const RenderRequest real = at(m_real, scale);
        QCOMPARE(spikes(Frame(real)), QStringList());
    }

    void consecutiveSegmentsShareTheirEnd()
    {
        const auto scene = test::scene(forks());
        RenderRequest request = at(scene, 400);
        request.visibility.hiddenCorridors = {"c"};  // else a's lane is the middle one of three
        const Frame frame(request);
        const auto end = [&](const char *segment, bool start) {
            const StrandPath path = strandPath(frame, strand(*scene, "a", QLatin1String(segment)));
            return start ? path.points.front() : path.points.back();
        };
        QVERIFY(gap(end("straight", false), end("on", true)) < 2 * exactly);
        QVERIFY(gap(end("on", false), end("ferry", true)) < 2 * exactly);
        // In the lane they share with b, and not on the line.
        const PlaneLine line = onScreen(frame, strand(*scene, "a", "straight").segment);
        QVERIFY(distanceToLine(line, end("straight", false)) > frame.strandSpacing * 0.4);
        // The spur ends on the lane of its corridor, not on the track below.
        const PlaneLine lane = strandPath(frame, strand(*scene, "a", "straight")).points;
        QVERIFY(distanceToLine(lane, end("spur", false)) < 0.3);
        QVERIFY(distanceToLine(line, end("spur", false)) > frame.strandSpacing * 0.4);
    }

    void laneEndsBesideTheFork()
    {
        // Up to the fork both lie in their lanes; after it the one that goes on eases back to its line.
        const auto scene = test::scene(forks());
        const RenderRequest request = at(scene, 400);
        const Frame frame(request);
        const Scene::Strand &a = strand(*scene, "b", "south");
        const LaneProfile profile(frame, a);
        const SegmentLine line(*scene, a.segment);
        const double fork = geodesic::length(test::parallel(40, 44, 46));
        QVERIFY(std::abs(profile.offset(fork)) > 0.4 * frame.strandSpacing);
        QVERIFY(std::abs(profile.offset(line.along(line.size() - 1))) < 1e-9);
    }

    void lanesCloseUpWhereCorridorsAreHidden()
    {
        const auto scene = test::scene(forks());
        RenderRequest request = at(scene, 400);
        request.visibility.hiddenCorridors = {"a", "c"};
        const Frame frame(request);
        const Scene::Strand &b = strand(*scene, "b", "south");
        const PlaneLine line = onScreen(frame, b.segment);
        for (const PointXY p : strandPath(frame, b).points)
            QVERIFY(distanceToLine(line, p) < Frame::vertexTolerance + 1e-6);
    }

    void lanesLieOnTheSideTheirCorridorGoes_data()
    {
        QTest::addColumn<double>("firstGoes");   // metres north of the track after the fork
        QTest::addColumn<double>("secondGoes");
        QTest::addColumn<double>("firstLane");
        QTest::newRow("the first south") << -30000.0 << 30000.0 << 0.5;
        QTest::newRow("the first north") << 30000.0 << -30000.0 << -0.5;
        QTest::newRow("the second straight on") << -30000.0 << 0.0 << 0.5;
    }
    void lanesLieOnTheSideTheirCorridorGoes()
    {
        // Westwards, where lanes count up to the left, which is south.
        QFETCH(double, firstGoes);
        QFETCH(double, secondGoes);
        QFETCH(double, firstLane);
        const auto line = [](double goes) { return PlaneLine{{0, 0}, {-25000, 0}, {-50000, 0}, {-80000, goes}}; };
        for (const bool reversed : {false, true}) {
            std::vector<PlaneLine> lines{line(firstGoes), line(secondGoes)};
            if (reversed)
                std::reverse(lines[1].begin(), lines[1].end());
            std::vector<Scene::Strand> strands(2);
            strands[0] = {"a", 0, 0, Mode::Rail, Status::Operating, Role::Main, 0, {}};
            strands[1] = {"b", 1, 0, Mode::Rail, Status::Operating, Role::Main, 1, {}};
            std::vector<std::vector<std::size_t>> turns;
            assignLanes(lines, {Mode::Rail, Mode::Rail}, strands, turns);
            QCOMPARE(strands[0].lane, firstLane);
            QCOMPARE(strands[1].lane, reversed ? firstLane : -firstLane);
        }
    }

    void linesThatMeetSquarelyShareNothing()
    {
        std::vector<Scene::Strand> strands(2);
        strands[0] = {"a", 0, 0, Mode::Rail, Status::Operating, Role::Main, 0, {}};
        strands[1] = {"b", 1, 0, Mode::Rail, Status::Operating, Role::Main, 1, {}};
        std::vector<std::vector<std::size_t>> turns;
        PlaneLine across;
        for (double x = -20000; x <= 20000; x += 250)
            across.push_back({x, 0});
        assignLanes({across, {{0, 0}, {0, 40000}}}, {Mode::Rail, Mode::Rail}, strands, turns);
        QCOMPARE(strands[0].laneRuns.size(), std::size_t(1));
        QCOMPARE(strands[1].laneRuns.size(), std::size_t(1));
    }

    void legsKeepTheirPlaceInThePath()
    {
        // Whatever points are added or taken out: legs and metres along stay in order.
        for (const double scale : {30.0, 700.0, 6000.0}) {
            const RenderRequest request = at(m_real, scale);
            const Frame frame(request);
            for (const Scene::Strand &s : m_real->strands()) {
                const StrandPath path = strandPath(frame, s);
                QCOMPARE(path.leg.size(), path.points.size());
                QCOMPARE(path.along.size(), path.points.size());
                QVERIFY(std::is_sorted(path.leg.begin(), path.leg.end()));
                QVERIFY(std::is_sorted(path.along.begin(), path.along.end()));
                for (const PointXY p : path.points)
                    QVERIFY(p.finite());
            }
        }
    }
};

QTEST_MAIN(StrandPathTest)
#include "StrandPathTest.moc"
