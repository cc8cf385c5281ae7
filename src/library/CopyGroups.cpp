// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/CopyGroups.h"

#include "anchor/MinHash.h"
#include "database/SqliteFile.h"

#include <algorithm>

namespace ca {
namespace {

/// An excerpt counts as a copy from this share of the shorter text on, if it is no mere sentence.
constexpr double leastContainment = 0.9;
constexpr quint32 leastShingles = 60;

bool areCopies(const TextSignature &a, const TextSignature &b)
{
    if (likeness(a, b) >= CopyGroups::leastSimilarity)
        return true;
    return std::min(a.shingles, b.shingles) >= leastShingles && containment(a, b) >= leastContainment;
}

} // namespace

QByteArray CopyGroups::signatureOf(const QString &normalised)
{
    return ca::signatureOf(normalised).toBytes();
}

Result<Done> CopyGroups::assign(qint64 document, const QByteArray &bytes) const
{
    const std::optional<TextSignature> signature = TextSignature::fromBytes(bytes);
    Result<Done> done = m_connection.run(QStringLiteral("UPDATE documents SET copies = id WHERE id = ?"), {document});
    if (!signature || !done)
        return done;
    const Result<QList<qint64>> groups = groupsOfCopies(document, *signature);
    done = groups ? store(document, bytes, bandKeys(*signature)) : Result<Done>(groups.error());
    if (!done || groups->isEmpty())
        return done;
    return join(document, *groups);
}

Result<Done> CopyGroups::store(qint64 document, const QByteArray &bytes, const std::vector<qint64> &keys) const
{
    Result<Done> done = m_connection.run(QStringLiteral("INSERT INTO signatures (document, signature) VALUES (?, ?)"), {document, bytes});
    QStringList rows;
    for (const qint64 key : keys)
        rows << QStringLiteral("(%1, %2)").arg(key).arg(document);
    if (done && !rows.isEmpty())
        done = m_connection.run(QStringLiteral("INSERT OR IGNORE INTO bands (band, document) VALUES ") + rows.join(u','));
    return done;
}

Result<QList<qint64>> CopyGroups::groupsOfCopies(qint64 document, const TextSignature &signature) const
{
    QStringList keys;
    for (const qint64 key : bandKeys(signature))
        keys << QString::number(key);
    Result<QSqlQuery> rows = m_connection.query(
        QStringLiteral("SELECT DISTINCT d.copies, s.signature FROM bands b JOIN signatures s ON s.document = b.document "
                       "JOIN documents d ON d.id = b.document WHERE b.document <> ? AND b.band IN (%1)").arg(keys.join(u',')), {document});
    if (!rows)
        return rows.error();
    QList<qint64> groups;
    while (rows->next()) {
        const auto other = TextSignature::fromBytes(rows->value(1).toByteArray());
        const qint64 group = rows->value(0).toLongLong();
        if (other && !groups.contains(group) && areCopies(signature, *other))
            groups << group;
    }
    return groups;
}

Result<Done> CopyGroups::join(qint64 document, const QList<qint64> &groups) const
{
    const qint64 first = *std::min_element(groups.begin(), groups.end());
    Result<Done> done = m_connection.run(QStringLiteral("UPDATE documents SET copies = ? WHERE id = ?"), {first, document});
    for (const qint64 group : groups) {
        if (done && group != first)
            done = m_connection.run(QStringLiteral("UPDATE documents SET copies = ? WHERE copies = ?"), {first, group});
    }
    return done;
}

Result<Done> CopyGroups::regroup(qint64 group) const
{
    std::vector<std::pair<qint64, QByteArray>> members;
    Result<QSqlQuery> rows = m_connection.query(
        QStringLiteral("SELECT id, signature FROM documents JOIN signatures ON document = id WHERE copies = ? ORDER BY id"), {group});
    while (rows && rows->next())
        members.emplace_back(rows->value(0).toLongLong(), rows->value(1).toByteArray());
    Result<Done> done = rows ? m_connection.run(QStringLiteral("UPDATE documents SET copies = id WHERE copies = ?"), {group})
                             : Result<Done>(rows.error());
    for (const auto &[document, bytes] : members) {
        const std::optional<TextSignature> signature = TextSignature::fromBytes(bytes);
        if (!done || !signature)
            continue;
        const Result<QList<qint64>> groups = groupsOfCopies(document, *signature);
        done = !groups ? Result<Done>(groups.error()) : groups->isEmpty() ? done : join(document, *groups);
    }
    return done;
}

Result<Done> CopyGroups::clear() const
{
    return runAll(m_connection, {QStringLiteral("DELETE FROM bands"), QStringLiteral("DELETE FROM signatures"),
                                 QStringLiteral("UPDATE documents SET copies = id")});
}

} // namespace ca
