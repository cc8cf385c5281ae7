// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Library.h"

#include "base/Tr.h"
#include "database/SqlConnection.h"
#include "document/Checksum.h"
#include "library/CopyGroups.h"
#include "library/DocumentTable.h"
#include "library/IndexMap.h"
#include "library/LibraryIndex.h"
#include "library/LibrarySchema.h"
#include "library/LibrarySearch.h"

#include <QCryptographicHash>

#include <utility>

namespace ca {
namespace {

/// What verdicts depend on: the atlas' passages and the rules of normalising.
QString stateOf(const Atlas &atlas)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(normalisationVersion));
    for (const Passage &passage : atlas.data().passages)
        hash.addData(QStringLiteral("%1\t%2\t%3\t%4\t%5\n").arg(passage.id, passage.firstWords, passage.lastWords,
                                                               QString::number(passage.paragraph), passage.sha256).toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

struct Library::Private {
    std::unique_ptr<SqlConnection> connection;
    DocumentTable table;

    explicit Private(std::unique_ptr<SqlConnection> opened) : connection(std::move(opened)), table(*connection) {}

    /// Inside a transaction.
    [[nodiscard]] Result<Document> insert(const PreparedDocument &prepared) const
    {
        if (const auto known = table.first(QStringLiteral("WHERE sha256 = ?"), {prepared.document.sha256}))
            return recogniseKnown(*known, prepared);
        const Result<qint64> id = table.insert(prepared);
        if (!id)
            return id.error();
        Result<Done> done = CopyGroups(*connection).assign(*id, prepared.signature);
        if (done)
            done = LibraryIndex::insert(*connection, *id, prepared.shadow);
        if (!done)
            return done.error();
        const auto stored = table.first(QStringLiteral("WHERE id = ?"), {*id});
        return stored ? Result<Document>(*stored) : Result<Document>(Error{tr("It could not be read back."), {}, 0});
    }

    [[nodiscard]] Result<Document> recogniseKnown(const Document &known, const PreparedDocument &prepared) const
    {
        Result<Done> done = table.setRecognition(known.id, prepared);
        if (done)
            done = table.setPlace(known, prepared);
        if (!done)
            return done.error();
        Document again = *table.first(QStringLiteral("WHERE id = ?"), {known.id});
        again.known = true;
        return again;
    }

    [[nodiscard]] Result<QVariant> valueOf(const char *sql, qint64 id) const
    {
        return connection->value(QString::fromLatin1(sql), {id});
    }

    [[nodiscard]] Result<Done> verify(const Document &document) const
    {
        const Result<QVariant> text = valueOf("SELECT normalised FROM texts WHERE document = ?", document.id);
        const Result<QVariant> bytes = valueOf("SELECT bytes FROM originals WHERE document = ?", document.id);
        if (!text || !bytes)
            return text ? bytes.error() : text.error();
        if (digest(text->toString()) != document.textSha256)
            return Error{tr("The text of “%1” is not what was stored: its checksum differs.").arg(document.title), {}, 0};
        if (document.keepsBytes && sha256Of(bytes->toByteArray()) != document.sha256)
            return Error{tr("The file kept of “%1” is not what was stored: its checksum differs.").arg(document.title), {}, 0};
        return Done{};
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
        return Error{tr("The library's index cannot be built: %1.").arg(ready.error().message), path, 0};
    Result<std::unique_ptr<Library>> library(
        std::unique_ptr<Library>(new Library(std::make_unique<Private>(std::move(*connection)))));
    library.warn(connection.warnings());
    return library;
}

Result<Document> Library::add(const QString &file, const Atlas &atlas, const ImportOptions &options)
{
    Result<PreparedDocument> prepared = prepareDocument(file, atlas, options);
    if (!prepared)
        return prepared.error();
    Result<Document> stored = store(*prepared);
    stored.warn(prepared.warnings());
    return stored;
}

Result<Document> Library::store(const PreparedDocument &prepared)
{
    SqlTransaction transaction(*d->connection);
    Result<Document> stored = transaction.begun() ? d->insert(prepared) : Result<Document>(transaction.begun().error());
    const Result<Done> done = stored ? transaction.commit() : Result<Done>(stored.error());
    if (!done)
        return Error{tr("It could not be written to the library: %1.").arg(done.error().message),
                     prepared.document.path, 0};
    return stored;
}

std::vector<Result<Document>> Library::store(const std::vector<PreparedDocument> &prepared)
{
    std::vector<Result<Document>> out;
    out.reserve(prepared.size());
    bool all = false;
    {
        SqlTransaction transaction(*d->connection);
        all = transaction.begun().ok();
        for (std::size_t i = 0; all && i < prepared.size(); ++i) {
            out.push_back(d->insert(prepared[i]));
            all = out.back().ok();
        }
        all = all && transaction.commit();
    }
    if (all)
        return out;
    // One by one, so that what cannot be stored takes nothing else with it.
    out.clear();
    for (const PreparedDocument &one : prepared)
        out.push_back(store(one));
    return out;
}

Result<Done> Library::remove(qint64 id)
{
    SqlTransaction transaction(*d->connection);
    if (!transaction.begun())
        return transaction.begun();
    const auto known = document(id);
    Result<Done> done = LibraryIndex::remove(*d->connection, id);
    if (done)
        done = d->table.remove(id);
    if (done && known)
        done = CopyGroups(*d->connection).regroup(known->group);
    return done ? transaction.commit() : done;
}

Result<Done> Library::setCsl(qint64 id, const QJsonObject &csl)
{
    const auto known = document(id);
    if (!known)
        return Error{tr("The document is not in the library any more."), {}, 0};
    const QString stated = Record{{}, csl}.titleText();
    const QString title = stated.isEmpty() ? known->title : stated;
    SqlTransaction transaction(*d->connection);
    if (!transaction.begun())
        return transaction.begun();
    Result<Done> done = d->table.setCsl(id, csl, title);
    if (done)
        done = LibraryIndex::setTitle(*d->connection, id, title);
    return done ? transaction.commit() : done;
}

bool Library::knows(const Atlas &atlas) const
{
    const Result<QVariant> seen = d->connection->value(QStringLiteral("SELECT value FROM meta WHERE key = 'atlas'"));
    return seen && seen->toString() == stateOf(atlas);
}

Result<Done> Library::recogniseAgain(const Atlas &atlas, const CancelToken &cancel)
{
    if (knows(atlas))
        return Done{};
    for (const Document &document : documents()) {
        if (cancel.cancelled())
            return Done{};   // not remembered as done, so that the next start goes on
        const Result<QVariant> text = d->valueOf("SELECT text FROM texts WHERE document = ?", document.id);
        if (!text)
            return text.error();
        const PreparedDocument again = recogniseText(ArticleText::fromPlainText(text->toString()), atlas);
        SqlTransaction transaction(*d->connection);
        Result<Done> done = transaction.begun();
        if (done)
            done = d->table.setRecognition(document.id, again);
        if (done)
            done = transaction.commit();
        if (!done)
            return done;
    }
    return d->connection->run(QStringLiteral("INSERT OR REPLACE INTO meta (key, value) VALUES ('atlas', ?)"), {stateOf(atlas)});
}

std::vector<Document> Library::documents() const
{
    return d->table.select(QStringLiteral("ORDER BY id"));
}

std::optional<Document> Library::document(qint64 id) const
{
    return d->table.first(QStringLiteral("WHERE id = ?"), {id});
}

std::optional<Document> Library::documentForRecord(const QString &record) const
{
    return d->table.first(QStringLiteral("WHERE record = ? ORDER BY exact DESC, moved DESC, id"), {record});
}

QSet<QString> Library::records() const
{
    QSet<QString> out;
    Result<QSqlQuery> rows = d->connection->query(QStringLiteral("SELECT DISTINCT record FROM documents WHERE record IS NOT NULL"));
    while (rows && rows->next())
        out.insert(rows->value(0).toString());
    return out;
}

std::optional<Document> Library::documentWithBytes(const QString &sha256) const
{
    return d->table.first(QStringLiteral("WHERE sha256 = ?"), {sha256});
}

std::optional<Document> Library::documentWithText(const QString &textSha256) const
{
    return d->table.first(QStringLiteral("WHERE text_sha256 = ? ORDER BY id"), {textSha256});
}

std::vector<Document> Library::copiesOf(const Document &document) const
{
    return d->table.select(QStringLiteral("WHERE copies = ? ORDER BY id"), {document.group});
}

ArticleText Library::text(qint64 id) const
{
    const Result<QVariant> text = d->valueOf("SELECT text FROM texts WHERE document = ?", id);
    return ArticleText::fromPlainText(text ? text->toString() : QString());
}

NormalisedText Library::normalised(qint64 id) const
{
    Result<QSqlQuery> row = d->connection->query(QStringLiteral("SELECT normalised, origins FROM texts WHERE document = ?"), {id});
    if (!row || !row->next())
        return {};
    return {row->value(0).toString(), unpackOffsets(row->value(1).toByteArray())};
}

std::vector<int> Library::pages(qint64 id) const
{
    const Result<QVariant> packed = d->valueOf("SELECT pages FROM texts WHERE document = ?", id);
    return packed ? unpackOffsets(packed->toByteArray()) : std::vector<int>();
}

QByteArray Library::original(qint64 id) const
{
    const Result<QVariant> bytes = d->valueOf("SELECT bytes FROM originals WHERE document = ?", id);
    return bytes ? bytes->toByteArray() : QByteArray();
}

std::vector<StoredVerdict> Library::verdicts(qint64 id) const
{
    return d->table.verdicts(id);
}

Result<Done> Library::verify()
{
    const Result<QVariant> check = d->connection->value(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!check)
        return check.error();
    if (check->toString() != QLatin1String("ok"))
        return Error{tr("The library is damaged (%1).").arg(check->toString().simplified()), path(), 0};
    for (const Document &document : documents()) {
        const Result<Done> done = d->verify(document);
        if (!done)
            return Error{done.error().message, path(), 0};
    }
    return d->connection->run(QStringLiteral("INSERT OR REPLACE INTO meta (key, value) VALUES ('verified', ?)"),
                              {QDate::currentDate().toString(Qt::ISODate)});
}

QDate Library::verified() const
{
    const Result<QVariant> day = d->connection->value(QStringLiteral("SELECT value FROM meta WHERE key = 'verified'"));
    return day ? QDate::fromString(day->toString(), Qt::ISODate) : QDate();
}

std::vector<SearchHit> Library::search(const QString &words, int limit, const DocumentFilter &filter) const
{
    return LibrarySearch::find(*d->connection, words, limit, filter);
}

QStringList Library::publishers() const
{
    QStringList out;
    Result<QSqlQuery> rows = d->connection->query(
        QStringLiteral("SELECT DISTINCT publisher FROM documents WHERE publisher <> '' ORDER BY publisher"));
    while (rows && rows->next())
        out << rows->value(0).toString();
    return out;
}

QString Library::path() const
{
    return d->connection->path();
}

} // namespace ca
