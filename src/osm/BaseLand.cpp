// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseLand.h"

#include "osm/BaseCover.h"
#include "osm/BundledLand.h"
#include "osm/DirectedEdges.h"
#include "osm/EdgeBook.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

enum class Ground : std::uint8_t { Unknown, Land, Water };

constexpr double atEdge = 1e-6;   // degrees

LatLon middleOf(const GeoLine &line)
{
    const std::size_t i = line.size() / 2;
    return {(line[i - 1].lat + line[i].lat) / 2, (line[i - 1].lon + line[i].lon) / 2};
}

GeoBox boundsOf(const std::vector<GeoLine> &rings)
{
    GeoBox box;
    for (const GeoLine &ring : rings) {
        for (const LatLon p : ring)
            box.extend(p);
    }
    return box;
}

/// Made for one level, used once.
class LandMaker {
public:
    explicit LandMaker(const LandSources &sources) : m_sources(sources), m_bundled(sources.land, sources.coast, boundsOf(sources.outlines))
    {
        m_made.land = m_bundled.farLand();
        m_made.coast = m_bundled.farCoast();
    }

    Result<MadeLand> make()
    {
        for (const BundledLand::Run &run : m_bundled.runs())
            m_lines.emplace_back(run.line, run.source);
        addLines(m_sources.coastlines, NewCoast);
        for (const PlaneFace &lake : m_sources.lakes)
            addLines(lake.rings, NewLake);
        // Where the boundary runs along the coast, the edge is both.
        for (const GeoLine &ring : m_sources.outlines)
            m_outlines.add(ring, Outline);
        for (const GeoLine &line : m_sources.coastlines)
            m_book.add(line, NewCoast);
        for (const GeoLine &ring : m_sources.outlines)
            addOutline(ring);
        for (const auto &[line, source] : m_lines)
            m_book.add(line, source);
        std::vector<GeoLine> lines;
        for (const auto &[line, source] : m_lines)
            lines.push_back(line);
        const Result<std::vector<GeoLine>> noded = overlay::node(lines);
        if (!noded)
            return noded.error();
        if (const Result<Done> decided = decideCover(*noded); !decided)
            return decided.error();
        const Result<Done> built = build(*noded);
        return built ? Result<MadeLand>(std::move(m_made)) : Result<MadeLand>(built.error());
    }

private:
    void addLines(std::span<const GeoLine> lines, LandSource source)
    {
        for (const GeoLine &line : lines)
            m_lines.emplace_back(line, source);
    }

    /// Without what is coastline as well: the same edges twice would be cut at each vertex.
    void addOutline(const GeoLine &ring)
    {
        bool broken = true;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const bool coast = m_book.has(ring[i - 1], ring[i]);
            if (!coast && broken)
                m_lines.emplace_back(GeoLine{ring[i - 1]}, Outline);
            if (!coast)
                m_lines.back().first.push_back(ring[i]);
            broken = coast;
        }
    }

    [[nodiscard]] bool covered(LatLon p) const { return m_sources.cover.contains(p); }
    [[nodiscard]] int sourceOf(const GeoLine &chain) { return m_book.sourceOf(chain[0], chain[1]); }
    [[nodiscard]] bool isOutline(const GeoLine &chain) { return m_outlines.sourceOf(chain[0], chain[1]) == Outline; }
    /// Whether the chain has a say in what is land; before decideCover() bundled shores within the cover have none.
    [[nodiscard]] bool counts(const GeoLine &chain, bool decided);
    [[nodiscard]] Result<Done> decideCover(const std::vector<GeoLine> &noded);
    void forgetGround(LatLon loose);
    [[nodiscard]] Ground votes(const PlaneFace &face, std::initializer_list<int> sources);
    [[nodiscard]] Ground groundOf(const PlaneFace &face);
    [[nodiscard]] Ground undecided(LatLon p, const PlaneFace &coverFace, const PlaneFace &face);
    [[nodiscard]] Result<Done> build(const std::vector<GeoLine> &noded);
    [[nodiscard]] bool isLake(const PlaneFace &face);
    void addCoast(const GeoLine &chain, bool lake);

    const LandSources &m_sources;
    BundledLand m_bundled;
    MadeLand m_made;
    std::vector<std::pair<GeoLine, LandSource>> m_lines;
    EdgeBook m_book;
    EdgeBook m_outlines;
    struct CoverFace {
        PlaneFace face;
        Ground ground = Ground::Unknown;
    };
    std::vector<CoverFace> m_coverFaces;
};

