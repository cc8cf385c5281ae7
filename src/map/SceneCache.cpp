// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/SceneCache.h"

#include "map/PreparedFile.h"

namespace ca {
namespace {

constexpr int formatVersion = 3;   // to be raised whenever what is prepared, or how it is written, changes
constexpr qint64 mostSceneBytes = 150 << 20;  // some dozen projections

/// All that a prepared base map depends on.
QByteArray keyOf(const QByteArray &atlasHash, const Projection &projection)
{
    return QByteArray::number(formatVersion) + '\n' + atlasHash.toHex() + '\n' + projection.recipe();
}

} // namespace

SceneCache::SceneCache(const QString &folder) : m_folder(folder, QStringLiteral(".scene"), mostSceneBytes)
{
}

QString SceneCache::defaultFolder()
{
    return CacheFolder::ofUser(QStringLiteral("scenes"));
}

std::shared_ptr<const PreparedBase> SceneCache::find(const QByteArray &atlasHash, const Projection &projection) const
{
    const auto reader = atlasHash.isEmpty() ? nullptr : m_folder.find(keyOf(atlasHash, projection));
    return reader ? PreparedFile::read(*reader) : nullptr;
}

Result<Done> SceneCache::keep(const PreparedBase &base, const QByteArray &atlasHash, const Projection &projection) const
{
    if (!m_folder.enabled() || atlasHash.isEmpty())
        return Done{};
    CacheWriter writer;
    PreparedFile::write(writer, base);
    return m_folder.keep(keyOf(atlasHash, projection), writer);
}

} // namespace ca
