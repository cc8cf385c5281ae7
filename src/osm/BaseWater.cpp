// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseWater.h"

#include "geo/Geodesic.h"
#include "osm/BaseCover.h"
#include "osm/BaseNames.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ca {
namespace {

// Metres of all that bears the name in the extract.
constexpr double greatRiver = 300'000, lesserRiver = 100'000, leastRiver = 10'000, leastCanal = 50'000;
constexpr double onOutline = 1000;       // metres that a river on a border may be off it
constexpr double besideOutline = 2500;   // the bundled ones are off by up to 2 km

bool isLakeRow(const OsmExtract &extract, const OsmRow &row)
{
    if (row.stage != LifeCycle::Operating || row.kind == "riverbank")
        return false;
    const std::string_view water = extract.tag(row.tags, "water");
    for (const char *lake : {"", "lake", "reservoir", "lagoon", "oxbow", "pond", "basin", "salt_lake", "natural"}) {
        if (water == lake)
            return true;
    }
    return false;
}

/// Vertices of a ring or line that a tolerance needs.
GeoLine ringAt(const OsmLayer &layer, std::size_t ring, double tolerance)
{
    const RankCode least = tolerance > 0 ? leastRank(tolerance) : RankCode(0);
    GeoLine out;
    for (std::size_t i = layer.ringStart[ring]; i < layer.ringEnd(ring); ++i) {
        const LatLon p = layer.vertices[i].degrees();
        if ((layer.ranks.empty() || layer.ranks[i] >= least) && (out.empty() || !(out.back() == p)))
            out.push_back(p);
    }
    return out;
}

PlaneFace faceAt(const OsmLayer &layer, std::size_t polygon, double tolerance)
{
    PlaneFace face;
    for (std::size_t ring = layer.polygonStart[polygon]; ring < layer.polygonEnd(polygon); ++ring)
        face.rings.push_back(ringAt(layer, ring, tolerance));
    return face;
}

PlaneFace faceOf(const FeatureTable &table, std::size_t f)
{
    PlaneFace face;
    for (std::uint32_t p = table.featureStart[f]; p < table.featureStart[f + 1]; ++p)
        face.rings.emplace_back(table.part(p).begin(), table.part(p).end());
    return face;
}

/// Lakes before they are put in order.
struct LakeRow {
    PlaneFace face;
    double area = 0;
    LatLon label;
    std::size_t bundled = std::size_t(-1);   ///< row of the bundled table, else of the extract's layer
    std::size_t made = std::size_t(-1);
};

void sortLakes(std::vector<LakeRow> &rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const LakeRow &a, const LakeRow &b) { return a.area > b.area; });
}

/// What of the bundled lakes is beyond the cover.
Result<Done> keepLakes(const FeatureTable &bundled, const CoverArea &cover, std::vector<LakeRow> &rows)
{
    const QString lon = QStringLiteral("label_lon"), lat = QStringLiteral("label_lat"), area = QStringLiteral("area_km2");
    for (std::size_t f = 0; f < bundled.featureCount(); ++f) {
        const PlaneFace whole = faceOf(bundled, f);
        if (whole.rings.empty())
            continue;
        const LatLon label{bundled.value(f, lat).toDouble(), bundled.value(f, lon).toDouble()};
        const bool touched = cover.isNear(whole.rings.front());
        const auto parts = cover.cut(whole, overlay::Side::Outside);
        if (!parts)
            return parts.error();
        for (const PlaneFace &part : *parts) {
            LakeRow row{part, touched ? areaOf(part) : bundled.value(f, area).toDouble(), label, f, std::size_t(-1)};
            if (touched && !ringsContain(part.rings, label))
                row.label = overlay::placeInside(part).value_or(label);
            rows.push_back(std::move(row));
        }
    }
    return Done{};
}

double rounded(double value, double steps)
{
    return std::round(value * steps) / steps;
}

/// The parts of a river within the cover, and those that leave it no farther than rivers on borders do.
Result<std::vector<GeoLine>> partsShown(const GeoLine &line, const CoverArea &cover)
{
    if (line.size() < 2 || (!cover.isNear(line) && !cover.contains(line.front())))
        return std::vector<GeoLine>();
    const auto outside = cover.cut(line, overlay::Side::Outside);
    if (!outside)
        return outside.error();
    const bool beside = std::all_of(outside->begin(), outside->end(), [&](const GeoLine &part) { return cover.followsOutline(part, onOutline); });
    return beside ? Result<std::vector<GeoLine>>(std::vector<GeoLine>{line}) : cover.cut(line, overlay::Side::Inside);
}

} // namespace

std::vector<BaseLake> baseLakes(const OsmExtract &extract, const OsmLayer &layer, const CoverArea &cover, double leastSquareKilometres)
{
    std::vector<BaseLake> lakes;
    for (std::size_t row = 0; row < layer.rows.size(); ++row) {
        if (!isLakeRow(extract, layer.rows[row]))
            continue;
        for (std::size_t polygon = layer.rows[row].firstPolygon; polygon < layer.lastPolygon(row); ++polygon) {
            const PlaneFace face = faceAt(layer, polygon, 0);
            const double area = areaOf(face);
            if (area >= leastSquareKilometres && (cover.isNear(face.rings.front()) || cover.contains(face.rings.front().front())))
                lakes.push_back({row, polygon, area});
        }
    }
    std::stable_sort(lakes.begin(), lakes.end(), [](const BaseLake &a, const BaseLake &b) { return a.squareKilometres > b.squareKilometres; });
    return lakes;
}

