// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LoadedLayer.h"

#include "base/Tr.h"
#include "layers/OsmLooks.h"
#include "store/LayerFile.h"
#include "store/LayerReader.h"
#include "store/RasterReader.h"

#include <QFileInfo>

#include <algorithm>

namespace ca {
namespace {

QString kindTitle(GeometryKind kind)
{
    switch (kind) {
    case GeometryKind::Point: return tr("points");
    case GeometryKind::Line: return tr("lines");
    case GeometryKind::Polygon: return tr("areas");
    }
    return {};
}

GeoBox extentOf(const FeatureTable &table)
{
    GeoBox box;
    for (const LatLon vertex : table.vertices)
        box.extend(vertex);
    return box;
}

void addTable(std::vector<LoadedLayer> &out, LoadedLayer layer, osmlayers::State &part, const QString &title)
{
    layer.number = out.size();
    layer.state = part.id;
    layer.title = part.title.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, part.title);
    layer.extent = extentOf(part.table);
    layer.table = std::make_shared<const FeatureTable>(std::move(part.table));
    out.push_back(std::move(layer));
}

bool ofOsm(const LayerInfo &layer)
{
    return std::any_of(layer.fields.begin(), layer.fields.end(), [](const LayerField &field) { return field.name == QLatin1String("osm_type"); });
}

/// The tables of one layer of the file.
void addTables(std::vector<LoadedLayer> &out, const QString &path, const QString &name, const QString &title, LayerData data)
{
    const auto empty = [](const FeatureTable &table) { return table.vertices.empty(); };
    data.tables.erase(std::remove_if(data.tables.begin(), data.tables.end(), empty), data.tables.end());
    const bool several = data.tables.size() > 1;
    for (FeatureTable &table : data.tables) {
        LoadedLayer layer;
        layer.path = path;
        layer.name = name;
        layer.report = data.report;
        const QString whole = several ? QStringLiteral("%1 – %2").arg(title, kindTitle(table.kind)) : title;
        if (osmlayers::isOsm(table)) {
            layer.credit = osmlayers::credit(path);
            for (osmlayers::State &part : osmlayers::byState(std::move(table)))
                addTable(out, layer, part, osmlayers::title(path, name, whole));
            continue;
        }
        osmlayers::State all{{}, {}, std::move(table)};
        addTable(out, layer, all, whole);
    }
}

Result<std::vector<LoadedLayer>> loadPicture(const QString &path, const CancelToken &cancel)
{
    auto read = RasterReader::read(path, {}, cancel);
    if (!read)
        return read.error();
    LoadedLayer layer;
    layer.path = path;
    layer.title = QFileInfo(path).completeBaseName();
    layer.extent = read->report.extent;
    layer.report.driver = read->report.driver;
    layer.report.crsTitle = read->report.crsTitle;
    layer.notes = read->report.notes;
    layer.grid = std::make_shared<const RasterGrid>(std::move(read->grid));
    return std::vector{layer};
}

} // namespace

QStringList LoadedLayer::remarks() const
{
    return notes + report.summary();
}

QStringList LoadedLayer::columns() const
{
    QStringList names;
    for (std::size_t i = 0; table && i < table->columns.size(); ++i)
        names << table->columns[i].name;
    return names;
}

bool looksLikeMapData(const QString &path)
{
    static const QStringList endings{"gpkg", "geojson", "json", "geojsonl", "topojson", "shp", "kml", "kmz", "gpx", "fgb", "csv", "tsv", "gml",
                                     "dxf", "tab", "mif", "sqlite", "tif", "tiff", "vrt", "png", "jpg", "jpeg", "jp2", "webp", "img", "asc", "dem"};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

Result<std::vector<LoadedLayer>> loadLayers(const QString &path, const std::function<void(double)> &progress, const CancelToken &cancel)
{
    auto info = LayerFile::inspect(path);
    if (!info)
        return info.error();
    if (info->layers.empty())
        return loadPicture(path, cancel);
    const QString file = QFileInfo(path).completeBaseName();
    std::vector<LoadedLayer> layers;
    QStringList nothing;
    QStringList names;
    for (const LayerInfo &layer : info->layers)
        names << layer.name;
    if (std::all_of(info->layers.begin(), info->layers.end(), &ofOsm))
        std::stable_sort(info->layers.begin(), info->layers.end(),
                         [](const LayerInfo &a, const LayerInfo &b) { return osmlayers::height(a.name) < osmlayers::height(b.name); });
    for (const LayerInfo &layer : info->layers) {
        if (ofOsm(layer) && osmlayers::isSimplified(layer.name, names))
            continue;
        LayerOptions options;
        options.progress = progress;
        auto read = LayerReader::read(path, layer.name, options, cancel);
        if (!read)
            return read.error();
        const std::size_t before = layers.size();
        nothing += read->report.summary();
        addTables(layers, path, layer.name, info->layers.size() > 1 ? QStringLiteral("%1 – %2").arg(file, layer.name) : file, std::move(*read));
        for (std::size_t i = before; i < layers.size(); ++i)
            layers[i].notes = info->notes;
    }
    if (layers.empty())
        return Error{tr("there is nothing in it that can be drawn. %1").arg(nothing.join(QLatin1Char(' '))).trimmed(), path, 0};
    return layers;
}

} // namespace ca
