// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/CopyGroups.h"

#include "database/SqliteFile.h"

namespace ca {

QByteArray CopyGroups::signatureOf(const QString &)
{
    return {};
}

Result<Done> CopyGroups::assign(qint64 document, const QByteArray &) const
{
    return m_connection.run(QStringLiteral("UPDATE documents SET copies = id WHERE id = ?"), {document});
}

Result<Done> CopyGroups::clear() const
{
    return runAll(m_connection, {QStringLiteral("DELETE FROM bands"), QStringLiteral("DELETE FROM signatures"),
                                 QStringLiteral("UPDATE documents SET copies = id")});
}

} // namespace ca
