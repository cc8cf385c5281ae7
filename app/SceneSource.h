// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "base/CancelToken.h"
#include "map/Scene.h"
#include "map/SceneCache.h"

#include <memory>
#include <mutex>

namespace ca {

/// Where the window and the commands get scenes from: a base map prepared before, or else the atlas' file. All of it may be
/// called from any thread; whatever is slow is done once.
class SceneSource {
public:
    /// @param baseMapFile a base map of its own, instead of that in the atlas; empty = the atlas'.
    SceneSource(QString atlasFile, SceneCache cache, QString baseMapFile = {})
        : m_file(std::move(atlasFile)), m_baseMapFile(std::move(baseMapFile)), m_cache(std::move(cache))
    {
    }

    [[nodiscard]] const QString &baseMapFile() const { return m_baseMapFile; }
    /// The base map as read; its warnings come with the first answer only.
    [[nodiscard]] Result<std::shared_ptr<const BaseMap>> baseMap();
    enum class WithoutBaseMap { Fail, Warn };
    /// A scene of @p atlas (of that file, or a part of it). Fails when cancelled, and without a base map unless a warning will
    /// do: then the scene has none.
    [[nodiscard]] Result<std::shared_ptr<const Scene>> scene(const std::shared_ptr<const Atlas> &atlas,
                                                             const std::shared_ptr<const Projection> &projection,
                                                             WithoutBaseMap without, const CancelToken &cancel = {});

private:
    [[nodiscard]] QByteArray hash();

    QString m_file;
    QString m_baseMapFile;
    SceneCache m_cache;
    std::mutex m_mutex;
    std::shared_ptr<const BaseMap> m_baseMap;
    QByteArray m_hash;
};

} // namespace ca
