// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BenchRun.h"

#include "bench/BarePainter.h"
#include "bench/Measures.h"
#include "map/HitTester.h"
#include "map/LiveMap.h"
#include "map/MapPainter.h"
#include "map/StrandPathCache.h"
#include "map/UserLayerPreparer.h"
#include "store/AtlasFile.h"
#include "store/LayerFile.h"
#include "store/LayerReader.h"

#include <QCoreApplication>
#include <QPainter>
#include <QThread>

#include <cmath>
#include <optional>
#include <random>

namespace ca {

namespace {

constexpr int movingFrames = 120;
constexpr unsigned long frameMs = 16;     // from one frame of the window to the next
constexpr int picks = 400;

QString tr(const char *text)
{
    return QCoreApplication::translate("BenchRun", text);
}

} // namespace

Result<QJsonObject> BenchRun::run()
{
    QJsonObject out;
    std::optional<Error> problem;
    out[QStringLiteral("open_ms")] = millisecondsOf([&] { problem = open(); });
    if (problem)
        return *problem;
    const auto projection = Projection::create(m_options.crs);
    if (!projection)
        return projection.error();
    out[QStringLiteral("scene_ms")] = millisecondsOf([&] { prepare(*projection); });
    m_request.view = MapView{*projection, {}, 1, QSizeF(m_options.size)}.fitted(m_options.box);
    m_request.labels = m_options.labels;
    m_request.cornerCredit = m_options.layers.isEmpty();
    out[QStringLiteral("first_paint_ms")] = millisecondsOf([&] { m_ours = MapPainter::render(m_request); });
    out[QStringLiteral("first_frame_ms")] = millisecondsSinceStart();
    measureFrames(out);
    measureMoving(out);
    measurePicks(out);
    measureProjection(out);
    count(out);
    for (const auto &[image, file] : {std::pair(m_ours, m_options.picture), std::pair(m_floor, m_options.floorPicture)}) {
        if ((problem = writePicture(image, file)))
            return *problem;
    }
    Result<QJsonObject> result(out);
    result.warn(m_warnings);
    return result;
}

std::optional<Error> BenchRun::open()
{
    m_request.style = MapStyle::bundled(m_options.layers.isEmpty() ? QStringLiteral("light") : QStringLiteral("bench"));
    return m_options.layers.isEmpty() ? readAtlas() : readLayers();
}

std::optional<Error> BenchRun::readAtlas()
{
    const auto atlas = AtlasFile::readAtlas(m_options.atlasFile);
    if (!atlas)
        return atlas.error();
    const auto baseMap = AtlasFile::readBaseMap(m_options.atlasFile);
    if (!baseMap)
        return baseMap.error();
    m_atlas = *atlas;
    m_baseMap = *baseMap;
    m_warnings += baseMap.warnings();
    return std::nullopt;
}

std::optional<Error> BenchRun::readLayers()
{
    m_atlas = std::make_shared<const Atlas>(AtlasData());
    m_baseMap = std::make_shared<const BaseMap>();
    for (const QString &file : m_options.layers) {
        const Result<LayerFileInfo> info = LayerFile::inspect(file);
        if (!info)
            return info.error();
        for (const LayerInfo &layer : info->layers) {
            Result<LayerData> data = LayerReader::read(file, layer.name);
            if (!data)
                return data.error();
            m_warnings += data->report.summary();
            for (FeatureTable &table : data->tables)
                m_sources.push_back({layer.name, std::make_shared<const FeatureTable>(std::move(table))});
        }
    }
    return std::nullopt;
}

void BenchRun::prepare(const std::shared_ptr<const Projection> &projection)
{
    m_request.scene = Scene::build(m_atlas, m_baseMap, projection);
    m_request.userLayers.clear();
    for (const Source &source : m_sources) {
        m_request.userLayers.push_back({source.name, source.name, prepareUserLayer(source.name, source.table, *projection),
                                        m_request.style->layer(source.name, source.table->kind)});
    }
}

/// Full frames, in turn with the floor's.
void BenchRun::measureFrames(QJsonObject &out)
{
    Samples ours, floor;
    BarePainter bare(m_request);
    bare.paint();
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
            QThread::msleep(frameMs);
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

void BenchRun::measureProjection(QJsonObject &out)
{
    const QString albers = QStringLiteral("+proj=aea +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84 +units=m +no_defs");
    const RenderRequest before = m_request;
    out[QStringLiteral("projection_ms")] = millisecondsOf([&] { prepare(*Projection::create(albers)); });
    m_request = before;
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
    out[QStringLiteral("rss_mb")] = peakMegabytes();
}

std::optional<Error> BenchRun::writePicture(const QImage &image, const QString &file) const
{
    if (file.isEmpty() || image.save(file, "PNG"))
        return std::nullopt;
    return Error{tr("the picture could not be written"), file, 0};
}

} // namespace ca
