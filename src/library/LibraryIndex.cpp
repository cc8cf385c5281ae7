// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryIndex.h"

#include "atlas/Folding.h"
#include "library/LibrarySchema.h"
#include "database/SqlConnection.h"

#include <QSqlError>

#include <algorithm>

namespace ca::LibraryIndex {
namespace {

/// Characters that stand inside a word: a soft hyphen or a joiner does not end it.
bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c.category() == QChar::Other_Format;
}

/// Blanks within would move the count of words.
QString withoutBlanks(QString folded)
{
    folded.removeIf([](QChar c) { return c.isSpace(); });
    return folded;
}

template <class Fold>
QString shadow(const QString &text, Fold foldWord)
{
    QString out;
    out.reserve(text.size() + 16);
    for (const TextRange &word : words(text)) {
        out += foldWord(text.mid(word.start, word.length));
        out += u' ';
    }
    return out;
}

QString nameOrNothing(const QString &word)
{
    return mayBeName(word) ? looseWord(word) : QString();
}

} // namespace

std::vector<TextRange> words(QStringView text)
{
    std::vector<TextRange> out;
    const auto size = static_cast<int>(text.size());
    for (int i = 0; i < size; ++i) {
        if (!isWordUnit(text[i]))
            continue;
        const int start = i;
        while (i < size && isWordUnit(text[i]))
            ++i;
        out.push_back({start, i - start});
    }
    return out;
}

QString foldedWord(const QString &word)
{
    return withoutBlanks(fold(word));
}

QString looseWord(const QString &word)
{
    return withoutBlanks(foldLoosely(word));
}

bool mayBeName(QStringView word)
{
    if (word.isEmpty())
        return false;
    const QChar first = word.front();
    return first.isUpper() || first.isTitleCase() || first.category() == QChar::Letter_Other;
}

Result<Done> insert(const SqlConnection &connection, qint64 document, const QString &title, const QString &text)
{
    return connection.run(QStringLiteral("INSERT INTO words (rowid, title, body, names) VALUES (?, ?, ?, ?)"),
                          {document, shadow(title, foldedWord), shadow(text, foldedWord), shadow(text, nameOrNothing)});
}

Result<Done> remove(const SqlConnection &connection, qint64 document)
{
    return connection.run(QStringLiteral("DELETE FROM words WHERE rowid = ?"), {document});
}

Result<Done> bringUpToDate(const SqlConnection &connection)
{
    const Result<QVariant> known = connection.value(QStringLiteral("SELECT value FROM meta WHERE key = 'index'"));
    if (known && known->toInt() == LibrarySchema::indexVersion)
        return Done{};
    SqlTransaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun();
    Result<Done> done = connection.run(QStringLiteral("DELETE FROM words"));
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT id, title, text FROM documents JOIN texts ON document = id"));
    if (!rows)
        return rows.error();
    while (done && rows->next())
        done = insert(connection, rows->value(0).toLongLong(), rows->value(1).toString(), rows->value(2).toString());
    if (done && rows->lastError().isValid())
        return Error{rows->lastError().text(), connection.path(), 0};  // not all texts were read
    if (done)
        done = connection.run(QStringLiteral("INSERT OR REPLACE INTO meta (key, value) VALUES ('index', '%1')")
                                  .arg(LibrarySchema::indexVersion));
    return done ? transaction.commit() : done;
}

} // namespace ca::LibraryIndex
