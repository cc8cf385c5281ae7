// SPDX-License-Identifier: GPL-3.0-or-later
#include "AllProjections.h"

#include "geo/GeometryProjector.h"
#include "geo/Polyline.h"
#include "geo/ProjectionDomain.h"
#include "geo/ScaleDistortion.h"

#include <QHash>
#include <QTest>

#include <random>

using namespace ca;

namespace {

/// Geometry as it comes from the world: tracks and areas of all sizes, and now and then what should not be.
class Source {
public:
    explicit Source(unsigned seed, bool nasty = true) : m_random(seed), m_nasty(nasty) {}

    double share() { return double(m_random()) / 4294967296.0; }
    LatLon place() { return {std::asin(2 * share() - 1) * 180 / M_PI, -180 + 360 * share()}; }
    GeoLine track()
    {
        GeoLine line;
        LatLon at = place();
        const double step = std::pow(10, -3 + 4.5 * share());
        for (int i = 0; i < 20; ++i) {
            line.push_back(nasty(at));
            at = {std::clamp(at.lat + step * (share() - 0.4), -90.0, 90.0), std::remainder(at.lon + step * (share() - 0.3), 360)};
        }
        return line;
    }
    GeoLine ring()
    {
        const LatLon centre = place();
        const double size = std::pow(10, -2 + 4 * share());
        GeoLine ring;
        for (int i = 0; i < 30; ++i) {
            const double angle = i * M_PI / 15, radius = size * (0.5 + share());
            ring.push_back(nasty({std::clamp(centre.lat + radius * std::sin(angle), -90.0, 90.0),
                                  std::remainder(centre.lon + 1.5 * radius * std::cos(angle), 360)}));
        }
        ring.push_back(ring.front());
        return ring;
    }

private:
    LatLon nasty(LatLon p)
    {
        switch (m_nasty ? m_random() % 60 : 60) {
        case 0: return {};
        case 1: return {p.lat, 180};
        case 2: return {p.lat, -180};
        case 3: return {90, p.lon};
        case 4: return {-90, p.lon};
        case 5: return {p.lat, -135};
        case 6: return {0, p.lon};
        case 7: return {p.lat, p.lon + 360};
        case 8: return {1e300, p.lon};
        default: return p;
        }
    }
    std::mt19937 m_random;
    bool m_nasty;
};

/// Place at @p position of @p line, vertex number and fraction of the edge after it.
LatLon placeAt(const GeoLine &line, double position)
{
    const std::size_t i = std::min(std::size_t(position), line.size() - 2);
    const double t = position - double(i), step = std::remainder(line[i + 1].lon - line[i].lon, 360);
    return {line[i].lat + t * (line[i + 1].lat - line[i].lat), line[i].lon + t * step};
}

} // namespace

/// Random geometry through every projection PROJ knows: nothing crashes, nothing is no number, nothing is drawn off
/// the map or across it.
class ProjectionFuzzTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesStayOnTheMap_data() { definitions(); }
    void linesStayOnTheMap();
    void linesStayOnTheirCurve_data() { definitions(); }
    void linesStayOnTheirCurve();
    void areasStayOnTheMap_data() { definitions(); }
    void areasStayOnTheMap();
    void everythingElseAnswers_data() { definitions(); }
    void everythingElseAnswers();

private:
    static void definitions()
    {
        QTest::addColumn<QString>("definition");
        for (const QString &definition : test::allProjections())
            QTest::newRow(qPrintable(definition.left(24))) << definition;
    }
    /// Made once for all tests: to find out where an unknown projection tears takes some time.
    static std::shared_ptr<const Projection> projection(const QString &definition)
    {
        static QHash<QString, std::shared_ptr<const Projection>> made;
        if (!made.contains(definition)) {
            auto result = Projection::create(definition);
            made.insert(definition, result ? *result : nullptr);
        }
        return made.value(definition);
    }
};

// No edge runs across the map: the middle of each is where the middle of what it stands for is drawn.
void ProjectionFuzzTest::linesStayOnTheirCurve()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    if (!p)
        QSKIP("PROJ does not take it as a coordinate reference system");
    constexpr double tolerance = 200;  // metres
    // Maps put together from others have kinks, and one that lies in the last quarter of an edge is not looked for.
    const double mostOff = p->domain().mesh() ? 20e3 : 3 * tolerance;
    GeometryProjector projector(*p, {tolerance, true});
    Source source(13, false);
    for (int i = 0; i < 30; ++i) {
        const GeoLine track = source.track();
        PlaneParts parts;
        projector.line(track, parts);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            for (std::size_t v = parts.partStart[k]; v + 1 < parts.partStart[k + 1]; ++v) {
                const PointXY a = parts.vertices[v], b = parts.vertices[v + 1];
                const PointXY middle = p->forward(placeAt(track, (parts.positions[v] + parts.positions[v + 1]) / 2));
                const double off = std::hypot(middle.x - (a.x + b.x) / 2, middle.y - (a.y + b.y) / 2);
                QVERIFY2(!middle.finite() || off <= mostOff + 0.02 * std::hypot(b.x - a.x, b.y - a.y),
                         qPrintable(QStringLiteral("line %1, at %2: %3 m off").arg(i).arg(parts.positions[v]).arg(off)));
            }
        }
    }
}

