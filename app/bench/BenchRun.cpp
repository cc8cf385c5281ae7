// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BenchRun.h"

#include "SceneSource.h"
#include "base/Parallel.h"
#include "base/Tr.h"
#include "bench/BarePainter.h"
#include "bench/Measures.h"
#include "map/HitTester.h"
#include "map/LiveMap.h"
#include "map/MapPainter.h"
#include "map/StrandPathCache.h"
#include "map/UserLayerPreparer.h"
#include "store/AtlasFile.h"

#include <QCoreApplication>
#include <QPainter>
#include <QThread>

#include <cmath>
#include <optional>
#include <random>

namespace ca {

namespace {

constexpr int movingFrames = 120;
constexpr unsigned long frameBudgetMs = 16;     // from one frame of the window to the next
constexpr int picks = 400;

} // namespace

Result<QJsonObject> BenchRun::run()
{
    QJsonObject out;
    m_request.style = MapStyle::bundled(m_options.layers.isEmpty() ? QStringLiteral("light") : QStringLiteral("bench"));
    m_request.labels = m_options.labels;
    m_request.cornerCredit = m_options.layers.isEmpty();
    const auto projection = Projection::create(m_options.crs);
    if (!projection)
        return projection.error();
    m_request.view = MapView{*projection, {}, 1, QSizeF(m_options.size)}.fitted(m_options.box);
    std::optional<Error> problem;
    if ((problem = start(out)))
        return *problem;
    measureMoving(out);
    measurePicks(out);
    out[QStringLiteral("rss_mb")] = peakMegabytes();  // before the floor and the rest make copies of everything
    measureFrames(out);
    if ((problem = measurePreparing(out)))
        return *problem;
    for (const auto &[image, file] : {std::pair(m_ours, m_options.picture), std::pair(m_floor, m_options.floorPicture)}) {
        if ((problem = writePicture(image, file)))
            return *problem;
    }
    Result<QJsonObject> result(out);
    result.warn(m_warnings);
    return result;
}

/// To the first picture as the window and the commands get there: what was prepared before is used.
std::optional<Error> BenchRun::start(QJsonObject &out)
{
    std::optional<Error> problem;
    out[QStringLiteral("start_ms")] = millisecondsOf([&] { problem = m_options.layers.isEmpty() ? openAtlas() : openLayers(); });
    if (problem)
        return problem;
    out[QStringLiteral("first_paint_ms")] = millisecondsOf([&] { m_ours = MapPainter::render(m_request); });
    out[QStringLiteral("first_frame_ms")] = millisecondsSinceStart();
    m_ours = {};  // a window holds no picture besides that of its map
    count(out);
    return std::nullopt;
}

std::optional<Error> BenchRun::openAtlas()
{
    const auto atlas = AtlasFile::readAtlas(m_options.atlasFile);
    if (!atlas)
        return atlas.error();
    m_atlas = *atlas;
    SceneSource source(m_options.atlasFile, SceneCache(SceneCache::defaultFolder()), m_options.baseMapFile);
    const auto scene = source.scene(m_atlas, m_request.view.projection, SceneSource::WithoutBaseMap::Fail);
    if (!scene)
        return scene.error();
    m_warnings += scene.warnings();
    m_request.scene = *scene;
    return std::nullopt;
}

std::optional<Error> BenchRun::openLayers()
{
    m_atlas = std::make_shared<const Atlas>(AtlasData());
    const LayerStore store(LayerStore::defaultFolder());
    std::vector<std::optional<Result<std::vector<ReadyLayer>>>> files(std::size_t(m_options.layers.size()));
    parallelFor(files.size() + 1, {}, [&](std::size_t i) {
        if (i == 0)
            m_request.scene = Scene::build(m_atlas, std::make_shared<const BaseMap>(), m_request.view.projection);
        else
            files[i - 1] = store.open(m_options.layers[qsizetype(i) - 1], *m_request.view.projection);
    });
    for (const auto &layers : files) {
        if (!*layers)
            return layers->error();
        for (const ReadyLayer &layer : **layers) {
            if (!layer.prepared.shapes)
                return Error{tr("pictures are not measured"), layer.data.path, 0};
            m_warnings += layer.data.remarks();
            m_request.userLayers.push_back(dressed(layer.data, layer.prepared.shapes));
        }
    }
    return std::nullopt;
}

UserLayer BenchRun::dressed(const LoadedLayer &layer, std::shared_ptr<const PreparedLayer> shapes) const
{
    return {layer.title, layer.title, std::move(shapes), m_request.style->layer(layer.name, *layer.kind())};
}

/// What it takes when nothing was prepared before, and when the projection changes.
std::optional<Error> BenchRun::measurePreparing(QJsonObject &out)
{
    std::shared_ptr<const BaseMap> baseMap = std::make_shared<const BaseMap>();
    std::vector<LoadedLayer> layers;
    std::optional<Error> problem;
    out[QStringLiteral("open_ms")] = millisecondsOf([&] { problem = m_options.layers.isEmpty() ? readAtlas(baseMap) : readLayers(layers); });
    if (problem)
        return problem;
    const auto prepare = [&](const std::shared_ptr<const Projection> &projection) {
        return millisecondsOf([&] {
            const auto scene = Scene::build(m_atlas, baseMap, projection);
            for (const LoadedLayer &layer : layers)
                const auto prepared = prepareUserLayer(layer.title, layer.table, *projection);
        });
    };
    const QString albers = QStringLiteral("+proj=aea +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84 +units=m +no_defs");
    out[QStringLiteral("scene_ms")] = prepare(m_request.view.projection);
    out[QStringLiteral("projection_ms")] = millisecondsOf([&] { prepare(*Projection::create(albers)); });
    return std::nullopt;
}

std::optional<Error> BenchRun::readAtlas(std::shared_ptr<const BaseMap> &baseMap)
{
    const auto atlas = AtlasFile::readAtlas(m_options.atlasFile);
    const auto read = AtlasFile::readBaseMap(m_options.baseMapFile.isEmpty() ? m_options.atlasFile : m_options.baseMapFile);
    if (!atlas || !read)
        return atlas ? read.error() : atlas.error();
    baseMap = *read;
    return std::nullopt;
}

std::optional<Error> BenchRun::readLayers(std::vector<LoadedLayer> &layers) const
{
    for (const QString &file : m_options.layers) {
        auto loaded = loadLayers(file);
        if (!loaded)
            return loaded.error();
        layers.insert(layers.end(), std::make_move_iterator(loaded->begin()), std::make_move_iterator(loaded->end()));
    }
    return std::nullopt;
}

/// Full frames, in turn with the floor's. Both have drawn once before: the moving frames were another thread's.
void BenchRun::measureFrames(QJsonObject &out)
{
    Samples ours, floor;
    BarePainter bare(m_request);
    bare.paint();
    m_ours = MapPainter::render(m_request);
    for (int i = 0; i < m_options.repeat; ++i) {
        ours.add(millisecondsOf([&] { m_ours = MapPainter::render(m_request); }));
        floor.add(millisecondsOf([&] { bare.paint(); }));
    }
    m_floor = bare.paint();
    out[QStringLiteral("full_frame_ms")] = ours.medianAndRange();
    out[QStringLiteral("floor_ms")] = floor.quantile(0.5);
    out[QStringLiteral("floor_range_ms")] = floor.medianAndRange();
    out[QStringLiteral("labels")] = qint64(LabelLayout::place(m_request).size());
}

/// What the GUI thread does while the map moves: it says what is wanted, paints what there is and takes what has come.
void BenchRun::measureMoving(QJsonObject &out)
{
    QImage screen(m_options.size, QImage::Format_ARGB32_Premultiplied);
    screen.fill(Qt::black);  // a window's memory is there before its first frame
    const auto moved = [&](const std::function<MapView(const MapView &, int)> &move) {
        LiveMap live;
        RenderRequest request = m_request;
        live.want(request);
        while (!live.hasPicture())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        Samples frames;
        for (int i = 0; i < movingFrames; ++i) {
            request.view = move(request.view, i);
            frames.add(millisecondsOf([&] {
                live.want(request);
                QPainter painter(&screen);
                live.paint(painter, request.view);
                painter.end();
                QCoreApplication::processEvents();
            }));
            QThread::msleep(frameBudgetMs);
        }
        return frames;
    };
    const QPointF middle(m_options.size.width() * 0.4, m_options.size.height() * 0.6);
    out[QStringLiteral("pan_frame_ms")] =
        moved([](const MapView &view, int i) { return view.panned({i < movingFrames / 2 ? 9.0 : -9.0, 3.0}); }).medianAndTail();
    out[QStringLiteral("zoom_frame_ms")] =
        moved([&](const MapView &view, int i) { return view.zoomedAt(middle, i < movingFrames / 2 ? 1.02 : 1 / 1.02); }).medianAndTail();
}

void BenchRun::measurePicks(QJsonObject &out)
{
    Samples samples;
    StrandPathCache paths;  // as the window has it
    std::mt19937 random(7);
    std::uniform_real_distribution<double> x(0, m_options.size.width()), y(0, m_options.size.height());
    for (int i = 0; i < picks; ++i) {
        const QPointF at(x(random), y(random));
        samples.add(1000 * millisecondsOf([&] { const auto hits = HitTester::hits(m_request, at, 6, &paths); }));
    }
    out[QStringLiteral("pick_us")] = samples.medianAndRange();
}

void BenchRun::count(QJsonObject &out) const
{
    std::size_t features = 0, vertices = 0;
    const auto add = [&](const PreparedLayer &layer) {
        const PreparedLevel &finest = layer.levels.back();
        features += finest.table ? finest.table->featureCount() : 0;
        vertices += finest.shapes.vertices.size();
    };
    for (const auto &layer : m_request.scene->base().layers)
        add(*layer);
    for (const UserLayer &layer : m_request.userLayers)
        add(*layer.shapes);
    out[QStringLiteral("features")] = qint64(features);
    out[QStringLiteral("vertices")] = qint64(vertices);
}

std::optional<Error> BenchRun::writePicture(const QImage &image, const QString &file) const
{
    if (file.isEmpty() || image.save(file, "PNG"))
        return std::nullopt;
    return Error{tr("the picture could not be written"), file, 0};
}

} // namespace ca
