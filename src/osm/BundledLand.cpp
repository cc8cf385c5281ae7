// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BundledLand.h"

#include "osm/BaseCover.h"

#include <algorithm>

namespace ca {
namespace {

GeoBox boxOf(std::span<const LatLon> vertices)
{
    GeoBox box;
    for (const LatLon p : vertices)
        box.extend(p);
    return box;
}

bool meet(const GeoBox &a, const GeoBox &b)
{
    return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

} // namespace

BundledLand::BundledLand(const FeatureTable &land, const FeatureTable &coast, const GeoBox &near)
{
    m_farLand.kind = GeometryKind::Polygon;
    m_farCoast.kind = GeometryKind::Line;
    m_farCoast.columns.push_back({QStringLiteral("kind"), {}});
    EdgeBook kinds;
    const int kindColumn = coast.columnIndex(QStringLiteral("kind"));
    for (std::size_t f = 0; f < coast.featureCount(); ++f) {
        const bool lake = kindColumn >= 0 && coast.columns[std::size_t(kindColumn)].values.utf8(f) == "lake";
        for (std::uint32_t p = coast.featureStart[f]; p < coast.featureStart[f + 1]; ++p)
            kinds.add(coast.part(p), lake ? OldLake : OldSea);
    }
    for (std::size_t f = 0; f < land.featureCount(); ++f) {
        const bool far = !meet(boxOf(land.verticesOf(f)), near);
        if (far)
            m_farLand.beginFeature(std::int64_t(m_farLand.featureCount()) + 1);
        else
            m_near.emplace_back();
        for (std::uint32_t p = land.featureStart[f]; p < land.featureStart[f + 1]; ++p) {
            if (far)
                m_farLand.addPart(land.part(p));
            else
                addRing(land.part(p), kinds);
        }
    }
    keepCoast(coast);
}

/// In runs of edges of the same kind.
void BundledLand::addRing(std::span<const LatLon> ring, EdgeBook &kinds)
{
    m_near.back().emplace_back(ring.begin(), ring.end());
    GeoLine whole(ring.begin(), ring.end());
    const bool shell = m_near.back().size() == 1;
    if ((ringTurn(whole) > 0) != shell)
        std::reverse(whole.begin(), whole.end());
    for (std::size_t i = 1, start = m_runs.size(); i < whole.size(); ++i) {
        const int kind = kinds.sourceOf(whole[i - 1], whole[i]);
        const LandSource source = kind == EdgeBook::unknown ? OldEdge : LandSource(kind);
        if (m_runs.size() == start || m_runs.back().source != source)
            m_runs.push_back({{whole[i - 1]}, source});
        m_runs.back().line.push_back(whole[i]);
    }
}

/// That of the land which is taken apart comes anew.
void BundledLand::keepCoast(const FeatureTable &coast)
{
    EdgeBook apart;
    for (const Run &run : m_runs)
        apart.add(run.line, run.source);
    for (std::size_t f = 0; f < coast.featureCount(); ++f) {
        const std::span<const LatLon> line = coast.verticesOf(f);
        if (line.size() < 2 || apart.sourceOf(line[0], line[1]) != EdgeBook::unknown)
            continue;
        m_farCoast.beginFeature(std::int64_t(m_farCoast.featureCount()) + 1);
        m_farCoast.addPart(line);
        m_farCoast.columns.front().values.push_back(coast.value(f, QStringLiteral("kind")));
    }
}

bool BundledLand::contains(LatLon p, bool withLakes) const
{
    return std::any_of(m_near.begin(), m_near.end(), [&](const std::vector<GeoLine> &rings) {
        return ringsContain(std::span(rings).first(withLakes ? 1 : rings.size()), p);
    });
}

} // namespace ca
