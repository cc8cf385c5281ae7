// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CacheFolder.h"
#include "geo/Projection.h"
#include "layers/LoadedLayer.h"
#include "map/UserLayer.h"

namespace ca {

/// What of a UserLayer depends on the projection; one of the two is null.
struct PreparedUserLayer {
    std::shared_ptr<const PreparedLayer> shapes;
    std::shared_ptr<const UserPicture> picture;
};

/// A layer of a file, ready to be drawn in the projection it was asked for.
struct ReadyLayer {
    LoadedLayer data;
    PreparedUserLayer prepared;
};

/// Where the window and the commands get the user's layers from: prepared before from the same file, or else the file
/// itself. Thread-safe, blocking.
class LayerStore {
public:
    /// @param folder for what was prepared; empty = nothing is kept.
    explicit LayerStore(const QString &folder);
    /// In the user's folder for caches.
    [[nodiscard]] static QString defaultFolder();

    /// All there is to draw in a file. Fails when that is nothing, when it has no place in the projection, or cancelled.
    [[nodiscard]] Result<std::vector<ReadyLayer>> open(const QString &path, const Projection &projection, const CancelToken &cancel = {}) const;
    /// A layer of open() in another projection. Its file is read again if it came without geometry.
    [[nodiscard]] Result<PreparedUserLayer> prepare(const LoadedLayer &layer, const Projection &projection, const CancelToken &cancel = {}) const;

private:
    [[nodiscard]] std::vector<ReadyLayer> prepared(const QByteArray &key, const QString &path) const;
    [[nodiscard]] Result<std::vector<ReadyLayer>> read(const QString &path, const Projection &projection, const CancelToken &cancel) const;
    void keep(const QByteArray &key, const std::vector<ReadyLayer> &layers) const;

    CacheFolder m_folder;
};

} // namespace ca