bool LandMaker::counts(const GeoLine &chain, bool decided)
{
    if (isOutline(chain))
        return true;
    const int source = sourceOf(chain);
    const LatLon middle = middleOf(chain);
    const bool inside = covered(middle);
    if (source == NewCoast || source == NewLake)
        return inside && (decided || source == NewCoast);
    if (!inside)
        return true;
    if (!decided || source == OldEdge)
        return false;
    if (source == OldLake)
        return !m_sources.replacesLakes;
    const auto face = std::find_if(m_coverFaces.begin(), m_coverFaces.end(), [&](const CoverFace &one) { return ringsContain(one.face.rings, middle); });
    return face != m_coverFaces.end() && face->ground == Ground::Unknown;
}

/// Which parts of the cover are land or sea by their coastlines.
Result<Done> LandMaker::decideCover(const std::vector<GeoLine> &noded)
{
    std::vector<GeoLine> chains;
    for (const GeoLine &chain : noded) {
        if ((isOutline(chain) || sourceOf(chain) == NewCoast) && counts(chain, false))
            chains.push_back(chain);
    }
    Result<std::vector<PlaneFace>> faces = overlay::facesOf(chains);
    if (!faces)
        return faces.error();
    DirectedEdges bounding;
    for (PlaneFace &face : *faces) {
        bounding.add(face);
        const auto inside = overlay::placeInside(face);
        if (!inside || !covered(*inside))
            continue;
        const Ground ground = votes(face, {NewCoast});
        m_coverFaces.push_back({std::move(face), ground});
    }
    for (const GeoLine &chain : chains) {
        if (sourceOf(chain) == NewCoast && !bounding.has(chain[0], chain[1]) && !bounding.has(chain[1], chain[0]))
            forgetGround(middleOf(chain));
    }
    return Done{};
}

/// Coastline that hangs loose bounds nothing: what the others say of the face around it may hold for a part of it only.
void LandMaker::forgetGround(LatLon loose)
{
    for (CoverFace &one : m_coverFaces) {
        if (!ringsContain(one.face.rings, loose))
            continue;
        one.ground = Ground::Unknown;
        m_made.coastUnclear = true;
    }
}

/// By the lines of @p sources around the face, which have their land on the left: whichever is longer.
Ground LandMaker::votes(const PlaneFace &face, std::initializer_list<int> sources)
{
    double land = 0, water = 0;
    for (const GeoLine &ring : face.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            for (const int source : sources) {
                const int direction = m_book.direction(ring[i - 1], ring[i], source);
                const double length = std::hypot(ring[i].lon - ring[i - 1].lon, ring[i].lat - ring[i - 1].lat);
                (direction > 0 ? land : water) += direction == 0 ? 0 : length;
            }
        }
    }
    return land == water ? Ground::Unknown : land > water ? Ground::Land : Ground::Water;
}

Ground LandMaker::groundOf(const PlaneFace &face)
{
    const auto inside = overlay::placeInside(face);
    if (!inside)
        return Ground::Water;
    if (!covered(*inside)) {
        const Ground voted = votes(face, {OldSea, OldLake, OldEdge});
        return voted != Ground::Unknown ? voted : m_bundled.contains(*inside, false) ? Ground::Land : Ground::Water;
    }
    if (facesContain(m_sources.lakes, *inside))
        return Ground::Water;
    const auto decided = std::find_if(m_coverFaces.begin(), m_coverFaces.end(), [&](const CoverFace &one) { return ringsContain(one.face.rings, *inside); });
    if (decided == m_coverFaces.end())
        return Ground::Water;
    return decided->ground != Ground::Unknown ? decided->ground : undecided(*inside, decided->face, face);
}

