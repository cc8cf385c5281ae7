// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Library.h"

#include "library/LibraryIndex.h"
#include "library/LibrarySchema.h"
#include "library/LibrarySearch.h"
#include "anchor/Recognition.h"
#include "database/SqlConnection.h"
#include "document/TextExtractor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace ca {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

QString selectDocuments(const char *rest)
{
    return QStringLiteral("SELECT id, file_name, path, title, sha256, record, added, exact, moved FROM documents ")
        + QString::fromLatin1(rest);
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
    return d;
}

std::optional<Document> firstDocument(const SqlConnection &connection, const char *rest, const QVariant &value)
{
    Result<QSqlQuery> rows = connection.query(selectDocuments(rest), {value});
    if (!rows || !rows->next())
        return std::nullopt;
    return documentOf(*rows);
}

QString titleFor(const Recognition &recognition, const Atlas &atlas, const QString &fallback)
{
    const Record *record = atlas.record(recognition.record);
    const QString title = record ? record->titleText() : QString();
    return title.isEmpty() ? fallback : title;
}

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

} // namespace

struct Library::Private {
    std::unique_ptr<SqlConnection> connection;

    /// One transaction: the document, its text and its words, or nothing.
    Result<Document> insert(const Document &document, qint64 bytes, const QString &text) const
    {
        SqlTransaction transaction(*connection);
        if (!transaction.begun())
            return transaction.begun().error();
        Result<QSqlQuery> row = connection->query(
            QStringLiteral("INSERT INTO documents (file_name, path, title, sha256, bytes, added, record, exact, moved) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {document.fileName, document.path, document.title, document.sha256, bytes,
             document.added.toString(Qt::ISODateWithMs), orNull(document.record), document.exact, document.moved});
        if (!row)
            return row.error();
        Document stored = document;
        stored.id = row->lastInsertId().toLongLong();
        Result<Done> done = connection->run(QStringLiteral("INSERT INTO texts (document, text) VALUES (?, ?)"), {stored.id, text});
        if (done)
            done = LibraryIndex::insert(*connection, stored.id, stored.title, text);
        if (done)
            done = transaction.commit();
        return done ? Result<Document>(stored) : Result<Document>(done.error());
    }

    Result<Document> recogniseAgain(Document document, const Recognition &recognition) const
    {
        document.record = recognition.record;
        document.exact = recognition.exact;
        document.moved = recognition.moved;
        const Result<Done> done = connection->run(
            QStringLiteral("UPDATE documents SET record = ?, exact = ?, moved = ? WHERE id = ?"),
            {orNull(document.record), document.exact, document.moved, document.id});
        return done ? Result<Document>(document) : Result<Document>(done.error());
    }
};

Library::Library(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

Library::~Library() = default;

Result<std::unique_ptr<Library>> Library::open(const QString &path)
{
    Result<std::unique_ptr<SqlConnection>> connection = LibrarySchema::open(path);
    if (!connection)
        return connection.error();
    const Result<Done> ready = LibraryIndex::bringUpToDate(**connection);
    if (!ready)
        return Error{Text::tr("The library's index cannot be built: %1.").arg(ready.error().message), path, 0};
    auto priv = std::make_unique<Private>();
    priv->connection = std::move(*connection);
    Result<std::unique_ptr<Library>> library(std::unique_ptr<Library>(new Library(std::move(priv))));
    library.warn(connection.warnings());
    return library;
}

Result<Document> Library::add(const QString &file, const Atlas &atlas)
{
    Result<ExtractedText> extracted = TextExtractor::read(file);
    if (!extracted)
        return extracted.error();
    const PassageFinder finder(ArticleText::fromPlainText(extracted->text));
    const Recognition recognition = recognise(finder, atlas);
    const auto known = firstDocument(*d->connection, "WHERE sha256 = ?", extracted->sha256);
    if (known) {
        Result<Document> again = d->recogniseAgain(*known, recognition);
        if (again)
            again->known = true;
        return again;
    }
    const QFileInfo info(file);
    const Document document{0, info.fileName(), info.absoluteFilePath(),
                            titleFor(recognition, atlas, extracted->title), extracted->sha256, recognition.record,
                            QDateTime::currentDateTimeUtc(), recognition.exact, recognition.moved, false};
    Result<Document> stored = d->insert(document, extracted->bytes, finder.article().text);
    if (!stored)
        return Error{Text::tr("It could not be written to the library: %1.").arg(stored.error().message), file, 0};
    return stored;
}

Result<std::vector<Document>> Library::addFolder(const QString &folder, const Atlas &atlas, const CancelToken &cancel)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return Error{info.exists() ? Text::tr("It is not a folder.") : Text::tr("There is no such folder."), folder, 0};
    if (!info.isReadable() || !info.isExecutable())
        return Error{Text::tr("The folder cannot be read: permission denied."), folder, 0};
    std::vector<Document> added;
    QStringList warnings;
    int others = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        if (cancel.cancelled())
            break;
        if (!TextExtractor::supports(file.fileName())) {
            ++others;
            continue;
        }
        Result<Document> document = add(file.filePath(), atlas);
        warnings += document ? document.warnings() : QStringList(document.error().text());
        if (document)
            added.push_back(*document);
    }
    if (others > 0)
        warnings << Text::tr("%1: %n file(s) of other types were left out.", nullptr, others).arg(folder);
    Result<std::vector<Document>> result(std::move(added));
    result.warn(warnings);
    return result;
}

Result<Done> Library::remove(qint64 id)
{
    SqlTransaction transaction(*d->connection);
    if (!transaction.begun())
        return transaction.begun();
    Result<Done> done = LibraryIndex::remove(*d->connection, id);
    if (done)
        done = d->connection->run(QStringLiteral("DELETE FROM documents WHERE id = ?"), {id});
    return done ? transaction.commit() : done;
}

std::vector<Document> Library::documents() const
{
    std::vector<Document> out;
    Result<QSqlQuery> rows = d->connection->query(selectDocuments("ORDER BY id"));
    while (rows && rows->next())
        out.push_back(documentOf(*rows));
    return out;
}

std::optional<Document> Library::document(qint64 id) const
{
    return firstDocument(*d->connection, "WHERE id = ?", id);
}

std::optional<Document> Library::documentForRecord(const QString &record) const
{
    return firstDocument(*d->connection, "WHERE record = ? ORDER BY exact DESC, moved DESC, id LIMIT 1", record);
}

ArticleText Library::text(qint64 id) const
{
    const Result<QVariant> text = d->connection->value(QStringLiteral("SELECT text FROM texts WHERE document = ?"), {id});
    return ArticleText::fromPlainText(text ? text->toString() : QString());
}

std::vector<SearchHit> Library::search(const QString &words, int limit) const
{
    return LibrarySearch::find(*d->connection, words, limit);
}

QString Library::path() const
{
    return d->connection->path();
}

} // namespace ca
