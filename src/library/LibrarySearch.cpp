// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibrarySearch.h"

#include "base/Logging.h"
#include "library/ShadowText.h"
#include "library/Snippet.h"
#include "database/SqlConnection.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace ca::LibrarySearch {
namespace {

constexpr int shortestName = 4;    ///< shorter words sound like too many others
constexpr int shortestPrefix = 3;  ///< shorter words are sought whole: nearly every word begins with "a"
constexpr int mostWords = 12;

/// One word of the query, folded as the words of the index are.
struct Term {
    QString exact;
    QString name;  ///< empty = not sought as a name that sounds alike

    [[nodiscard]] bool isPrefix() const { return exact.size() >= shortestPrefix; }
    bool operator==(const Term &) const = default;
};
using Terms = std::vector<Term>;

Terms termsOf(const QString &words)
{
    Terms terms;
    for (const TextRange &word : shadowWords(words)) {
        const QString raw = words.mid(word.start, word.length);
        Term term{foldedWord(raw).remove(u'"'), looseWord(raw).remove(u'"')};
        if (term.name.size() < shortestName)
            term.name.clear();
        if (!term.exact.isEmpty() && std::find(terms.begin(), terms.end(), term) == terms.end())
            terms.push_back(term);
    }
    terms.resize(std::min<std::size_t>(terms.size(), mostWords));
    return terms;
}

QString expressionOf(const Term &term)
{
    const QString exact = QStringLiteral("({title body} : \"%1\"%2)").arg(term.exact, term.isPrefix() ? QStringLiteral(" *") : QString());
    return term.name.isEmpty() ? exact : QStringLiteral("(%1 OR (names : \"%2\" *))").arg(exact, term.name);
}

QString expressionOf(const Terms &terms)
{
    QStringList parts;
    for (const Term &term : terms)
        parts << expressionOf(term);
    return parts.join(QStringLiteral(" AND "));
}

/// Numbers of the words of a shadow that are @p term (not empty) or begin with it. Both shadows have one blank after each word, so
/// that words as spelled and names that sound alike are numbered alike. (FTS5's highlight() would cut all of it into
/// words once more.)
void collect(QByteArrayView shadow, QByteArrayView term, bool isPrefix, std::vector<int> &numbers)
{
    qsizetype start = 0;
    int word = 0;
    for (qsizetype end = shadow.indexOf(' '); end >= 0; end = shadow.indexOf(' ', start)) {
        const qsizetype length = end - start;
        const bool longEnough = isPrefix ? length >= term.size() : length == term.size();
        if (longEnough && shadow[start] == term[0] && shadow.sliced(start, term.size()) == term)
            numbers.push_back(word);
        start = end + 1;
        ++word;
    }
}

std::vector<int> fittingWords(const QByteArray &body, const QByteArray &names, const Terms &terms)
{
    std::vector<int> numbers;
    for (const Term &term : terms) {
        collect(body, term.exact.toUtf8(), term.isPrefix(), numbers);
        if (!term.name.isEmpty())
            collect(names, term.name.toUtf8(), true, numbers);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

/// Where most of them stand within one snippet's length; the first of equals. -1 = none.
int bestWord(const std::vector<int> &words)
{
    constexpr int wordsOfSnippet = 20;
    int best = -1;
    std::ptrdiff_t most = 0;
    for (auto it = words.begin(); it != words.end(); ++it) {
        const std::ptrdiff_t count = std::lower_bound(it, words.end(), *it + wordsOfSnippet) - it;
        if (count > most) {
            most = count;
            best = *it;
        }
    }
    return best;
}

/// The innermost bundled passage at @p offset; empty = none.
QString passageAt(const SqlConnection &connection, qint64 document, int offset)
{
    const Result<QVariant> passage = connection.value(
        QStringLiteral("SELECT passage FROM verdicts WHERE document = ? AND verdict <> 'orphan' AND start <= ? "
                       "AND start + length > ? ORDER BY length LIMIT 1"), {document, offset, offset});
    return passage ? passage->toString() : QString();
}

int copiesIn(const SqlConnection &connection, qint64 group)
{
    const Result<QVariant> count = connection.value(QStringLiteral("SELECT count(*) FROM documents WHERE copies = ?"), {group});
    return count ? std::max(1, count->toInt()) : 1;
}

/// A row of detailsOf().
SearchHit hitOf(const SqlConnection &connection, const QSqlQuery &row, const Terms &terms)
{
    const qint64 document = row.value(0).toLongLong();
    const QString text = QString::fromUtf8(row.value(3).toByteArray());
    const int word = bestWord(fittingWords(row.value(4).toByteArray(), row.value(5).toByteArray(), terms));
    const TextRange found = word < 0 ? TextRange() : shadowWord(text, word);
    const bool placed = found.length > 0;
    const int offset = placed ? found.start : -1;
    return {SearchHit::Kind::Document, QString::number(document), row.value(1).toString(), snippet(text, offset), offset,
            placed ? passageAt(connection, document, offset) : QString(),
            placed ? text.mid(offset, found.length) : QString(), copiesIn(connection, row.value(2).toLongLong())};
}

/// The hits of these documents, in their order. Texts come as the bytes they are kept as: SQLite takes much longer than
/// Qt to make UTF-16 of them, and the shadows need none.
std::vector<SearchHit> detailsOf(const SqlConnection &connection, const QList<qint64> &documents, const Terms &terms)
{
    QStringList ids;
    for (const qint64 document : documents)
        ids << QString::number(document);
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT d.id, d.title, d.copies, CAST(t.text AS BLOB), CAST(words.body AS BLOB), CAST(words.names AS BLOB) "
                       "FROM documents d JOIN texts t ON t.document = d.id JOIN words ON words.rowid = d.id "
                       "WHERE d.id IN (%1)").arg(ids.join(u',')));
    std::vector<std::pair<qsizetype, SearchHit>> placed;
    while (rows && rows->next())
        placed.emplace_back(documents.indexOf(rows->value(0).toLongLong()), hitOf(connection, *rows, terms));
    std::sort(placed.begin(), placed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<SearchHit> hits;
    for (auto &[place, hit] : placed)
        hits.push_back(std::move(hit));
    return hits;
}

/// Conditions of the filter that SQL can test, with their values.
std::pair<QString, QVariantList> conditions(const DocumentFilter &filter)
{
    QString sql;
    QVariantList values;
    const auto add = [&](const char *condition, const QString &value) {
        if (value.isEmpty())
            return;
        sql += QStringLiteral(" AND ") + QString::fromLatin1(condition);
        values << value;
    };
    add("d.publisher = ?", filter.publisher);
    // '~' sorts after every digit and dash: a shortened date stands for all its days.
    add("d.issued <> '' AND d.issued || '~' >= ?", filter.issuedFrom);
    add("d.issued <> '' AND d.issued <= ? || '~'", filter.issuedTo);
    return {sql, values};
}

/// Where only the filter asks: the newest first, no place in the text.
std::vector<SearchHit> all(const SqlConnection &connection, int limit, const DocumentFilter &filter)
{
    const auto [sql, values] = conditions(filter);
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT d.id, d.title, d.copies FROM documents d WHERE 1%1 ORDER BY d.id DESC").arg(sql), values);
    std::vector<SearchHit> hits;
    QSet<qint64> groups;
    while (rows && static_cast<int>(hits.size()) < limit && rows->next()) {
        const qint64 document = rows->value(0).toLongLong();
        const qint64 group = rows->value(2).toLongLong();
        if (groups.contains(group) || (filter.documents && !filter.documents->contains(document)))
            continue;
        groups.insert(group);
        hits.push_back({SearchHit::Kind::Document, QString::number(document), rows->value(1).toString(), QString(), -1,
                            QString(), QString(), copiesIn(connection, group)});
    }
    return hits;
}

} // namespace

QString expression(const QString &words)
{
    return expressionOf(termsOf(words));
}

std::vector<SearchHit> find(const SqlConnection &connection, const QString &words, int limit, const DocumentFilter &filter)
{
    const Terms terms = termsOf(words);
    if (words.trimmed().isEmpty() && !filter.empty())
        return all(connection, limit, filter);
    if (terms.empty() || limit <= 0)
        return {};
    QElapsedTimer timer;
    timer.start();
    const auto [sql, values] = conditions(filter);
    // "rank MATCH" sets the weights of title, body, names; sorting by rank stays inside FTS5. No text is read before it
    // is known whose.
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT d.id, d.copies FROM words JOIN documents d ON d.id = words.rowid "
                       "WHERE words MATCH ? AND rank MATCH 'bm25(5.0, 1.0, 0.5)'%1 ORDER BY rank").arg(sql),
        QVariantList{expressionOf(terms)} + values);
    QList<qint64> best;
    QSet<qint64> groups;
    while (rows && best.size() < limit && rows->next()) {
        const qint64 document = rows->value(0).toLongLong();
        const qint64 group = rows->value(1).toLongLong();
        if (groups.contains(group) || (filter.documents && !filter.documents->contains(document)))
            continue;
        groups.insert(group);
        best << document;
    }
    if (!rows)
        qCWarning(logLibrary) << "search failed:" << rows.error().text();
    std::vector<SearchHit> hits = detailsOf(connection, best, terms);
    qCDebug(logLibrary) << "searched in" << timer.elapsed() << "ms:" << hits.size() << "hits";
    return hits;
}

} // namespace ca::LibrarySearch
