// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseMapMaker.h"

#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "geo/Geodesic.h"
#include "osm/BaseLand.h"
#include "osm/LayerMapping.h"

#include <algorithm>
#include <array>

namespace ca {
namespace {

/// A level of the base map, coarsest first: what is left out of it. The lengths are Douglas and Peucker's, which keep about
/// what the recipe of the bundled map keeps by Visvalingam and Whyatt's.
struct BaseLevel {
    double tolerance;         ///< metres that a line may move
    double leastIsland;       ///< km²
    double leastLake;         ///< km²
    int mostRiver;            ///< rank, see BaseRivers::make()
};
constexpr std::array<BaseLevel, 3> baseLevels{{{500, 12, 120, 1}, {100, 0.6, 12, 2}, {10, 0.03, 2, 3}}};
constexpr std::size_t lakeShapes = 1;   // level whose shapes the table of lakes has

constexpr double landPart = 0.8, otherPart = 0.1;   // of the making

constexpr std::size_t samplesOfBorder = 20;
constexpr double besideBorder = 30;   // metres

Error refreshCancelled()
{
    return Error::of(tr("cancelled"));
}

const FeatureTable *levelOf(const BaseMap &map, const char *id, std::size_t level)
{
    const BaseLayer *layer = map.layer(QLatin1String(id));
    return layer && !layer->levels.empty() ? &layer->levels[std::min(level, layer->levels.size() - 1)].features : nullptr;
}

const OsmLayer &layerNamed(const OsmLayers &made, const char *id)
{
    static const OsmLayer none;
    const auto &specs = LayerMapping::bundled().layers();
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const OsmLayerSpec &one) { return one.id == QLatin1String(id); });
    return spec == specs.end() ? none : made.layers[std::size_t(spec - specs.begin())];
}

/// Polygons of @p land that the cover may touch.
std::vector<PlaneFace> facesNear(const FeatureTable &land, const CoverArea &cover)
{
    std::vector<PlaneFace> faces;
    for (std::size_t f = 0; f < land.featureCount(); ++f) {
        if (!cover.isNear(land.verticesOf(f)) && !cover.contains(land.verticesOf(f).front()))
            continue;
        PlaneFace &face = faces.emplace_back();
        for (std::uint32_t p = land.featureStart[f]; p < land.featureStart[f + 1]; ++p)
            face.rings.emplace_back(land.part(p).begin(), land.part(p).end());
    }
    return faces;
}

} // namespace

BaseMapMaker::BaseMapMaker(const OsmExtract &extract, const BaseMap &bundled, const BaseMapOptions &options)
    : m_extract(extract), m_bundled(bundled), m_options(options), m_arcs(baseArcs(extract, m_broken)), m_cover(coverOf(extract, m_arcs)),
      m_layers(makeLayers(extract, LayerMapping::bundled(), options.cancel)), m_lakeRows(layerNamed(m_layers, "lakes"))
{
}

bool BaseMapMaker::givesNothing() const
{
    return m_cover.empty() || (m_arcs.empty() && m_lakeRows.rows.empty() && m_rivers->empty() && m_places->empty());
}

Result<RefreshedBaseMap> BaseMapMaker::make()
{
    if (const Result<Done> prepared = prepare(); !prepared)
        return prepared.error();
    if (givesNothing())
        return Error::of(tr("there is neither coast, nor borders, water or places of OpenStreetMap in these extracts: no base map can be made of them"));
    if (const Result<Done> done = makeLevels(&BaseMapMaker::addLand, 0, landPart); !done)
        return done.error();
    findBordersAtSea();
    if (const Result<Done> done = makeLevels(&BaseMapMaker::addBorders, landPart, otherPart); !done)
        return done.error();
    if (const Result<Done> done = makeLevels(&BaseMapMaker::addRivers, landPart + otherPart, otherPart); !done)
        return done.error();
    if (const Result<Done> done = addSingles(); !done)
        return done.error();
    sortLayers();
    addCredits();
    describe();
    return std::move(m_made);
}

Result<Done> BaseMapMaker::makeLevels(Result<Done> (BaseMapMaker::*step)(std::size_t), double begin, double share)
{
    for (std::size_t level = 0; level < baseLevels.size(); ++level) {
        if (m_options.cancel.cancelled())
            return refreshCancelled();
        if (Result<Done> done = (this->*step)(level); !done)
            return done;
        progress(begin + share * double(level + 1) / double(baseLevels.size()));
    }
    return Done{};
}

/// Borders with land on neither side, whether they say so or not.
void BaseMapMaker::findBordersAtSea()
{
    const CoverArea land(facesNear(m_made.map.layer(QStringLiteral("land"))->levels.back().features, m_areas.back()));
    for (std::size_t i = 0; i < m_arcs.size(); ++i) {
        const GeoLine line = m_arcs[i].at(baseLevels.back().tolerance);
        const std::size_t step = std::max<std::size_t>(1, line.size() / samplesOfBorder);
        bool ashore = m_arcs[i].maritime;
        for (std::size_t k = 1; k < line.size() && !ashore; k += step) {
            const double ahead = geodesic::azimuth(line[k - 1], line[k]);
            const LatLon middle{(line[k - 1].lat + line[k].lat) / 2, (line[k - 1].lon + line[k].lon) / 2};
            ashore = land.contains(geodesic::destination(middle, ahead - 90, besideBorder)) || land.contains(geodesic::destination(middle, ahead + 90, besideBorder));
        }
        m_arcs[i].maritime = m_arcs[i].maritime || !ashore;
    }
}