Ground LandMaker::undecided(LatLon p, const PlaneFace &coverFace, const PlaneFace &face)
{
    if (m_sources.known.contains(p)) {
        const Ground voted = m_sources.replacesLakes ? votes(face, {OldSea}) : votes(face, {OldSea, OldLake});
        return voted != Ground::Unknown ? voted : m_bundled.contains(p, m_sources.replacesLakes) ? Ground::Land : Ground::Water;
    }
    const bool lived = std::any_of(m_sources.settled.begin(), m_sources.settled.end(), [&](LatLon place) { return ringsContain(coverFace.rings, place); });
    return lived ? Ground::Land : Ground::Water;
}

Result<Done> LandMaker::build(const std::vector<GeoLine> &noded)
{
    std::vector<GeoLine> chains;
    for (const GeoLine &chain : noded) {
        if (counts(chain, true))
            chains.push_back(chain);
    }
    const Result<std::vector<PlaneFace>> faces = overlay::facesOf(chains);
    if (!faces)
        return faces.error();
    DirectedEdges land, lakes;   // edges that have them on their left
    for (const PlaneFace &face : *faces) {
        const Ground ground = groundOf(face);
        if (ground == Ground::Land)
            land.add(face);
        else if (isLake(face))
            lakes.add(face);
    }
    std::vector<GeoLine> shores;
    for (GeoLine &chain : chains) {
        const bool left = land.has(chain[0], chain[1]), right = land.has(chain[1], chain[0]);
        if (left == right)
            continue;
        if (right)
            std::reverse(chain.begin(), chain.end());
        addCoast(chain, lakes.has(chain[1], chain[0]));
        shores.push_back(std::move(chain));
    }
    const Result<std::vector<PlaneFace>> made = overlay::facesOf(shores);
    if (!made)
        return made.error();
    for (const PlaneFace &face : *made) {
        if (!land.has(face.rings[0][0], face.rings[0][1]))
            continue;
        m_made.land.beginFeature(std::int64_t(m_made.land.featureCount()) + 1);
        for (const GeoLine &ring : face.rings)
            m_made.land.addPart(ring);
        ++m_made.newLand;
    }
    return Done{};
}

bool LandMaker::isLake(const PlaneFace &face)
{
    const auto inside = overlay::placeInside(face);
    if (inside && covered(*inside))
        return facesContain(m_sources.lakes, *inside);
    return votes(face, {OldLake}) == Ground::Water && votes(face, {OldSea}) != Ground::Water;
}

/// Edges of the clip box, and outlines of a cover that reaches beyond what is known, are no shore.
void LandMaker::addCoast(const GeoLine &chain, bool lake)
{
    const int source = sourceOf(chain);
    const LatLon middle = middleOf(chain);
    const GeoBox &known = m_sources.known;
    const bool amidKnown = middle.lon > known.west + atEdge && middle.lon < known.east - atEdge && middle.lat > known.south + atEdge && middle.lat < known.north - atEdge;
    if (source == OldEdge || (source == Outline && !lake && !amidKnown))
        return;
    const bool shoreOfLake = source == NewLake || source == OldLake || (source == Outline && lake);
    m_made.coast.beginFeature(std::int64_t(m_made.coast.featureCount()) + 1);
    m_made.coast.addPart(chain);
    m_made.coast.columns.front().values.pushText(shoreOfLake ? "lake" : "sea");
    m_made.newCoast += source == Outline || source == NewCoast || source == NewLake ? 1 : 0;
}

} // namespace

Result<MadeLand> makeLand(const LandSources &sources)
{
    return LandMaker(sources).make();
}

} // namespace ca
