// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/PolygonOverlay.h"

#include <QtTest>

#include <numeric>

using namespace ca;

namespace {

GeoLine square(double west, double south, double size)
{
    return {{south, west}, {south, west + size}, {south + size, west + size}, {south + size, west}, {south, west}};
}

double turn(const GeoLine &ring)
{
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        sum += ring[i - 1].lon * ring[i].lat - ring[i].lon * ring[i - 1].lat;
    return sum / 2;
}

double areaOf(const std::vector<PlaneFace> &faces)
{
    double area = 0;
    for (const PlaneFace &face : faces)
        area = std::accumulate(face.rings.begin(), face.rings.end(), area, [](double sum, const GeoLine &ring) { return sum + turn(ring); });
    return area;
}

} // namespace

class PolygonOverlayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAreCutWhereTheyCross()
    {
        const auto cut = overlay::node(std::vector<GeoLine>{{{0, 0}, {2, 2}}, {{0, 2}, {2, 0}}, {{5, 5}, {5, 6}, {6, 6}}});
        QVERIFY(cut);
        QCOMPARE(cut->size(), std::size_t(5));
        // What meets nothing stays in one piece, as it was; also where it is far from the first line.
        QVERIFY(std::find(cut->begin(), cut->end(), GeoLine{{5, 5}, {5, 6}, {6, 6}}) != cut->end());
        const auto far = overlay::node(std::vector<GeoLine>{{{0, 0}, {0, 1}}, {{10, 10}, {12, 12}}, {{10, 12}, {12, 10}}});
        QVERIFY(far && far->size() == 5);
        QVERIFY(overlay::node({})->empty());
    }

    void facesLieLeftOfTheirEdges()
    {
        GeoLine hole = square(1, 1, 1);
        const auto faces = overlay::facesOf(std::vector<GeoLine>{square(0, 0, 4), hole, {{3, 3}, {3.5, 3.5}}});
        QVERIFY(faces);
        QCOMPARE(faces->size(), std::size_t(2));
        for (const PlaneFace &face : *faces) {
            QVERIFY(turn(face.rings.front()) > 0);
            for (std::size_t i = 1; i < face.rings.size(); ++i)
                QVERIFY(turn(face.rings[i]) < 0);
        }
        QCOMPARE(areaOf(*faces), 16.0);
    }

    void crossedRingsAreMadeValid()
    {
        const auto bow = overlay::validFaces(std::vector<GeoLine>{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}});
        QVERIFY(bow);
        QCOMPARE(bow->size(), std::size_t(2));
        QCOMPARE(areaOf(*bow), 2.0);
        QVERIFY(overlay::validFaces(std::vector<GeoLine>{{{0, 0}, {1, 1}, {0, 0}}})->empty());
    }

    void partsWithinAndBeyond()
    {
        const std::vector<PlaneFace> area{{{square(0, 0, 1)}}};
        const GeoLine line{{0.5, -1}, {0.5, 2}};
        QCOMPARE(*overlay::cutLine(line, area, overlay::Side::Inside), (std::vector<GeoLine>{{{0.5, 0}, {0.5, 1}}}));
        QCOMPARE(overlay::cutLine(line, area, overlay::Side::Outside)->size(), std::size_t(2));
        const PlaneFace face{{square(0.5, 0.5, 1)}};
        QCOMPARE(areaOf(*overlay::cutFace(face, area, overlay::Side::Inside)), 0.25);
        QCOMPARE(areaOf(*overlay::cutFace(face, area, overlay::Side::Outside)), 0.75);
    }

    void aPlaceInside()
    {
        const auto place = overlay::placeInside({{square(0, 0, 4), {{1, 1}, {3, 1}, {3, 3}, {1, 3}, {1, 1}}}});
        QVERIFY(place);
        QVERIFY(place->lat > 0 && place->lat < 4 && !(place->lat > 1 && place->lat < 3 && place->lon > 1 && place->lon < 3));
        QVERIFY(!overlay::placeInside({}));
    }
};

QTEST_GUILESS_MAIN(PolygonOverlayTest)
#include "PolygonOverlayTest.moc"
