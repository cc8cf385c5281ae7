// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CacheFile.h"

#include <memory>

namespace ca {

/// A folder of files that can be made again at any time, each found by what it was made from. What is missing or damaged is
/// not found; what was not used for longest goes first. Thread-safe, for several programs at once too.
class CacheFolder {
public:
    /// @param path empty = nothing is found and nothing kept. @param suffix with its dot: files of other names are left alone.
    CacheFolder(QString path, QString suffix, qint64 mostBytes)
        : m_path(std::move(path)), m_suffix(std::move(suffix)), m_mostBytes(mostBytes)
    {
    }

    /// A folder of that name among the user's caches; empty where the system has none.
    [[nodiscard]] static QString ofUser(const QString &name);

    [[nodiscard]] bool enabled() const { return !m_path.isEmpty(); }
    /// Null when there is none.
    [[nodiscard]] std::unique_ptr<CacheReader> find(const QByteArray &key) const;
    /// Keeps @p content and drops the oldest files beyond the limit; a larger content is not kept.
    [[nodiscard]] Result<Done> keep(const QByteArray &key, const CacheWriter &content) const;

private:
    [[nodiscard]] QString fileFor(const QByteArray &key) const;
    void dropOldest() const;

    QString m_path;
    QString m_suffix;
    qint64 m_mostBytes;
};

} // namespace ca
