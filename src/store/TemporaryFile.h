// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace ca {

/// A file beside @p target that goes away unless it is moved onto it. One a target and process at a time.
class TemporaryFile {
public:
    explicit TemporaryFile(const QString &target)
        : m_target(target), m_path(QStringLiteral("%1/.%2.%3.gpkg").arg(QFileInfo(target).absolutePath(),
                                       QFileInfo(target).completeBaseName()).arg(QCoreApplication::applicationPid()))
    {
        QFile::remove(m_path);
    }
    ~TemporaryFile() { QFile::remove(m_path); }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    [[nodiscard]] QString path() const { return m_path; }
    Result<Done> moveOntoTarget() const
    {
        std::error_code failure;
        std::filesystem::rename(m_path.toStdU16String(), m_target.toStdU16String(), failure);
        if (failure)
            return Error{QStringLiteral("cannot be replaced: %1").arg(QString::fromStdString(failure.message())),
                         m_target, 0};
        return Done{};
    }

private:
    QString m_target;
    QString m_path;
};

} // namespace ca
