// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/WholeFile.h"

#include "base/Tr.h"

#include <QFile>
#include <QSaveFile>

namespace ca {

Result<Done> writeWhole(const QString &file, const QByteArray &bytes)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit())
        return Error{tr("the file could not be written: %1").arg(target.errorString()), file, 0};
    return Done{};
}

Result<QByteArray> readWhole(const QString &file, qint64 most)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Error{tr("the file could not be read: %1").arg(source.errorString()), file, 0};
    // Not by its size: a pipe has none.
    QByteArray bytes = source.read(most + 1);
    if (source.error() != QFileDevice::NoError)
        return Error{tr("the file could not be read: %1").arg(source.errorString()), file, 0};
    if (bytes.size() > most)
        return Error{tr("the file is larger than %1 MB").arg(most / (1024 * 1024)), file, 0};
    return bytes;
}

} // namespace ca
