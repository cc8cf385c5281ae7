// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LineGraph.h"

#include "SmallNetwork.h"

#include <QtTest>

using namespace ca;
using test::SmallNetwork;

namespace {

LineGraph railGraph(const SmallNetwork &net, double gap = 40)
{
    return {net.extract(), LineKind::Rail, gap};
}

std::size_t gapsOf(const LineGraph &graph)
{
    return std::size_t(std::count_if(graph.edges().begin(), graph.edges().end(), [](const LineGraph::Edge &edge) { return edge.isGap(); }));
}

} // namespace

class LineGraphTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void junctionsCutWays()
    {
        SmallNetwork net;
        net.way({{0, 0}, {500, 0}, {1000, 0}});
        net.way({{500, 0}, {900, 60}});
        const LineGraph graph = railGraph(net);
        QCOMPARE(graph.nodeCount(), 4U);
        QCOMPARE(graph.edges().size(), 3U);
        QVERIFY(std::abs(graph.edges()[0].metres - 500) < 0.1);
        QCOMPARE(graph.outOf(graph.edges()[0].to).size(), 3U);
    }
    void wayThatCrossesItself()
    {
        SmallNetwork net;
        net.way({{0, 0}, {500, 0}, {1000, 500}, {500, 1000}, {500, 0}, {500, -500}});
        const LineGraph graph = railGraph(net);
        QCOMPARE(graph.nodeCount(), 3U);
        QCOMPARE(graph.edges().size(), 3U);
        QCOMPARE(graph.outOf(graph.edges()[0].to).size(), 4U);
    }
    void nodesMappedTwiceJoin()
    {
        SmallNetwork net;
        net.way({{0, 0}, {500, 0}, {500, 0}});
        net.useNewNodes();
        net.way({{500, 0}, {1000, 0}});
        QCOMPARE(railGraph(net).nodeCount(), 3U);
    }
    void missingNodesSplitAWay()
    {
        SmallNetwork net;
        net.way({{0, 0}, {500, 0}, SmallNetwork::missing(), {1000, 0}, {1500, 0}, SmallNetwork::missing(), {1800, 0}});
        const LineGraph graph = railGraph(net);
        QCOMPARE(graph.nodeCount(), 4U);
        QCOMPARE(graph.edges().size(), 2U);
    }
    void gapsUpToTheLimit_data()
    {
        QTest::addColumn<double>("metres");
        QTest::addColumn<bool>("closed");
        QTest::newRow("39 m") << 39.0 << true;
        QTest::newRow("41 m") << 41.0 << false;
    }
    void gapsUpToTheLimit()
    {
        QFETCH(double, metres);
        QFETCH(bool, closed);
        SmallNetwork net;
        net.way({{0, 0}, {500, 0}});
        net.way({{500 + metres, 0}, {1000, 0}});
        QCOMPARE(gapsOf(railGraph(net)), closed ? 1U : 0U);
        QCOMPARE(gapsOf(railGraph(net, 0)), 0U);
    }
    void endJoinsPassingTrackAhead()
    {
        SmallNetwork net;
        net.way({{0, 0}, {1000, 0}});
        net.way({{300, 300}, {500, 10}});   // ends short of the line it would join
        const LineGraph graph = railGraph(net);
        QCOMPARE(gapsOf(graph), 1U);
        QCOMPARE(graph.edges().size(), 4U);  // the line is cut where the gap meets it
    }
    void parallelEndIsNoGap()
    {
        SmallNetwork net;
        net.way({{0, 0}, {1000, 0}});
        net.way({{0, 0}, {100, 6}, {600, 6}});  // a siding that ends beside its line
        QCOMPARE(gapsOf(railGraph(net)), 0U);
    }
    void nearAcrossTheAntimeridian()
    {
        SmallNetwork net({52, 179.99});
        net.way({{0, 0}, {3000, 0}});
        const LineGraph graph = railGraph(net);
        QVERIFY(std::abs(graph.edges()[0].metres - 3000) < 1);
        for (const double east : {200.0, 2800.0}) {
            const auto hits = graph.near(net.at(east, 50), 100);
            QCOMPARE(hits.size(), 1U);
            QVERIFY(std::abs(hits[0].along - east) < 5 && std::abs(hits[0].metres - 50) < 2);
        }
    }
    void onlyLinesOfTheKind()
    {
        SmallNetwork net;
        net.way({{0, 0}, {500, 0}}, {{"railway", "tram"}});
        net.way({{0, 10}, {500, 10}}, {{"railway", "narrow_gauge"}});
        net.way({{0, 20}, {500, 20}}, {{"man_made", "pipeline"}, {"substance", "oil"}});
        net.way({{0, 30}, {500, 30}}, {{"man_made", "pipeline"}, {"substance", "gas"}});
        net.way({{0, 40}, {500, 40}}, {{"abandoned:railway", "rail"}, {"service", "siding"}});
        const LineGraph rail = railGraph(net, 0), gas(net.extract(), LineKind::GasPipeline, 0);
        QCOMPARE(gas.edges().size(), 1U);
        QCOMPARE(rail.edges().size(), 1U);
        QCOMPARE(rail.edges()[0].stage, LifeCycle::Abandoned);
        QCOMPARE(rail.edges()[0].use, TrackUse::Side);
    }
};

QTEST_GUILESS_MAIN(LineGraphTest)
#include "LineGraphTest.moc"
