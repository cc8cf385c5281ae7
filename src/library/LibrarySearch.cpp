// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibrarySearch.h"

#include "base/Logging.h"
#include "library/LibraryIndex.h"
#include "library/Snippet.h"
#include "library/SqlConnection.h"

#include <QElapsedTimer>

#include <algorithm>

namespace ca::LibrarySearch {
namespace {

constexpr QChar mark(0x01);  ///< set before each match; no word holds it
constexpr int shortestName = 4;  ///< shorter words sound like too many others
constexpr std::size_t mostWords = 12;

/// One word of the query: as spelled, or as a name that sounds alike. Folded words may still hold
/// apostrophes, which FTS5 takes as the ends of words inside the quoted string.
QString term(const QString &word)
{
    const QString folded = LibraryIndex::foldedWord(word).remove(u'"');
    const QString loose = LibraryIndex::looseWord(word).remove(u'"');
    if (folded.isEmpty())
        return {};
    const QString exact = QStringLiteral("({title body} : \"%1\" *)").arg(folded);
    if (loose.size() < shortestName)
        return exact;
    return QStringLiteral("(%1 OR (names : \"%2\" *))").arg(exact, loose);
}

/// Numbers of the words before which a mark stands.
std::vector<int> markedWords(const QString &shadow)
{
    std::vector<int> found;
    int word = 0;
    for (const QChar c : shadow) {
        if (c == mark && (found.empty() || found.back() != word))
            found.push_back(word);
        word += c == u' ' ? 1 : 0;
    }
    return found;
}

/// Where most matches stand within one snippet's length; the first of equals. -1 = no match.
int bestWord(const std::vector<int> &marked)
{
    constexpr int wordsOfSnippet = 20;
    int best = -1;
    std::ptrdiff_t most = 0;
    for (auto it = marked.begin(); it != marked.end(); ++it) {
        const std::ptrdiff_t count = std::lower_bound(it, marked.end(), *it + wordsOfSnippet) - it;
        if (count > most) {
            most = count;
            best = *it;
        }
    }
    return best;
}

/// Words as spelled and names that sound alike, merged: both are numbered alike.
int bestMatch(const QString &body, const QString &names)
{
    std::vector<int> marked = markedWords(body);
    const std::vector<int> alike = markedWords(names);
    marked.insert(marked.end(), alike.begin(), alike.end());
    std::sort(marked.begin(), marked.end());
    marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
    return bestWord(marked);
}

SearchHit hitOf(const QSqlQuery &row)
{
    const QString text = row.value(2).toString();
    const int word = bestMatch(row.value(3).toString(), row.value(4).toString());
    const std::vector<TextRange> words = word < 0 ? std::vector<TextRange>() : LibraryIndex::words(text);
    const bool placed = word >= 0 && static_cast<std::size_t>(word) < words.size();
    const int offset = placed ? words[static_cast<std::size_t>(word)].start : -1;
    return {SearchHit::Kind::Document, row.value(0).toString(), row.value(1).toString(), snippet(text, offset), offset};
}

} // namespace

QString expression(const QString &words)
{
    QStringList terms;
    for (const TextRange &word : LibraryIndex::words(words)) {
        const QString one = term(words.mid(word.start, word.length));
        if (!one.isEmpty() && !terms.contains(one) && terms.size() < static_cast<int>(mostWords))
            terms << one;
    }
    return terms.join(QStringLiteral(" AND "));
}

std::vector<SearchHit> find(const SqlConnection &connection, const QString &words, int limit)
{
    const QString match = expression(words);
    if (match.isEmpty() || limit <= 0)
        return {};
    QElapsedTimer timer;
    timer.start();
    // "rank MATCH" sets the weights of title, body, names; sorting by rank stays inside FTS5, so that
    // only the rows of the answer are read and highlighted.
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT d.id, d.title, t.text, highlight(words, 1, char(1), ''), highlight(words, 2, char(1), '') "
                       "FROM words JOIN documents d ON d.id = words.rowid JOIN texts t ON t.document = d.id "
                       "WHERE words MATCH ? AND rank MATCH 'bm25(5.0, 1.0, 0.5)' ORDER BY rank LIMIT ?"),
        {match, limit});
    std::vector<SearchHit> hits;
    while (rows && rows->next())
        hits.push_back(hitOf(*rows));
    if (!rows)
        qCWarning(logLibrary) << "search failed:" << rows.error().text();
    qCDebug(logLibrary) << "searched in" << timer.elapsed() << "ms:" << hits.size() << "hits";
    return hits;
}

} // namespace ca::LibrarySearch