void ProjectionFuzzTest::linesStayOnTheMap()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    if (!p)
        QSKIP("PROJ does not take it as a coordinate reference system");
    constexpr double tolerance = 200;  // metres
    GeometryProjector projector(*p, {tolerance, true});
    Source source(3);
    const Box box = p->validBox().grown(tolerance + 0.01 * p->validBox().width());
    for (int i = 0; i < 30; ++i) {
        const GeoLine track = source.track();
        PlaneParts parts;
        projector.line(track, parts);
        QCOMPARE(parts.positions.size(), parts.vertices.size());
        for (std::size_t k = 0; k < parts.size(); ++k) {
            QVERIFY(parts.part(k).size() >= 2);
            QVERIFY(std::is_sorted(parts.positions.begin() + parts.partStart[k], parts.positions.begin() + parts.partStart[k + 1]));
            for (const PointXY v : parts.part(k)) {
                QVERIFY(v.finite());
                QVERIFY2(box.contains(v), qPrintable(QStringLiteral("line %1: %2 %3").arg(i).arg(v.x).arg(v.y)));
            }
        }
    }
}

void ProjectionFuzzTest::areasStayOnTheMap()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    if (!p)
        QSKIP("PROJ does not take it as a coordinate reference system");
    constexpr double tolerance = 1000;  // metres
    GeometryProjector projector(*p, {tolerance, false});
    Source source(5);
    const Box box = p->validBox().grown(tolerance + 0.01 * p->validBox().width());
    for (int i = 0; i < 15; ++i) {
        std::vector<GeoLine> rings;
        for (int k = 0; k <= i % 3; ++k)
            rings.push_back(source.ring());
        PlaneParts parts;
        projector.rings(std::vector<std::span<const LatLon>>(rings.begin(), rings.end()), parts);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            QVERIFY(parts.part(k).size() >= 4);
            QCOMPARE(parts.part(k).front(), parts.part(k).back());
            for (const PointXY v : parts.part(k)) {
                QVERIFY(v.finite());
                QVERIFY2(box.contains(v), qPrintable(QStringLiteral("area %1: %2 %3").arg(i).arg(v.x).arg(v.y)));
            }
        }
    }
}

void ProjectionFuzzTest::everythingElseAnswers()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    if (!p)
        QSKIP("PROJ does not take it as a coordinate reference system");
    Source source(9);
    const Box valid = p->validBox();
    QVERIFY(!valid.empty() && std::isfinite(valid.width()) && std::isfinite(valid.height()));
    for (int i = 0; i < 40; ++i) {
        const PointXY at{valid.minX + valid.width() * (1.5 * source.share() - 0.25), valid.minY + valid.height() * (1.5 * source.share() - 0.25)};
        const LatLon place = p->inverse(at);
        if (place.defined() && p->domain().contains(place)) {
            const PointXY again = p->forward(place);
            QVERIFY2(std::hypot(again.x - at.x, again.y - at.y) < 1000 + 1e-4 * std::hypot(at.x, at.y), qPrintable(QStringLiteral("%1 %2").arg(at.x).arg(at.y)));
        }
        const LatLon a = source.place(), b = source.place();
        const GeoBox box{a.lon, std::min(a.lat, b.lat), a.lon + 180 * source.share(), std::max(a.lat, b.lat)};
        const Box plane = p->bounds(box);
        QVERIFY(plane.empty() || (std::isfinite(plane.width()) && valid.grown(0.02 * valid.width() + 1000).contains(plane)));
        QVERIFY(std::isnan(p->convergence(a)) || std::abs(p->convergence(a)) <= 180);
    }
    const auto scale = scaleOver(*p, valid);
    QVERIFY(!scale || (scale->least >= 0 && std::isfinite(scale->greatest)));
    const GeoBox back = p->bounds(valid);
    QVERIFY(!back.empty() && back.south >= -90 && back.north <= 90 && back.east - back.west <= 360);
}

QTEST_APPLESS_MAIN(ProjectionFuzzTest)
#include "ProjectionFuzzTest.moc"
