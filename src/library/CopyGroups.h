// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace ca {

class SqlConnection;
struct TextSignature;

/// Which documents are near copies of one another: reprints, other saves of the same page. By their words alone (MinHash
/// over runs of five words), never by address: addresses that claim to be the same page often are not.
class CopyGroups {
public:
    /// From this estimated share of common runs of words on, two texts are copies.
    static constexpr double leastSimilarity = 0.6;

    explicit CopyGroups(const SqlConnection &connection) : m_connection(connection) {}

    [[nodiscard]] static QByteArray signatureOf(const QString &normalised);
    /// Stores the signature and puts the document into the group of the copies it has, groups that it joins becoming one.
    [[nodiscard]] Result<Done> assign(qint64 document, const QByteArray &signature) const;
    /// Groups the documents of @p group anew: one that held two others together may be gone.
    [[nodiscard]] Result<Done> regroup(qint64 group) const;
    /// Forgets signatures; every document is alone.
    [[nodiscard]] Result<Done> clear() const;

private:
    [[nodiscard]] Result<Done> store(qint64 document, const QByteArray &bytes, const std::vector<qint64> &keys) const;
    [[nodiscard]] Result<QList<qint64>> groupsOfCopies(qint64 document, const TextSignature &signature) const;
    [[nodiscard]] Result<Done> join(qint64 document, const QList<qint64> &groups) const;
    const SqlConnection &m_connection;
};

} // namespace ca
