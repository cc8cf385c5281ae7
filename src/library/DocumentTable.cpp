// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/DocumentTable.h"

#include "atlas/Records.h"
#include "database/SqlConnection.h"
#include "library/IndexMap.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace ca {
namespace {

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

/// Qt writes a null string as NULL, which NOT NULL columns refuse.
QString orEmpty(const QString &text)
{
    return text.isNull() ? QLatin1String("") : text;
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString publisherOf(const QJsonObject &csl)
{
    return orEmpty(Record{{}, csl}.publisher());
}

Document documentOf(const QSqlQuery &row)
{
    Document d;
    d.id = row.value(0).toLongLong();
    d.fileName = row.value(1).toString();
    d.path = row.value(2).toString();
    d.title = row.value(3).toString();
    d.sha256 = row.value(4).toString();
    d.record = row.value(5).toString();
    d.added = QDateTime::fromString(row.value(6).toString(), Qt::ISODateWithMs);
    d.exact = row.value(7).toInt();
    d.moved = row.value(8).toInt();
    d.format = row.value(9).toString();
    d.textSha256 = row.value(10).toString();
    d.csl = QJsonDocument::fromJson(row.value(11).toString().toUtf8()).object();
    d.group = row.value(12).toLongLong();
    d.keepsBytes = row.value(13).toBool();
    return d;
}

} // namespace

Result<qint64> DocumentTable::insert(const PreparedDocument &prepared) const
{
    const Document &d = prepared.document;
    const Result<QSqlQuery> row = m_connection.query(
        QStringLiteral("INSERT INTO documents (file_name, path, title, sha256, bytes, added, record, exact, moved, format, "
                       "text_sha256, csl, publisher, issued, keeps_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {orEmpty(d.fileName), orEmpty(d.path), orEmpty(d.title), d.sha256, prepared.bytes, d.added.toString(Qt::ISODateWithMs),
         orNull(d.record), d.exact, d.moved, orEmpty(d.format), d.textSha256, jsonText(d.csl), publisherOf(d.csl),
         orEmpty(cslDate(d.csl, QStringLiteral("issued"))), d.keepsBytes});
    if (!row)
        return row.error();
    const qint64 id = row->lastInsertId().toLongLong();
    Result<Done> done = insertText(id, prepared);
    if (done)
        done = insertVerdicts(id, prepared.verdicts);
    return done ? Result<qint64>(id) : Result<qint64>(done.error());
}

Result<Done> DocumentTable::insertText(qint64 id, const PreparedDocument &prepared) const
{
    Result<Done> done = m_connection.run(
        QStringLiteral("INSERT INTO texts (document, text, normalised, origins, pages) VALUES (?, ?, ?, ?, ?)"),
        {id, prepared.text, prepared.normalised.text, packOffsets(prepared.normalised.origin), prepared.pages});
    if (done && prepared.document.keepsBytes)
        done = m_connection.run(QStringLiteral("INSERT INTO originals (document, bytes) VALUES (?, ?)"), {id, prepared.original});
    return done;
}

Result<Done> DocumentTable::insertVerdicts(qint64 id, const std::vector<StoredVerdict> &verdicts) const
{
    for (const StoredVerdict &verdict : verdicts) {
        const FoundPassage &found = verdict.found;
        Result<Done> done = m_connection.run(
            QStringLiteral("INSERT INTO verdicts (document, passage, verdict, start, length, paragraph, reason) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {id, verdict.passage, verdictId(found.verdict), found.start, found.length, found.paragraph, orEmpty(found.reason)});
        if (!done)
            return done;
    }
    return Done{};
}

Result<Done> DocumentTable::remove(qint64 id) const
{
    return m_connection.run(QStringLiteral("DELETE FROM documents WHERE id = ?"), {id});
}

Result<Done> DocumentTable::setPlace(const Document &known, const PreparedDocument &prepared) const
{
    const Document &d = prepared.document;
    const bool keep = d.keepsBytes && !known.keepsBytes;
    const bool stays = d.path.isEmpty() || QFileInfo::exists(known.path);
    Result<Done> done = stays ? Result<Done>(Done{})
        : m_connection.run(QStringLiteral("UPDATE documents SET path = ?, file_name = ? WHERE id = ?"), {d.path, d.fileName, known.id});
    if (done && keep)
        done = m_connection.run(QStringLiteral("INSERT INTO originals (document, bytes) VALUES (?, ?)"), {known.id, prepared.original});
    if (done && keep)
        done = m_connection.run(QStringLiteral("UPDATE documents SET keeps_bytes = 1 WHERE id = ?"), {known.id});
    return done;
}

Result<Done> DocumentTable::setRecognition(qint64 id, const PreparedDocument &prepared) const
{
    const Document &d = prepared.document;
    Result<Done> done = m_connection.run(QStringLiteral("UPDATE documents SET record = ?, exact = ?, moved = ? WHERE id = ?"),
                                         {orNull(d.record), d.exact, d.moved, id});
    if (done)
        done = m_connection.run(QStringLiteral("DELETE FROM verdicts WHERE document = ?"), {id});
    return done ? insertVerdicts(id, prepared.verdicts) : done;
}

Result<Done> DocumentTable::setCsl(qint64 id, const QJsonObject &csl, const QString &title) const
{
    return m_connection.run(QStringLiteral("UPDATE documents SET csl = ?, title = ?, publisher = ?, issued = ? WHERE id = ?"),
                            {jsonText(csl), orEmpty(title), publisherOf(csl),
                             orEmpty(cslDate(csl, QStringLiteral("issued"))), id});
}

std::vector<Document> DocumentTable::select(const QString &rest, const QVariantList &values) const
{
    std::vector<Document> out;
    Result<QSqlQuery> rows = m_connection.query(
        QStringLiteral("SELECT id, file_name, path, title, sha256, record, added, exact, moved, format, text_sha256, csl, copies, "
                       "keeps_bytes FROM documents ") + rest, values);
    while (rows && rows->next())
        out.push_back(documentOf(*rows));
    return out;
}

std::optional<Document> DocumentTable::first(const QString &rest, const QVariantList &values) const
{
    std::vector<Document> found = select(rest + QStringLiteral(" LIMIT 1"), values);
    return found.empty() ? std::nullopt : std::optional<Document>(std::move(found.front()));
}

std::vector<StoredVerdict> DocumentTable::verdicts(qint64 id) const
{
    std::vector<StoredVerdict> out;
    Result<QSqlQuery> rows = m_connection.query(
        QStringLiteral("SELECT passage, verdict, start, length, paragraph, reason FROM verdicts WHERE document = ? "
                       "ORDER BY start, length, passage"), {id});
    while (rows && rows->next()) {
        out.push_back({rows->value(0).toString(),
                       {verdictFromId(rows->value(1).toString()).value_or(Verdict::Orphan), rows->value(2).toInt(), rows->value(3).toInt(),
                        rows->value(4).toInt(), rows->value(5).toString()}});
    }
    return out;
}

} // namespace ca
