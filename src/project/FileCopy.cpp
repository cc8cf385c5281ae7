// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/FileCopy.h"

#include "base/Tr.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#include <QFileInfo>
#endif

namespace ca {
namespace {

constexpr qint64 blockBytes = 1 << 20;

/// Copies what there is of @p from to @p to, null = nowhere; returns the SHA-256.
Result<QString> pour(QFile &from, QFileDevice *to, const QString &target)
{
    if (!from.open(QIODevice::ReadOnly))
        return Error{tr("It cannot be read: %1.").arg(from.errorString()), from.fileName()};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!from.atEnd()) {
        const QByteArray block = from.read(blockBytes);
        if (block.isEmpty())
            return Error{tr("It cannot be read: %1.").arg(from.errorString()), from.fileName()};
        hash.addData(block);
        if (to && to->write(block) != block.size())
            return Error{tr("It cannot be written: %1.").arg(to->errorString()), target};
    }
    if (to && !to->flush())
        return Error{tr("It cannot be written: %1.").arg(to->errorString()), target};
    return QString::fromLatin1(hash.result().toHex());
}

/// A rename is safe on the disk only when the folder is.
void syncFolderOf(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    (void)::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path)
#endif
}

} // namespace

Result<QString> fileSha256(const QString &path)
{
    QFile file(path);
    return pour(file, nullptr, {});
}

Result<QString> copyFile(const QString &from, const QString &to)
{
    QFile source(from), target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{tr("It cannot be written: %1.").arg(target.errorString()), to};
    return pour(source, &target, to);
}

Result<QString> replaceFile(const QString &target, const QString &from)
{
    QFile source(from);
    QSaveFile save(target);
    if (!save.open(QIODevice::WriteOnly))
        return Error{tr("The project could not be saved: %1. The file is as it was.").arg(save.errorString()), target};
    const Result<QString> written = pour(source, &save, target);
    if (!written || !save.commit()) {
        const QString reason = written ? save.errorString() : written.error().message;
        save.cancelWriting();
        return Error{tr("The project could not be saved: %1 The file is as it was.").arg(reason), target};
    }
    syncFolderOf(target);
    return written;
}

} // namespace ca
