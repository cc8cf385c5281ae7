// SPDX-License-Identifier: GPL-3.0-or-later
#include "SceneSource.h"

#include "base/CacheFile.h"
#include "base/Logging.h"
#include "base/Tr.h"
#include "store/AtlasFile.h"

#include <QElapsedTimer>

namespace ca {

Result<std::shared_ptr<const BaseMap>> SceneSource::baseMap()
{
    const std::lock_guard lock(m_mutex);
    if (m_baseMap)
        return m_baseMap;
    auto read = AtlasFile::readBaseMap(m_file);
    if (read)
        m_baseMap = *read;
    return read;
}

QByteArray SceneSource::hash()
{
    const std::lock_guard lock(m_mutex);
    if (m_hash.isEmpty())
        m_hash = fileHash(m_file);
    return m_hash;
}

Result<std::shared_ptr<const Scene>> SceneSource::scene(const std::shared_ptr<const Atlas> &atlas,
                                                        const std::shared_ptr<const Projection> &projection,
                                                        WithoutBaseMap without, const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    QStringList warnings;
    auto base = m_cache.find(hash(), *projection);
    const bool known = base != nullptr;
    if (!known) {
        const auto map = baseMap();
        warnings = map.warnings();
        if (!map && without == WithoutBaseMap::Fail)
            return map.error();
        if (!map)
            warnings += tr("The base map cannot be read: %1").arg(map.error().text());
        base = prepareBase(map ? *map : std::make_shared<const BaseMap>(), atlas->data().disputed, *projection, cancel);
        if (base && map) {
            if (const Result<Done> kept = m_cache.keep(*base, hash(), *projection); !kept)
                qCInfo(logScene) << kept.error().text();  // of no consequence but time
        }
    }
    std::shared_ptr<const Scene> scene = base ? Scene::build(atlas, base, projection, cancel) : nullptr;
    if (!scene)
        return Error{tr("cancelled"), {}, 0};
    qCInfo(logScene) << "scene" << (known ? "from its file" : "prepared") << "in" << timer.elapsed() << "ms";
    return Result<std::shared_ptr<const Scene>>(scene).warn(warnings);
}

} // namespace ca
