// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/SceneCache.h"

#include "map/PreparedFile.h"

#include <QDateTime>
#include <QDir>
#include <QStandardPaths>

namespace ca {
namespace {

constexpr int formatVersion = 2;   // to be raised whenever what is prepared, or how it is written, changes
constexpr int mostFiles = 12;      // some 10 MB each
const QString suffix = QStringLiteral(".scene");

/// All that a prepared base map depends on.
QByteArray keyOf(const QByteArray &atlasHash, const Projection &projection)
{
    return QByteArray::number(formatVersion) + '\n' + atlasHash.toHex() + '\n' + Projection::libraryVersion().toUtf8() + '\n'
        + projection.definition().toUtf8();
}

} // namespace

QString SceneCache::defaultFolder()
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return cache.isEmpty() ? QString() : cache + QStringLiteral("/scenes");
}

QString SceneCache::fileFor(const QByteArray &key) const
{
    const QByteArray name = bytesHash(std::as_bytes(std::span(key.constData(), std::size_t(key.size()))));
    return m_folder + QLatin1Char('/') + QString::fromLatin1(name.toHex()) + suffix;
}

std::shared_ptr<const PreparedBase> SceneCache::find(const QByteArray &atlasHash, const Projection &projection) const
{
    if (m_folder.isEmpty() || atlasHash.isEmpty())
        return nullptr;
    const QByteArray key = keyOf(atlasHash, projection);
    const auto reader = CacheReader::open(fileFor(key), key);
    if (!reader)
        return nullptr;
    // Touched, so that it counts as used.
    QFile file(fileFor(key));
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return PreparedFile::read(*reader);
}

Result<Done> SceneCache::keep(const PreparedBase &base, const QByteArray &atlasHash, const Projection &projection) const
{
    if (m_folder.isEmpty() || atlasHash.isEmpty())
        return Done{};
    const QByteArray key = keyOf(atlasHash, projection);
    CacheWriter writer;
    PreparedFile::write(writer, base);
    Result<Done> done = writer.save(fileFor(key), key);
    if (done)
        dropOldest();
    return done;
}

void SceneCache::dropOldest() const
{
    const QFileInfoList files = QDir(m_folder).entryInfoList({QLatin1Char('*') + suffix}, QDir::Files, QDir::Time);
    for (qsizetype i = mostFiles; i < files.size(); ++i)
        QFile::remove(files[i].filePath());
}

} // namespace ca
