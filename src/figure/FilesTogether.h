// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace ca {

/// Files that are of use only together: all are written, or none.
class FilesTogether {
public:
    /// @p about: the file that errors name.
    explicit FilesTogether(QString about) : m_about(std::move(about)) {}
    /// Replaces the file at @p path, if there is one.
    void add(const QString &path, const QByteArray &bytes) { m_files.push_back({path, bytes}); }
    /// Writes each beside its place, then moves them there in the order they were added. A disk that is full, a place that
    /// is not to be had and a cancel show while nothing is in its place yet: nothing is left then, and what was there stays.
    /// Should moving fail, what has been moved to where nothing was is taken away again.
    [[nodiscard]] Result<Done> write(const CancelToken &cancel = {}) const;

private:
    struct File {
        QString path;
        QByteArray bytes;
    };
    QString m_about;
    std::vector<File> m_files;
};

} // namespace ca
