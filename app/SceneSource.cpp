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
    auto read = AtlasFile::readBaseMap(m_baseMapFile.isEmpty() ? m_file : m_baseMapFile);
    if (read)
        m_baseMap = *read;
    return read;
}

QByteArray SceneSource::hash()
{
    const std::lock_guard lock(m_mutex);
    // What is disputed is the atlas' even where the rest of the base map is not. A file that is not there has no hash.
    if (m_hash.isEmpty() && m_baseMapFile.isEmpty())
        m_hash = fileHash(m_file);
    else if (const QByteArray own = m_hash.isEmpty() ? fileHash(m_baseMapFile) : QByteArray(); !own.isEmpty())
        m_hash = fileHash(m_file) + own;
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
        auto map = baseMap();
        warnings = map.warnings();
        if (!map && without == WithoutBaseMap::Fail)
            return map.error();
        if (!map)
            warnings += tr("The base map cannot be read: %1").arg(map.error().text());
        const bool instead = !map && !m_baseMapFile.isEmpty();
        if (instead)
            map = AtlasFile::readBaseMap(m_file);
        base = prepareBase(map ? *map : std::make_shared<const BaseMap>(), atlas->data().disputed, *projection, cancel);
        if (base && map && !instead) {
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
