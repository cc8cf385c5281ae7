// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/TextFragment.h"

#include <algorithm>

namespace ca {
namespace {

bool isHyphen(QChar c)
{
    return c == u'-';
}

/// A '-' at the edge of a term would mark it as context, and QUrl takes %2D for '-'.
QString withoutEdgeHyphens(QString term)
{
    while (!term.isEmpty() && (isHyphen(term.front()) || term.front().isSpace()))
        term.remove(0, 1);
    while (!term.isEmpty() && (isHyphen(term.back()) || term.back().isSpace()))
        term.chop(1);
    return term;
}

QByteArray encoded(const QString &term)
{
    return withoutEdgeHyphens(term.simplified()).toUtf8().toPercentEncoding({}, "-~");
}

/// The whole passage where its first and last words meet or overlap; empty otherwise.
QString wholePassage(const Passage &passage)
{
    const QStringList first = passage.firstWords.simplified().split(u' ', Qt::SkipEmptyParts);
    const QStringList last = passage.lastWords.simplified().split(u' ', Qt::SkipEmptyParts);
    const qsizetype overlap = first.size() + last.size() - passage.wordCount;
    if (passage.wordCount <= 0 || overlap < 0 || overlap > std::min(first.size(), last.size()))
        return {};
    return (first + last.mid(overlap)).join(u' ');
}

} // namespace

QByteArray textDirective(const Passage &passage)
{
    const QByteArray whole = encoded(wholePassage(passage));
    if (!whole.isEmpty())
        return "text=" + whole;
    const QByteArray first = encoded(passage.firstWords);
    const QByteArray last = encoded(passage.lastWords);
    if (first.isEmpty())
        return {};
    return "text=" + first + (last.isEmpty() ? QByteArray() : ',' + last);
}

QUrl passageUrl(const Record &record, const Passage &passage)
{
    QUrl url = record.url();
    const QByteArray directive = textDirective(passage);
    if (url.isEmpty() || directive.isEmpty())
        return url;
    const QString own = url.fragment(QUrl::FullyEncoded);
    url.setFragment(own + QStringLiteral(":~:") + QString::fromLatin1(directive), QUrl::StrictMode);
    return url;
}

} // namespace ca
