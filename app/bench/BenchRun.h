// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "layers/LayerStore.h"
#include "map/RenderRequest.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace ca {

struct BenchOptions {
    QStringList layers;                ///< files drawn instead of the atlas; empty = the atlas
    QString atlasFile;
    QString baseMapFile;               ///< instead of the atlas' base map; empty = that
    GeoBox box;
    QSize size{1920, 1080};            ///< pixels
    QString crs;
    bool labels = true;
    int repeat = 20;
    QString picture, floorPicture;     ///< files to write the last frames to; empty = none
};

/// Reads, prepares and draws what the options say, over and over, and tells how long that took. Blocking; needs a
/// QGuiApplication, since frames of the window are measured with a job on another thread beside them.
class BenchRun {
public:
    explicit BenchRun(BenchOptions options) : m_options(std::move(options)) {}
    /// The figures, all keys always present.
    Result<QJsonObject> run();

private:
    std::optional<Error> start(QJsonObject &out);
    std::optional<Error> openAtlas();
    std::optional<Error> openLayers();
    [[nodiscard]] UserLayer dressed(const LoadedLayer &layer, std::shared_ptr<const PreparedLayer> shapes) const;
    std::optional<Error> measurePreparing(QJsonObject &out);
    std::optional<Error> readAtlas(std::shared_ptr<const BaseMap> &baseMap);
    std::optional<Error> readLayers(std::vector<LoadedLayer> &layers) const;
    void measureFrames(QJsonObject &out);
    void measureMoving(QJsonObject &out);
    void measurePicks(QJsonObject &out);
    void count(QJsonObject &out) const;
    std::optional<Error> writePicture(const QImage &image, const QString &file) const;

    BenchOptions m_options;
    std::shared_ptr<const Atlas> m_atlas;
    RenderRequest m_request;
    QImage m_ours, m_floor;
    QStringList m_warnings;
};

} // namespace ca
