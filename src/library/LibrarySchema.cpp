// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibrarySchema.h"

#include "base/Tr.h"
#include "database/SqliteFile.h"

namespace ca::LibrarySchema {
namespace {

constexpr quint32 applicationId = 0x43614C69;  // "CaLi"

QStringList firstStep()
{
    return {
        // Ids are never used twice: links elsewhere may outlive a document.
        QStringLiteral("CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, file_name TEXT NOT NULL, "
                       "path TEXT NOT NULL, title TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, "
                       "bytes INTEGER NOT NULL, added TEXT NOT NULL, record TEXT, "
                       "exact INTEGER NOT NULL DEFAULT 0, moved INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE INDEX documents_record ON documents (record)"),
        // Apart from documents, so that listing them reads no text.
        QStringLiteral("CREATE TABLE texts (document INTEGER PRIMARY KEY REFERENCES documents (id) "
                       "ON DELETE CASCADE, text TEXT NOT NULL)"),
        // Folded words of a document, one blank after each (see LibraryIndex); rowid = documents.id.
        QStringLiteral("CREATE VIRTUAL TABLE words USING fts5 (title, body, names, "
                       "tokenize = 'unicode61 remove_diacritics 0')"),
    };
}

/// Records as CSL-JSON, verdicts, near copies, the normalised text with its way back, the file's bytes.
QStringList secondStep()
{
    return {
        QStringLiteral("ALTER TABLE documents ADD COLUMN format TEXT NOT NULL DEFAULT 'text/plain'"),
        QStringLiteral("ALTER TABLE documents ADD COLUMN text_sha256 TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE documents ADD COLUMN csl TEXT NOT NULL DEFAULT '{}'"),
        // Read from csl, for filters.
        QStringLiteral("ALTER TABLE documents ADD COLUMN publisher TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE documents ADD COLUMN issued TEXT NOT NULL DEFAULT ''"),
        // Near copies have the same; the id of the first of them.
        QStringLiteral("ALTER TABLE documents ADD COLUMN copies INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE documents ADD COLUMN keeps_bytes INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("UPDATE documents SET copies = id"),
        QStringLiteral("CREATE INDEX documents_copies ON documents (copies)"),
        QStringLiteral("ALTER TABLE texts ADD COLUMN normalised TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE texts ADD COLUMN origins BLOB"),   // IndexMap
        QStringLiteral("ALTER TABLE texts ADD COLUMN pages BLOB"),     // IndexMap
        QStringLiteral("CREATE TABLE originals (document INTEGER PRIMARY KEY REFERENCES documents (id) "
                       "ON DELETE CASCADE, bytes BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE verdicts (document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE, "
                       "passage TEXT NOT NULL, verdict TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, "
                       "paragraph INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (document, passage)) WITHOUT ROWID"),
        // MinHash of the words, and the bands by which signatures that are alike find one another.
        QStringLiteral("CREATE TABLE signatures (document INTEGER PRIMARY KEY REFERENCES documents (id) "
                       "ON DELETE CASCADE, signature BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE bands (band INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES documents (id) "
                       "ON DELETE CASCADE, PRIMARY KEY (band, document)) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX bands_document ON bands (document)"),
    };
}

/// Most words sought are beginnings: three to six letters of them have an index of their own.
QStringList thirdStep()
{
    return {
        QStringLiteral("CREATE VIRTUAL TABLE words_new USING fts5 (title, body, names, "
                       "tokenize = 'unicode61 remove_diacritics 0', prefix = '3 4 5 6')"),
        QStringLiteral("INSERT INTO words_new (rowid, title, body, names) SELECT rowid, title, body, names FROM words"),
        QStringLiteral("DROP TABLE words"),
        QStringLiteral("ALTER TABLE words_new RENAME TO words"),
    };
}

const SqliteFileKind &kind()
{
    static const SqliteFileKind library{
        applicationId, tr("library"), {firstStep(), secondStep(), thirdStep()},
        QStringLiteral("SELECT count(*) FROM words WHERE words MATCH 'a'"),
        {QStringLiteral("meta"), QStringLiteral("documents"), QStringLiteral("verdicts")}};
    return library;
}

} // namespace

Result<std::unique_ptr<SqlConnection>> open(const QString &path)
{
    return openSqliteFile(path, kind());
}

} // namespace ca::LibrarySchema
