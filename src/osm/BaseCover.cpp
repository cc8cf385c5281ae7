// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseCover.h"

#include "geo/Geodesic.h"

#include <algorithm>
#include <unordered_map>

namespace ca {
namespace {

constexpr double squareMetresPerSquareKilometre = 1e6;

/// Chains the arcs of one country, end to end.
class CountryRings {
public:
    CountryRings(const std::vector<BaseArc> &arcs, std::uint32_t relation) : m_arcs(arcs)
    {
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            if (!std::binary_search(arcs[i].relations.begin(), arcs[i].relations.end(), relation))
                continue;
            m_own.push_back(i);
            m_ends[arcs[i].firstNode].push_back(i);
            m_ends[arcs[i].lastNode].push_back(i);
        }
    }

    /// False where some do not close.
    bool join(std::vector<std::vector<ArcUse>> &rings)
    {
        for (const std::size_t first : m_own) {
            if (m_used.contains(first))
                continue;
            std::vector<ArcUse> ring{{first, false}};
            m_used.insert({first, true});
            std::int64_t node = m_arcs[first].lastNode;
            while (node != m_arcs[first].firstNode) {
                const auto &here = m_ends[node];
                const auto next = std::find_if(here.begin(), here.end(), [this](std::size_t arc) { return !m_used.contains(arc); });
                if (next == here.end())
                    return false;
                m_used.insert({*next, true});
                ring.push_back({*next, m_arcs[*next].firstNode != node});
                node = ring.back().backwards ? m_arcs[*next].firstNode : m_arcs[*next].lastNode;
            }
            rings.push_back(std::move(ring));
        }
        return !rings.empty();
    }

private:
    const std::vector<BaseArc> &m_arcs;
    std::vector<std::size_t> m_own;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> m_ends;
    std::unordered_map<std::size_t, bool> m_used;
};

bool hasAllWays(const OsmExtract &extract, const OsmExtract::Relation &relation)
{
    bool any = false;
    for (const OsmExtract::Member &member : extract.membersOf(relation)) {
        if (member.object.type != OsmType::Way)
            continue;
        any = true;
        const OsmExtract::Way *way = extract.way(member.object.id);
        if (!way)
            return false;
        const auto vertices = extract.verticesOf(*way);
        if (vertices.size() < 2 || std::any_of(vertices.begin(), vertices.end(), [](const auto &vertex) { return !vertex.at.defined(); }))
            return false;
    }
    return any;
}

QString relationName(const OsmExtract &extract, const OsmExtract::Relation &relation)
{
    const std::string_view own = extract.tag(relation.tags, "name");
    const std::string_view name = own.empty() ? extract.tag(relation.tags, "name:en") : own;
    return name.empty() ? toText({OsmType::Relation, relation.id}) : QString::fromUtf8(name.data(), qsizetype(name.size()));
}

std::vector<GeoBox> boxOfData(const OsmExtract &extract)
{
    GeoBox box;
    for (const OsmExtract::Node &node : extract.nodes) {
        if (node.at.defined())
            box.extend(node.at.degrees());
    }
    for (const OsmExtract::Vertex &vertex : extract.vertices) {
        if (vertex.at.defined())
            box.extend(vertex.at.degrees());
    }
    return box.empty() ? std::vector<GeoBox>() : std::vector{box};
}

GeoLine outlineOf(const GeoBox &box)
{
    return {{box.south, box.west}, {box.south, box.east}, {box.north, box.east}, {box.north, box.west}, {box.south, box.west}};
}

} // namespace

std::vector<GeoLine> BaseCover::outlines(const std::vector<BaseArc> &arcs, double toleranceMetres) const
{
    std::vector<GeoLine> rings;
    for (const CoveredCountry &country : countries) {
        for (const std::vector<ArcUse> &uses : country.rings) {
            GeoLine ring;
            for (const ArcUse &use : uses) {
                GeoLine line = arcs[use.arc].at(toleranceMetres);
                if (use.backwards)
                    std::reverse(line.begin(), line.end());
                ring.insert(ring.end(), line.begin() + (ring.empty() ? 0 : 1), line.end());
            }
            if (ring.size() > 3)
                rings.push_back(std::move(ring));
        }
    }
    for (const GeoBox &box : boxes)
        rings.push_back(outlineOf(box));
    return rings;
}

Result<std::vector<PlaneFace>> BaseCover::faces(const std::vector<BaseArc> &arcs, double toleranceMetres) const
{
    std::vector<PlaneFace> all;
    // One after the other: where countries overlap, odd–even over all would leave out what both cover.
    for (const CoveredCountry &country : countries) {
        const Result<std::vector<PlaneFace>> own = overlay::validFaces(BaseCover{{country}, {}, {}}.outlines(arcs, toleranceMetres));
        if (!own)
            return own.error();
        all.insert(all.end(), own->begin(), own->end());
    }
    for (const GeoBox &box : boxes)
        all.push_back({{outlineOf(box)}});
    return all;
}

BaseCover coverOf(const OsmExtract &extract, const std::vector<BaseArc> &arcs)
{
    BaseCover cover;
    for (std::size_t i = 0; i < extract.relations.size(); ++i) {
        const OsmExtract::Relation &relation = extract.relations[i];
        if (!boundsCountry(extract, relation))
            continue;
        CoveredCountry country{countryCode(extract, relation), relationName(extract, relation), std::uint32_t(i), {}};
        if (hasAllWays(extract, relation) && CountryRings(arcs, std::uint32_t(i)).join(country.rings))
            cover.countries.push_back(std::move(country));
        else if (!country.iso.isEmpty() && !cover.halves.contains(country.name))
            cover.halves << country.name;   // without a code it is a stretch of border, or waters
    }
    // Another boundary of the same country, as of its land without its waters.
    for (const CoveredCountry &country : cover.countries)
        cover.halves.removeAll(country.name);
    if (cover.countries.empty())
        cover.boxes = extract.boxes.empty() ? boxOfData(extract) : extract.boxes;
    std::erase_if(cover.boxes, [](const GeoBox &box) { return box.east <= box.west || box.north <= box.south; });
    return cover;
}

bool ringsContain(std::span<const GeoLine> rings, LatLon p)
{
    bool inside = false;
    for (const GeoLine &ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const LatLon a = ring[i], b = ring[i + 1];
            if ((a.lat > p.lat) != (b.lat > p.lat) && p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
                inside = !inside;
        }
    }
    return inside;
}

bool facesContain(std::span<const PlaneFace> faces, LatLon p)
{
    return std::any_of(faces.begin(), faces.end(), [&](const PlaneFace &face) { return ringsContain(face.rings, p); });
}

double areaOf(const PlaneFace &face)
{
    double area = 0;
    for (std::size_t i = 0; i < face.rings.size(); ++i)
        area += (i == 0 ? 1 : -1) * geodesic::ringArea(face.rings[i]);
    return area / squareMetresPerSquareKilometre;
}

double ringTurn(std::span<const LatLon> ring)
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) - (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    return sum;
}

} // namespace ca