Result<Done> BaseMapMaker::prepare()
{
    for (const BaseLevel &level : baseLevels) {
        Result<std::vector<PlaneFace>> faces = m_cover.faces(m_arcs, level.tolerance);
        if (!faces)
            return faces.error();
        m_areas.emplace_back(*std::move(faces));
    }
    for (const CoveredCountry &country : m_cover.countries) {
        Result<std::vector<PlaneFace>> faces = BaseCover{{country}, {}, {}}.faces(m_arcs, baseLevels.back().tolerance);
        if (!faces)
            return faces.error();
        m_countries.emplace_back(country.iso, CoverArea(*std::move(faces)));
    }
    if (m_options.cancel.cancelled())
        return refreshCancelled();
    m_sides = sidesOf(m_extract, m_arcs, m_cover, m_bundled);
    m_lakes = baseLakes(m_extract, m_lakeRows, m_areas.back(), baseLevels.back().leastLake);
    m_rivers.emplace(m_extract, layerNamed(m_layers, "rivers"));
    m_places.emplace(m_extract, layerNamed(m_layers, "places"), m_areas.back());
    if (const FeatureTable *land = levelOf(m_bundled, "land", baseLevels.size() - 1)) {
        for (const LatLon p : land->vertices)
            m_known.extend(p);
    }
    return Done{};
}

