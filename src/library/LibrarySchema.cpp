// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibrarySchema.h"

#include "database/SqliteFile.h"

#include <QCoreApplication>

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

const SqliteFileKind &kind()
{
    static const SqliteFileKind library{
        applicationId, QCoreApplication::translate("Library", "library"), {firstStep()},
        QStringLiteral("SELECT count(*) FROM words WHERE words MATCH 'a'")};
    return library;
}

} // namespace

Result<std::unique_ptr<SqlConnection>> open(const QString &path)
{
    return openSqliteFile(path, kind());
}

} // namespace ca::LibrarySchema
