// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/LineGraph.h"

namespace ca {

/// Makes a LineGraph: ways to edges, ends to nodes, gaps to edges of their own. Private to this room.
class LineGraphBuilder {
public:
    LineGraphBuilder(LineGraph &graph, const OsmExtract &extract) : m_graph(graph), m_extract(extract) {}
    void build(double longestGap);

private:
    void takeWays();
    /// A run of defined, successive different places.
    void takeChain(std::span<const OsmExtract::Vertex> vertices, const LineGraph::Edge &like);
    /// Cuts edges where others meet them or they meet themselves.
    void cutAtJunctions();
    /// Nodes, lengths, headings, adjacency, index; from the edges' vertices.
    void connect();
    void findNodes();
    void measure();
    void listEdgesOfNodes();
    void makeIndex();
    void closeGaps(double longestGap);

    LineGraph &m_graph;
    const OsmExtract &m_extract;
};

} // namespace ca