/// Islands that are too small for the level are left out, as in the bundled map.
std::vector<GeoLine> BaseMapMaker::coastlines(double toleranceMetres, double leastIsland) const
{
    std::vector<GeoLine> lines;
    for (const BaseArc &arc : m_arcs) {
        if (!arc.coast)
            continue;
        GeoLine line = arc.at(toleranceMetres);
        const bool island = arc.closed() && ringTurn(line) > 0;
        if (line.size() < (arc.closed() ? 4u : 2u) || (island && areaOf({{line}}) < leastIsland))
            continue;
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<Done> BaseMapMaker::addLand(std::size_t index)
{
    static const FeatureTable none;
    const BaseLevel &level = baseLevels[index];
    const FeatureTable *land = levelOf(m_bundled, "land", index), *coast = levelOf(m_bundled, "coast", index);
    LandSources sources{land ? *land : none, coast ? *coast : none, m_known, m_cover.outlines(m_arcs, level.tolerance), m_areas[index],
                        coastlines(level.tolerance, level.leastIsland), {}, !m_lakeRows.rows.empty(), m_places->positions()};
    for (const BaseLake &lake : m_lakes) {
        if (lake.squareKilometres < level.leastLake)
            continue;
        const auto faces = lakeAt(m_lakeRows, lake, level.tolerance);
        if (!faces)
            return faces.error();
        sources.lakes.insert(sources.lakes.end(), faces->begin(), faces->end());
    }
    Result<MadeLand> made = makeLand(sources);
    if (!made)
        return made.error();
    if (index + 1 == baseLevels.size()) {
        note("land", made->land, made->newLand);
        note("coast", made->coast, made->newCoast);
        if (made->coastUnclear)
            m_made.report.remarks << tr("Some coastline of the extract does not close with the edge of what is covered; the bundled coast was kept there.");
    }
    add("land", index, std::move(made->land));
    add("coast", index, std::move(made->coast));
    return Done{};
}

Result<Done> BaseMapMaker::addBorders(std::size_t index)
{
    const FeatureTable *bundled = levelOf(m_bundled, "borders", index);
    const bool any = std::any_of(m_arcs.begin(), m_arcs.end(), [](const BaseArc &arc) { return !arc.maritime; });
    if (!any && bundled) {
        add("borders", index, *bundled);
        return Done{};
    }
    static const FeatureTable none;
    Result<MadeBorders> made = makeBorders(bundled ? *bundled : none, m_arcs, m_sides, m_cover, m_areas[index], baseLevels[index].tolerance);
    if (!made)
        return made.error();
    if (index + 1 == baseLevels.size()) {
        note("borders", made->table, made->added);
        if (made->moved > 0)
            m_made.report.remarks << tr("Ends of bundled borders moved to where they meet those of the extract: %1.").arg(made->moved);
        if (made->loose > 0)
            m_made.report.remarks << tr("Ends of bundled borders with none of the extract within 5 km, left as they were: %1.").arg(made->loose);
    }
    add("borders", index, std::move(made->table));
    return Done{};
}

Result<Done> BaseMapMaker::addRivers(std::size_t index)
{
    const FeatureTable *bundled = levelOf(m_bundled, "rivers", index);
    if (layerNamed(m_layers, "rivers").rows.empty()) {
        if (bundled)
            add("rivers", index, *bundled);
        return Done{};
    }
    int added = 0;
    Result<FeatureTable> made = m_rivers->make(bundled, m_areas[index], baseLevels[index].tolerance, baseLevels[index].mostRiver, added);
    if (!made)
        return made.error();
    if (index + 1 == baseLevels.size())
        note("rivers", *made, added);
    add("rivers", index, *std::move(made));
    return Done{};
}

/// Layers of one level.
Result<Done> BaseMapMaker::addSingles()
{
    const FeatureTable *seas = levelOf(m_bundled, "seas", 0);
    if (seas)
        add("seas", 0, *seas);
    const FeatureTable *lakes = levelOf(m_bundled, "lakes", 0);
    if (!m_lakeRows.rows.empty()) {
        Result<FeatureTable> made = makeLakes(lakes, m_extract, m_lakeRows, m_lakes, m_areas[lakeShapes], baseLevels[lakeShapes].tolerance);
        if (!made)
            return made.error();
        note("lakes", *made, std::ssize(m_lakes));
        add("lakes", 0, *std::move(made));
    } else if (lakes) {
        add("lakes", 0, *lakes);
    }
    const FeatureTable *places = levelOf(m_bundled, "places", 0);
    if (!m_places->empty()) {
        FeatureTable made = m_places->make(places, [this](LatLon p) { return countryAt(p); });
        note("places", made, qint64(m_places->count()));
        add("places", 0, std::move(made));
    } else if (places) {
        add("places", 0, *places);
    }
    const FeatureTable *countries = levelOf(m_bundled, "countries", 0);
    Result<FeatureTable> named = makeCountries(countries, m_extract, m_arcs, m_cover, m_made.map.layer(QStringLiteral("land"))->levels.back().features);
    if (!named)
        return named.error();
    note("countries", *named, qint64(named->featureCount()) - (countries ? qint64(countries->featureCount()) : 0));
    add("countries", 0, *std::move(named));
    return Done{};
}

QString BaseMapMaker::countryAt(LatLon p)
{
    for (const auto &[iso, area] : m_countries) {
        if (area.contains(p))
            return iso;
    }
    if (!m_cutter)
        m_cutter.emplace(m_bundled);
    return m_cutter->countryAt(p);
}

void BaseMapMaker::add(const char *id, std::size_t level, FeatureTable table)
{
    auto &layers = m_made.map.layers;
    auto layer = std::find_if(layers.begin(), layers.end(), [&](const BaseLayer &one) { return one.id == QLatin1String(id); });
    if (layer == layers.end())
        layer = layers.insert(layers.end(), {QLatin1String(id), {}});
    const BaseLayer *bundled = m_bundled.layer(QLatin1String(id));
    const double tolerance = bundled && level < bundled->levels.size() ? bundled->levels[level].toleranceMetres : 0;
    layer->levels.push_back({tolerance, std::move(table)});
}

void BaseMapMaker::note(const char *id, const FeatureTable &table, qint64 made)
{
    m_made.report.layers.push_back({QLatin1String(id), qint64(table.featureCount()) - made, made});
}

/// In the order of the bundled map: what is written does not depend on which step made it.
void BaseMapMaker::sortLayers()
{
    const auto place = [](const BaseLayer &layer) {
        static const QStringList order = QStringLiteral("land coast borders lakes seas rivers countries places").split(u' ');
        return order.indexOf(layer.id);
    };
    std::stable_sort(m_made.map.layers.begin(), m_made.map.layers.end(), [&](const BaseLayer &a, const BaseLayer &b) { return place(a) < place(b); });
}

void BaseMapMaker::addCredits()
{
    std::copy_if(m_bundled.credits.begin(), m_bundled.credits.end(), std::back_inserter(m_made.map.credits),
                 [](const Credit &credit) { return !credit.layer.startsWith(QLatin1String("provenance:")); });
    for (const RefreshedLayer &layer : m_made.report.layers) {
        if (layer.made > 0)
            m_made.map.credits.push_back(openStreetMapCredit(layer.id, m_extract.date.date().toString(Qt::ISODate)));
    }
}

void BaseMapMaker::describe()
{
    BaseMapReport &report = m_made.report;
    report.files = m_extract.files;
    report.date = m_extract.date;
    for (const CoveredCountry &country : m_cover.countries)
        report.countries << (country.iso.isEmpty() ? country.name : country.iso + u' ' + country.name);
    report.boxes = m_cover.boxes;
    if (m_broken > 0)
        report.remarks << tr("Borders and coastlines left out because nodes are missing: %n", nullptr, m_broken);
    if (!m_cover.halves.isEmpty())
        report.remarks << tr("Countries that are in the extract in part only, and stay as they are bundled beyond what is covered: %1").arg(m_cover.halves.join(QStringLiteral(", ")));
    for (const char *id : {"borders", "rivers", "lakes", "places"}) {
        if (std::none_of(report.layers.begin(), report.layers.end(), [&](const RefreshedLayer &layer) { return layer.id == QLatin1String(id); }))
            report.remarks << tr("%1: the extract has none; the bundled layer stays.").arg(baseLayerTitle(QLatin1String(id)));
    }
}

} // namespace ca