Result<std::vector<PlaneFace>> lakeAt(const OsmLayer &layer, const BaseLake &lake, double toleranceMetres)
{
    const PlaneFace face = faceAt(layer, lake.polygon, toleranceMetres);
    if (face.rings.front().size() < 4)
        return std::vector<PlaneFace>();
    return overlay::validFaces(face.rings);
}

Result<FeatureTable> makeLakes(const FeatureTable *bundled, const OsmExtract &extract, const OsmLayer &layer, const std::vector<BaseLake> &lakes,
                               const CoverArea &cover, double toleranceMetres)
{
    std::vector<LakeRow> rows;
    if (bundled) {
        if (const Result<Done> kept = keepLakes(*bundled, cover, rows); !kept)
            return kept.error();
    }
    for (const BaseLake &lake : lakes) {
        const auto faces = lakeAt(layer, lake, toleranceMetres);
        if (!faces)
            return faces.error();
        for (const PlaneFace &face : *faces) {
            const auto parts = cover.cut(face, overlay::Side::Inside);
            if (!parts)
                return parts.error();
            for (const PlaneFace &part : *parts) {
                if (const auto label = overlay::placeInside(part))
                    rows.push_back({part, areaOf(part), *label, std::size_t(-1), lake.row});
            }
        }
    }
    sortLakes(rows);
    FeatureTable table = emptyLike(bundled, GeometryKind::Polygon, nameColumns() + QStringList{QStringLiteral("area_km2"), QStringLiteral("label_lon"), QStringLiteral("label_lat")});
    BaseRow out(table);
    for (const LakeRow &row : rows) {
        out.begin(std::int64_t(table.featureCount()) + 1);
        for (const GeoLine &ring : row.face.rings)
            table.addPart(ring);
        if (row.made != std::size_t(-1))
            out.setNames(extract, layer.rows[row.made].tags);
        for (const QString &name : row.made == std::size_t(-1) ? nameColumns() : QStringList())
            out.set(name, bundled->value(row.bundled, name));
        out.set(QStringLiteral("area_km2"), rounded(row.area, 100));
        out.set(QStringLiteral("label_lon"), rounded(row.label.lon, 1e5));
        out.set(QStringLiteral("label_lat"), rounded(row.label.lat, 1e5));
        out.finish();
    }
    return table;
}

BaseRivers::BaseRivers(const OsmExtract &extract, const OsmLayer &layer) : m_extract(extract), m_layer(layer)
{
    std::vector<double> own(layer.rows.size());
    std::map<std::string_view, double> byName;
    for (std::size_t row = 0; row < layer.rows.size(); ++row) {
        for (std::size_t ring = layer.rows[row].firstRing; ring < layer.lastRing(row); ++ring)
            own[row] += geodesic::length(ringAt(layer, ring, 0));
        byName[extract.tag(layer.rows[row].tags, "name")] += own[row];
    }
    for (std::size_t row = 0; row < layer.rows.size(); ++row) {
        const std::string_view name = extract.tag(layer.rows[row].tags, "name");
        const double metres = name.empty() ? own[row] : byName[name];
        const bool canal = layer.rows[row].kind == "canal";
        if (layer.rows[row].stage != LifeCycle::Operating || metres < (canal ? leastCanal : leastRiver))
            continue;
        m_shown.push_back({row, name.empty() || canal || metres < lesserRiver ? 3 : metres < greatRiver ? 2 : 1, canal});
    }
}

Result<FeatureTable> BaseRivers::make(const FeatureTable *bundled, const CoverArea &cover, double toleranceMetres, int mostRank, int &added) const
{
    std::vector<std::pair<const Shown *, GeoLine>> fresh;
    for (const Shown &shown : m_shown) {
        const OsmRow &row = m_layer.rows[shown.row];
        for (std::size_t ring = row.firstRing; shown.rank <= mostRank && ring < m_layer.lastRing(shown.row); ++ring) {
            const auto parts = partsShown(ringAt(m_layer, ring, toleranceMetres), cover);
            if (!parts)
                return parts.error();
            for (const GeoLine &part : *parts)
                fresh.emplace_back(&shown, part);
        }
    }
    FeatureTable table = emptyLike(bundled, GeometryKind::Line, QStringList{QStringLiteral("class"), QStringLiteral("rank")} + nameColumns() + QStringList{QStringLiteral("source")});
    for (std::size_t f = 0; bundled && f < bundled->featureCount(); ++f) {
        const auto parts = cover.cut(bundled->verticesOf(f), overlay::Side::Outside);
        if (!parts)
            return parts.error();
        for (const GeoLine &part : *parts) {
            if (!cover.followsOutline(part, besideOutline) || fresh.empty())
                copyRow(*bundled, f, std::int64_t(table.featureCount()) + 1, table, {part});
        }
    }
    added = int(fresh.size());
    BaseRow out(table);
    for (const auto &[shown, line] : fresh) {
        const OsmRow &row = m_layer.rows[shown->row];
        out.begin(std::int64_t(table.featureCount()) + 1);
        table.addPart(line);
        out.set(QStringLiteral("class"), shown->canal ? 10 : shown->rank == 3 ? 4 : shown->rank);
        out.set(QStringLiteral("rank"), shown->rank == 3 ? QVariant() : QVariant(shown->rank));
        out.setNames(m_extract, row.tags);
        out.set(QStringLiteral("source"), QStringLiteral("OpenStreetMap ") + toText(row.object));
        out.finish();
    }
    return table;
}

} // namespace ca
