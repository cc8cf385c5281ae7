// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "base/CancelToken.h"
#include "base/Result.h"
#include "geo/FeatureTable.h"
#include "geo/RasterGrid.h"
#include "store/LayerReport.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ca {

/// One of the user's layers as it was read: features of one kind, or a picture. A value; the data are shared.
struct LoadedLayer {
    QString path;
    std::size_t number = 0;                      ///< among the layers of the file
    QString name;                                ///< the layer's own; empty for pictures
    QString title;                               ///< file and, where there are several, layer and kind of geometry
    std::shared_ptr<const FeatureTable> table;   ///< null for pictures; without geometry when it came prepared
    std::shared_ptr<const RasterGrid> grid;      ///< null for features
    GeoBox extent;                               ///< degrees
    QString state;                               ///< of a part of a layer of OpenStreetMap, see osmlayers::State; else empty
    Credit credit;                               ///< whom it owes; empty text = nobody is known
    LayerReport report;                          ///< of the whole layer of the file
    QStringList notes;                           ///< translated: about the file

    /// What there was to say about faults, notes first; empty = nothing.
    [[nodiscard]] QStringList remarks() const;
    [[nodiscard]] bool hasGeometry() const { return table && !table->vertices.empty(); }
    /// Of the features; none = a picture.
    [[nodiscard]] std::optional<GeometryKind> kind() const { return table ? std::optional(table->kind) : std::nullopt; }
    /// Columns of the table, in its order.
    [[nodiscard]] QStringList columns() const;
};

/// Whether a file's name speaks of map data rather than of text to read.
[[nodiscard]] bool looksLikeMapData(const QString &path);

/// Reads all there is to draw in a file. Fails when that is nothing, with the reason. Blocking; any thread.
[[nodiscard]] Result<std::vector<LoadedLayer>> loadLayers(const QString &path, const std::function<void(double)> &progress = {},
                                                          const CancelToken &cancel = {});

} // namespace ca
