// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerStore.h"

#include "base/Logging.h"
#include "base/Tr.h"
#include "layers/LayerRecord.h"
#include "map/PreparedFile.h"
#include "map/UserLayerPreparer.h"
#include "store/RasterReader.h"

#include <QDateTime>
#include <QDir>

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr int formatVersion = 2;         // to be raised whenever what is prepared, or how it is written, changes
constexpr qint64 mostBytes = 1 << 30;
constexpr double mostPixels = 24e6;      // of a picture in the map's plane
constexpr std::uint64_t mostLayers = 10'000;

/// All that the layers of a file depend on: the file and those that belong to it (of the same name with other endings),
/// told by size and time.
QByteArray keyOf(const QString &path, const Projection &projection)
{
    const QFileInfo info(path);
    QByteArray key = QByteArray::number(formatVersion) + '\n' + info.absoluteFilePath().toUtf8() + '\n';
    QString pattern = info.completeBaseName();
    pattern.replace(QLatin1Char('['), QLatin1Char('?'));
    for (const QFileInfo &file : info.dir().entryInfoList({pattern + QStringLiteral(".*")}, QDir::Files, QDir::Name)) {
        key += file.fileName().toUtf8() + ' ' + QByteArray::number(file.size()) + ' '
            + QByteArray::number(file.lastModified().toMSecsSinceEpoch()) + '\n';
    }
    return key + projection.recipe();
}

Result<PreparedUserLayer> preparePicture(const LoadedLayer &layer, const Projection &projection, const CancelToken &cancel)
{
    const Box box = projection.bounds(layer.extent);
    if (box.empty())
        return Error{tr("the map's projection does not show its place"), layer.path, 0};
    // As many pixels as the picture has; more would show nothing.
    const double pixels = std::min(double(layer.grid->width) * layer.grid->height, mostPixels);
    const double size = std::sqrt(box.width() * box.height() / std::max(1.0, pixels));
    const auto image = RasterReader::warpTo(*layer.grid, projection.definition(), box, size, cancel);
    if (!image)
        return image.error();
    return PreparedUserLayer{nullptr, std::make_shared<const UserPicture>(*image)};
}

Result<PreparedUserLayer> prepareFrom(const LoadedLayer &layer, const Projection &projection, const CancelToken &cancel)
{
    if (layer.grid)
        return preparePicture(layer, projection, cancel);
    const auto shapes = prepareUserLayer(layer.title, layer.table, projection, cancel);
    if (!shapes)
        return Error{tr("cancelled"), layer.path, 0};
    return PreparedUserLayer{shapes, nullptr};
}

} // namespace

LayerStore::LayerStore(const QString &folder) : m_folder(folder, QStringLiteral(".layers"), mostBytes)
{
}

QString LayerStore::defaultFolder()
{
    return CacheFolder::ofUser(QStringLiteral("layers"));
}

Result<std::vector<ReadyLayer>> LayerStore::open(const QString &path, const Projection &projection, const CancelToken &cancel) const
{
    const QByteArray key = keyOf(path, projection);
    if (std::vector<ReadyLayer> known = prepared(key, path); !known.empty())
        return known;
    auto layers = read(path, projection, cancel);
    if (layers)
        keep(key, *layers);
    return layers;
}

std::vector<ReadyLayer> LayerStore::prepared(const QByteArray &key, const QString &path) const
{
    const auto reader = m_folder.find(key);
    std::vector<ReadyLayer> layers;
    const std::uint64_t count = reader ? std::min(reader->number(), mostLayers) : 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        ReadyLayer layer;
        layer.data = LayerRecord::read(*reader);
        layer.prepared.shapes = reader->ok() ? PreparedFile::readLayer(*reader) : nullptr;
        if (!layer.prepared.shapes || !layer.prepared.shapes->levels.back().table)
            return {};
        layer.data.path = path;
        layer.data.number = std::size_t(i);
        layer.data.table = layer.prepared.shapes->levels.back().table;
        layers.push_back(std::move(layer));
    }
    return reader && reader->finished() ? layers : std::vector<ReadyLayer>();
}

Result<std::vector<ReadyLayer>> LayerStore::read(const QString &path, const Projection &projection, const CancelToken &cancel) const
{
    auto loaded = loadLayers(path, {}, cancel);
    if (!loaded)
        return loaded.error();
    std::vector<ReadyLayer> layers;
    for (LoadedLayer &layer : *loaded) {
        const auto ready = prepareFrom(layer, projection, cancel);
        if (!ready)
            return ready.error();
        layers.push_back({std::move(layer), *ready});
    }
    return layers;
}

/// Pictures are not kept: they are as soon warped again as read.
void LayerStore::keep(const QByteArray &key, const std::vector<ReadyLayer> &layers) const
{
    const bool shapes = std::all_of(layers.begin(), layers.end(), [](const ReadyLayer &layer) { return layer.prepared.shapes != nullptr; });
    if (!m_folder.enabled() || !shapes)
        return;
    CacheWriter writer;
    writer.number(layers.size());
    for (const ReadyLayer &layer : layers) {
        LayerRecord::write(writer, layer.data);
        PreparedFile::writeLayer(writer, *layer.prepared.shapes);
    }
    if (const Result<Done> kept = m_folder.keep(key, writer); !kept)
        qCInfo(logScene) << kept.error().text();  // of no consequence but time
}

Result<PreparedUserLayer> LayerStore::prepare(const LoadedLayer &layer, const Projection &projection, const CancelToken &cancel) const
{
    if (layer.grid || layer.hasGeometry())
        return prepareFrom(layer, projection, cancel);
    const auto layers = open(layer.path, projection, cancel);
    if (!layers)
        return layers.error();
    if (layer.number >= layers->size())
        return Error{tr("the file has changed and no longer has this layer"), layer.path, 0};
    return (*layers)[layer.number].prepared;
}

} // namespace ca
