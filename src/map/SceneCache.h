// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CacheFolder.h"
#include "map/BaseLayers.h"

#include <memory>

namespace ca {

/// Base maps prepared before, one file for each atlas and projection. What is missing, damaged or of another version is not
/// found, and whoever asked prepares it again: nothing here is ever wrong, only absent. Thread-safe.
class SceneCache {
public:
    /// @param folder empty = nothing is found and nothing kept.
    explicit SceneCache(const QString &folder);
    /// In the user's folder for caches.
    [[nodiscard]] static QString defaultFolder();

    /// @param atlasHash fileHash() of the atlas. Null when it is not there.
    [[nodiscard]] std::shared_ptr<const PreparedBase> find(const QByteArray &atlasHash, const Projection &projection) const;
    /// Keeps @p base and drops the files that were not used for longest, beyond what a user would miss.
    [[nodiscard]] Result<Done> keep(const PreparedBase &base, const QByteArray &atlasHash, const Projection &projection) const;

private:
    CacheFolder m_folder;
};

} // namespace ca
