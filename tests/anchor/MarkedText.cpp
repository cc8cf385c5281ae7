// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkedText.h"

namespace ca::test {
namespace {

bool endsSentence(QChar c)
{
    return QStringView(u".!?\u0589").contains(c);
}

QStringList sentencesOf(const QString &paragraph)
{
    QStringList out;
    qsizetype from = 0;
    for (qsizetype i = 0; i + 1 < paragraph.size(); ++i) {
        qsizetype last = i;
        while (last > 0 && (paragraph[last] == closing || paragraph[last] == u'"' || paragraph[last].unicode() == 0x201D))
            --last;
        if (paragraph[i + 1] == u' ' && endsSentence(paragraph[last])) {
            out << paragraph.mid(from, i + 1 - from);
            from = i + 2;
        }
    }
    out << paragraph.mid(from);
    return out;
}

} // namespace

QString unmarked(QString text)
{
    return text.remove(opening).remove(closing);
}

QString marked(const QString &text, TextRange passage)
{
    QString out = text;
    out.insert(passage.end(), closing);
    out.insert(passage.start, opening);
    return out;
}

QStringList passages(const QString &markedText)
{
    QStringList out;
    for (qsizetype from = markedText.indexOf(opening); from >= 0; from = markedText.indexOf(opening, from + 1)) {
        const qsizetype to = markedText.indexOf(closing, from);
        if (to > from)
            out << markedText.mid(from + 1, to - from - 1);
    }
    return out;
}

Truth truthOf(const QString &markedText)
{
    Truth truth;
    truth.article = ArticleText::fromPlainText(unmarked(markedText));
    const QString text = ArticleText::fromPlainText(markedText).text;
    int at = 0;
    int from = -1;
    for (const QChar c : text) {
        if (c == opening) {
            from = at;
        } else if (c == closing) {
            if (from >= 0 && at > from)
                truth.places.push_back({from, at - from});
            from = -1;
        } else {
            ++at;
        }
    }
    return truth;
}

Document documentOf(const QString &markedText)
{
    Document out;
    for (const QString &paragraph : markedText.split(u'\n', Qt::SkipEmptyParts))
        out.push_back(sentencesOf(paragraph));
    return out;
}

QString textOf(const Document &document)
{
    QStringList paragraphs;
    for (const QStringList &sentences : document) {
        if (!sentences.isEmpty())
            paragraphs << sentences.join(u' ');
    }
    return paragraphs.join(u'\n') + u'\n';
}

bool hasMark(const QString &text)
{
    return text.contains(opening) || text.contains(closing);
}

} // namespace ca::test
