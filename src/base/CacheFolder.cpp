// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/CacheFolder.h"

#include <QDateTime>
#include <QDir>
#include <QStandardPaths>

namespace ca {

QString CacheFolder::ofUser(const QString &name)
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return cache.isEmpty() ? QString() : cache + QLatin1Char('/') + name;
}

QString CacheFolder::fileFor(const QByteArray &key) const
{
    const QByteArray name = bytesHash(std::as_bytes(std::span(key.constData(), std::size_t(key.size()))));
    return m_path + QLatin1Char('/') + QString::fromLatin1(name.toHex()) + m_suffix;
}

std::unique_ptr<CacheReader> CacheFolder::find(const QByteArray &key) const
{
    if (!enabled())
        return nullptr;
    auto reader = CacheReader::open(fileFor(key), key);
    if (!reader)
        return nullptr;
    // Touched, so that it counts as used.
    QFile file(fileFor(key));
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return reader;
}

Result<Done> CacheFolder::keep(const QByteArray &key, const CacheWriter &content) const
{
    if (!enabled() || qint64(content.size()) > m_mostBytes)
        return Done{};
    Result<Done> done = content.save(fileFor(key), key);
    if (done)
        dropOldest();
    return done;
}

void CacheFolder::dropOldest() const
{
    qint64 bytes = 0;
    const QFileInfoList files = QDir(m_path).entryInfoList({QLatin1Char('*') + m_suffix}, QDir::Files, QDir::Time);
    for (const QFileInfo &file : files) {
        bytes += file.size();
        if (bytes > m_mostBytes)
            QFile::remove(file.filePath());
    }
}

} // namespace ca
