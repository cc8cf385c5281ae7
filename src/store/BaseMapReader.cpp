// SPDX-License-Identifier: GPL-3.0-or-later
// The base map half of AtlasFile: layers at their levels, and whom the map owes.
#include "store/AtlasFile.h"

#include "atlas/ProvenanceCredits.h"
#include "base/Logging.h"
#include "store/AtlasOpen.h"
#include "store/LayerPlacement.h"
#include "store/SliceReader.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <array>
#include <atomic>
#include <future>

namespace ca {

namespace {

/// Layers of the base map in the order they are read.
constexpr const char *layerIds[] = {"land", "coast", "borders", "lakes", "seas", "rivers", "countries", "places"};

/// Tolerance of the recipe's levels 0, 1 and 2, metres.
constexpr std::array<double, 3> levelTolerances{1500, 300, 40};

/// One table of the file: a layer at one level.
struct LevelTable {
    std::size_t layer;    ///< index in layerIds
    int level;            ///< -1 = the layer has but one level
    QByteArray name;
};

QSet<QByteArray> tableNames(GDALDatasetH dataset)
{
    QSet<QByteArray> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i)
        names.insert(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
    return names;
}

/// The base map's tables in a file, layer by layer, coarsest level first.
std::vector<LevelTable> baseTables(GDALDatasetH dataset, QStringList &warnings)
{
    const QSet<QByteArray> names = tableNames(dataset);
    std::vector<LevelTable> tables;
    for (std::size_t layer = 0; layer < std::size(layerIds); ++layer) {
        const QByteArray id = layerIds[layer];
        const std::size_t before = tables.size();
        if (names.contains(id))
            tables.push_back({layer, -1, id});
        for (int level = 0; level < int(levelTolerances.size()); ++level) {
            if (const QByteArray name = id + '_' + QByteArray::number(level); names.contains(name))
                tables.push_back({layer, level, name});
        }
        if (tables.size() == before)
            warnings += QStringLiteral("the base map has no layer %1").arg(QLatin1String(id));
    }
    return tables;
}

/// Of an atlas the base map may be missing; a base map of its own says whom it owes.
bool holdsBaseMap(GDALDatasetH dataset)
{
    const gdal::ErrorScope errors;
    return GDALDatasetGetLayerByName(dataset, "atlas_meta") || GDALDatasetGetLayerByName(dataset, "metadata_atlas");
}

struct Loaded {
    std::size_t table;
    FeatureTable features;
    QStringList warnings;
};

GeometryKind kindOf(OGRLayerH layer)
{
    switch (OGR_GT_Flatten(OGR_L_GetGeomType(layer))) {
    case wkbPolygon:
    case wkbMultiPolygon:
        return GeometryKind::Polygon;
    case wkbLineString:
    case wkbMultiLineString:
        return GeometryKind::Line;
    default:
        return GeometryKind::Point;
    }
}

Loaded readTable(GDALDatasetH dataset, OGRLayerH layer, std::size_t table)
{
    if (!layer)
        return {table, {}, {QStringLiteral("the layer is gone")}};
    RawLayer raw;
    const std::vector<ChosenField> fields = chooseFields(layer, {});
    for (const ChosenField &field : fields)
        raw.addColumn(field.name);
    LayerProgress progress({}, {});
    readGeoPackageTable(dataset, layer, fields, progress, raw);
    if (!raw.damage.isEmpty())
        return {table, {}, {QStringLiteral("the layer cannot be read: %1").arg(raw.damage)}};
    LayerOptions options;
    options.crs = QStringLiteral("EPSG:4326");  // by the recipe of the base map
    options.axes = LayerAxes::AsStored;
    if (const Result<Done> placed = placeInDegrees(raw, nullptr, options); !placed)
        return {table, {}, {placed.error().message}};
    return {table, std::move(raw.table(kindOf(layer))), raw.report.summary()};
}

/// Reads every table whose turn it is; several threads share @p next, each with a file of its own.
std::vector<Loaded> readTables(const QString &path, const std::vector<LevelTable> &tables, std::atomic<std::size_t> &next)
{
    std::vector<Loaded> loaded;
    const Result<gdal::Dataset> dataset = openPackage(path);
    if (!dataset)
        return loaded;  // the caller counts what is missing
    for (std::size_t i = next++; i < tables.size(); i = next++) {
        OGRLayerH layer = GDALDatasetGetLayerByName((*dataset).get(), tables[i].name.constData());
        loaded.push_back(readTable((*dataset).get(), layer, i));
        for (QString &warning : loaded.back().warnings)
            warning = QStringLiteral("%1: %2").arg(QString::fromUtf8(tables[i].name), warning);
    }
    return loaded;
}

/// All tables in order, read on two threads: decoding the geometry is most of the work.
std::vector<Loaded> readAll(const QString &path, const std::vector<LevelTable> &tables)
{
    std::atomic<std::size_t> next{0};
    auto other = std::async(std::launch::async, [&] { return readTables(path, tables, next); });
    std::vector<Loaded> all = readTables(path, tables, next);
    for (Loaded &loaded : other.get())
        all.push_back(std::move(loaded));
    std::sort(all.begin(), all.end(), [](const Loaded &a, const Loaded &b) { return a.table < b.table; });
    return all;
}

QString cellText(OGRFeatureH feature, const char *column)
{
    const int field = OGR_F_GetFieldIndex(feature, column);
    return field < 0 ? QString() : QString::fromUtf8(OGR_F_GetFieldAsString(feature, field));
}

std::vector<Credit> readCredits(GDALDatasetH dataset)
{
    std::vector<Credit> credits;
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset, "metadata_atlas");
    if (!layer)
        return credits;
    gdal::ErrorScope errors;
    while (const gdal::Feature row{OGR_L_GetNextFeature(layer)}) {
        OGRFeatureH f = row.get();
        credits.push_back({cellText(f, "layer"), cellText(f, "credit"), cellText(f, "licence"), cellText(f, "url"),
                           cellText(f, "data_date")});
    }
    return credits;
}

void addLevel(BaseMap &map, const LevelTable &table, FeatureTable features)
{
    const QString id = QString::fromLatin1(layerIds[table.layer]);
    if (map.layers.empty() || map.layers.back().id != id)
        map.layers.push_back({id, {}});
    const double tolerance = table.level < 0 ? 0 : levelTolerances[static_cast<std::size_t>(table.level)];
    map.layers.back().levels.push_back({tolerance, std::move(features)});
}

} // namespace

Result<std::shared_ptr<const BaseMap>> AtlasFile::readBaseMap(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    const Result<gdal::Dataset> dataset = openPackage(path);
    if (!dataset)
        return dataset.error();
    if (!holdsBaseMap((*dataset).get()))
        return Error{QStringLiteral("this GeoPackage holds neither an atlas nor a base map"), path, 0};
    QStringList warnings;
    const std::vector<LevelTable> tables = baseTables((*dataset).get(), warnings);
    const auto map = std::make_shared<BaseMap>();
    std::vector<Loaded> all = readAll(path, tables);
    if (all.size() < tables.size())
        warnings += QStringLiteral("%1 layers of the base map could not be opened").arg(tables.size() - all.size());
    for (Loaded &loaded : all) {
        warnings += loaded.warnings;
        if (loaded.features.featureCount() > 0)
            addLevel(*map, tables[loaded.table], std::move(loaded.features));
    }
    map->credits = readCredits((*dataset).get());
    for (const Credit &credit : provenanceCredits())
        map->credits.push_back(credit);
    qCInfo(logStore) << "base map read in" << timer.elapsed() << "ms";
    return Result<std::shared_ptr<const BaseMap>>(map).warn(warnings);
}

} // namespace ca
