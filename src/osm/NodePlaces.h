// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "osm/OsmExtract.h"

namespace ca {

/// Where the nodes are that kept ways go through, and no others. Nodes that come in the order of their ids, as in most
/// files, are found without a search.
class NodePlaces {
public:
    explicit NodePlaces(const CancelToken &cancel) : m_cancel(cancel) {}

    /// Those of @p vertices whose place is not known yet; some of them after a cancel. To be called once.
    void expect(const std::vector<OsmExtract::Vertex> &vertices);
    [[nodiscard]] bool empty() const { return m_ids.empty(); }
    /// The newest version stays; of equal ones the first.
    void take(std::int64_t id, OsmLocation at, std::int32_t version);
    /// Fills in what came; the others stay undefined.
    void fill(std::vector<OsmExtract::Vertex> &vertices);

private:
    /// Whether it is expected. @p cursor is where it was looked for last, and then the lower bound of @p id.
    [[nodiscard]] bool find(std::int64_t id, std::size_t &cursor) const;
    void sort();

    CancelToken m_cancel;
    std::vector<std::int64_t> m_ids;   // ascending, each once
    std::vector<OsmLocation> m_at;
    std::vector<std::int32_t> m_versions;
    std::size_t m_cursor = 0;          // of take()
};

} // namespace ca
