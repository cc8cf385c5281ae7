// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "map/HitTester.h"
#include "map/MapPainter.h"
#include "map/SymbolPainter.h"

#include <QtTest>

using namespace ca;

class SymbolPainterTest : public QObject {
    Q_OBJECT

    static AtlasData withGauges(const char *trunk, const char *plan)
    {
        AtlasData data = test::atlasData();
        data.segments.push_back(test::segment(QStringLiteral("onward"), Mode::Rail, test::parallel(40, 44, 43.2)));
        test::addMember(data, QStringLiteral("red"), 3, QStringLiteral("onward"));
        const auto add = [&](const char *segment, const char *value) {
            Fact fact;
            fact.id = QStringLiteral("g-%1").arg(QLatin1String(segment));
            fact.subject = QString::fromLatin1(segment);
            fact.attribute = QStringLiteral("gauge");
            fact.value = QString::fromLatin1(value);
            fact.unit = QStringLiteral("mm");
            data.facts.push_back(fact);
        };
        add("trunk", trunk);
        add("onward", plan);
        return data;
    }

    static QImage glyph(const std::function<void(QPainter &)> &paint)
    {
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(painter);
        return image;
    }

private Q_SLOTS:
    void everyKindLooksDifferent()
    {
        // In one size and without colour, so that form alone tells them apart.
        const auto style = MapStyle::bundled(QStringLiteral("grey"));
        std::vector<QImage> glyphs;
        for (const QString &kind : allIds<WaypointKind>())
            glyphs.push_back(glyph([&](QPainter &p) { MapPainter::paintWaypointSymbol(p, {20, 20}, 20, *style, *fromId<WaypointKind>(kind)); }));
        for (const SubjectKind kind : {SubjectKind::Place, SubjectKind::Agreement, SubjectKind::Context})
            glyphs.push_back(glyph([&](QPainter &p) { MapPainter::paintSubjectSymbol(p, {20, 20}, 20, *style, kind); }));
        glyphs.push_back(glyph([&](QPainter &p) { MapPainter::paintGaugeBreakSymbol(p, {20, 20}, 20, *style); }));
        for (std::size_t a = 0; a < glyphs.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                int different = 0;
                for (int y = 0; y < 40; ++y) {
                    for (int x = 0; x < 40; ++x)
                        different += std::abs(qGray(glyphs[a].pixel(x, y)) - qGray(glyphs[b].pixel(x, y))) > 90;
                }
                QVERIFY2(different > 25, qPrintable(QStringLiteral("%1 and %2: %3 pixels").arg(a).arg(b).arg(different)));
            }
        }
    }

    void gaugeBreakStandsAtTheJoint()
    {
        const auto scene = test::scene(withGauges("1520", "1435"));
        const RenderRequest request = test::request(scene);
        const auto marks = SymbolPainter::gaugeMarks(Frame(request));
        QCOMPARE(marks.size(), std::size_t(1));
        const QPointF joint = request.view.toScreen(LatLon{40, 44});
        QVERIFY(std::hypot(marks.front().at.x() - joint.x(), marks.front().at.y() - joint.y()) < 20);
        DrawnSummary summary;
        (void)MapPainter::render(request, &summary);
        QVERIFY(summary.gaugeBreaks);
        // Under the pointer it names both gauges.
        const auto hits = HitTester::hits(request, marks.front().at, 3);
        QVERIFY(!hits.empty());
        QVERIFY2(hits.front().name.contains("1520 mm") && hits.front().name.contains("1435 mm"), qPrintable(hits.front().name));
    }

    void noSymbolWithoutABreak()
    {
        const RenderRequest same = test::request(test::scene(withGauges("1520", "1520")));
        QVERIFY(SymbolPainter::gaugeMarks(Frame(same)).empty());
        RenderRequest hidden = test::request(test::scene(withGauges("1520", "1435")));
        hidden.visibility.hiddenLayers << QStringLiteral("stations");
        QVERIFY(SymbolPainter::gaugeMarks(Frame(hidden)).empty());
        hidden.visibility.hiddenLayers.remove(QStringLiteral("stations"));
        hidden.visibility.hiddenCorridors = {"red", "blue"};
        QVERIFY(SymbolPainter::gaugeMarks(Frame(hidden)).empty());
    }

    void symbolsDoNotLieOnEachOther()
    {
        AtlasData data = test::atlasData();
        Waypoint station = data.segments[0].waypoints[0];  // where the port is
        station.kind = WaypointKind::Station;
        data.segments[0].waypoints.insert(data.segments[0].waypoints.begin(), station);
        const auto scene = test::scene(data);
        RenderRequest request = test::request(scene);
        DrawnSummary summary;
        request.view = request.view.fitted(GeoBox{45.8, 39.8, 46.2, 40.2});
        (void)MapPainter::render(request, &summary);
        QCOMPARE(summary.symbols, std::vector<WaypointKind>{WaypointKind::Port});
    }
};

QTEST_MAIN(SymbolPainterTest)
#include "SymbolPainterTest.moc"
