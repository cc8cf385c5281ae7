// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "library/PreparedDocument.h"

#include <QVariantList>

#include <optional>
#include <vector>

namespace ca {

class SqlConnection;

/// The library's documents as rows: no rule of the library is in here, only its SQL.
class DocumentTable {
public:
    explicit DocumentTable(const SqlConnection &connection) : m_connection(connection) {}

    /// Document, text, bytes and verdicts; inside the caller's transaction. Returns the new id.
    [[nodiscard]] Result<qint64> insert(const PreparedDocument &prepared) const;
    [[nodiscard]] Result<Done> remove(qint64 id) const;
    /// What is told anew of bytes that are known: where the file lies now if it is gone from where it lay, and the bytes
    /// if they are to be kept from now on.
    [[nodiscard]] Result<Done> setPlace(const Document &known, const PreparedDocument &prepared) const;
    /// Record, counts and verdicts anew.
    [[nodiscard]] Result<Done> setRecognition(qint64 id, const PreparedDocument &prepared) const;
    [[nodiscard]] Result<Done> setCsl(qint64 id, const QJsonObject &csl, const QString &title) const;

    /// @p rest follows FROM documents: conditions, order, limit.
    [[nodiscard]] std::vector<Document> select(const QString &rest, const QVariantList &values = {}) const;
    [[nodiscard]] std::optional<Document> first(const QString &rest, const QVariantList &values = {}) const;
    [[nodiscard]] std::vector<StoredVerdict> verdicts(qint64 id) const;

private:
    [[nodiscard]] Result<Done> insertText(qint64 id, const PreparedDocument &prepared) const;
    [[nodiscard]] Result<Done> insertVerdicts(qint64 id, const std::vector<StoredVerdict> &verdicts) const;
    const SqlConnection &m_connection;
};

} // namespace ca
