// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/MarkdownText.h"

#include "document/ArticleText.h"
#include "document/FrontMatter.h"
#include "document/MarkdownInline.h"
#include "document/TextLines.h"

#include <QRegularExpression>

namespace ca::MarkdownText {
namespace {

bool matches(const QRegularExpression &form, const QString &line)
{
    return form.match(line).hasMatch();
}

bool isRule(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("^ {0,3}([-*_])[ \\t]*(?:\\1[ \\t]*){2,}$"));
    return matches(form, line);
}

bool isUnderline(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("^ {0,3}(?:=+|-+)\\s*$"));
    return matches(form, line);
}

bool isTableRule(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("^\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)+\\|?\\s*$"));
    return line.contains(u'|') && matches(form, line);
}

bool isReferenceDefinition(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("^ {0,3}\\[(?!\\^)[^\\]]+\\]:\\s+\\S+(?:\\s+[\"'(].*)?$"));
    return matches(form, line);
}

/// Reads lines one by one; keeps the paragraph that is still growing.
class MarkdownReader {
public:
    MarkdownReader(TextLines &lines, const CancelToken &cancel) : m_lines(lines), m_cancel(cancel) {}

    void read(const QStringList &lines)
    {
        for (const QString &line : lines) {
            if (m_cancel.cancelled() || m_lines.isTooLong())
                return;
            readLine(line);
        }
        endParagraph();
    }

private:
    void readLine(const QString &line)
    {
        if (readFence(line))
            return;
        const QString inner = withoutQuoteMarks(line);
        if (inner.trimmed().isEmpty())
            return endParagraph();
        if (!m_paragraph.isEmpty() && isUnderline(inner))
            return endParagraph();
        if (isRule(inner) || isTableRule(inner) || (m_paragraph.isEmpty() && isReferenceDefinition(inner)))
            return isTableRule(inner) ? startTable() : endParagraph();
        if (readHeading(inner) || readTableRow(inner))
            return;
        addToParagraph(inner);
    }

    /// ``` and ~~~ around code, which is kept as it is.
    bool readFence(const QString &line)
    {
        static const QRegularExpression form(QStringLiteral("^ {0,3}(`{3,}|~{3,})([^`]*)$"));
        const QRegularExpressionMatch match = form.match(line);
        if (m_fence.isEmpty()) {
            if (!match.hasMatch())
                return false;
            endParagraph();
            m_fence = match.captured(1);
            return true;
        }
        const bool ends = match.hasMatch() && match.captured(1).startsWith(m_fence) && match.captured(2).trimmed().isEmpty();
        if (ends) {
            m_fence.clear();
            return true;
        }
        m_lines.appendVerbatim(line);
        m_lines.endLine();
        return true;
    }

    static QString withoutQuoteMarks(const QString &line)
    {
        static const QRegularExpression form(QStringLiteral("^(?: {0,3}> ?)+"));
        return QString(line).remove(form);
    }

    bool readHeading(const QString &line)
    {
        const QString text = line.trimmed();
        qsizetype marks = 0;
        while (marks < text.size() && text[marks] == u'#')
            ++marks;
        if (marks < 1 || marks > 6 || (marks < text.size() && !text[marks].isSpace()))
            return false;
        endParagraph();
        m_paragraph = withoutClosingMarks(text.mid(marks).trimmed());
        endParagraph();
        return true;
    }

    static QString withoutClosingMarks(const QString &heading)
    {
        qsizetype end = heading.size();
        while (end > 0 && heading[end - 1] == u'#')
            --end;
        const bool closes = end == 0 || heading[end - 1].isSpace();
        return closes ? heading.left(end).trimmed() : heading;
    }

    /// The line before a table's rule is its head; it waits in the paragraph.
    void startTable()
    {
        const QString head = m_paragraph;
        m_paragraph.clear();
        m_inTable = true;
        writeRow(head);
    }

    bool readTableRow(const QString &line)
    {
        if (!m_inTable || !line.contains(u'|'))
            return false;
        writeRow(line);
        return true;
    }

    void writeRow(const QString &row)
    {
        static const QRegularExpression bar(QStringLiteral("(?<!\\\\)\\|"));
        for (const QString &cell : row.split(bar)) {
            m_lines.append(withoutMarkdownMarks(cell.trimmed()));
            m_lines.separate();
        }
        m_lines.endLine();
    }

    void addToParagraph(const QString &line)
    {
        static const QRegularExpression item(QStringLiteral("^\\s*(?:[-*+]|\\d{1,9}[.)])[ \\t]+(?:\\[[ xX]\\][ \\t]+)?"));
        static const QRegularExpression note(QStringLiteral("^\\[\\^[^\\]]+\\]:\\s*"));
        QString text = line;
        const QRegularExpressionMatch mark = item.match(line);
        // A number within a paragraph begins a list only when it is 1 (CommonMark, 5.3).
        const bool begins = mark.hasMatch() && (m_paragraph.isEmpty() || !line.trimmed().front().isDigit() || m_inList
                                                || line.trimmed().startsWith(QLatin1String("1")));
        if (begins) {
            endParagraph();
            m_inList = true;
            text = line.mid(mark.capturedLength());
        }
        const bool hardBreak = text.endsWith(QLatin1String("  ")) || text.endsWith(u'\\');
        if (text.endsWith(u'\\'))
            text.chop(1);
        m_paragraph += (m_paragraph.isEmpty() ? QString() : QStringLiteral(" ")) + text.trimmed().remove(note);
        if (hardBreak)
            writeParagraph();
    }

    void writeParagraph()
    {
        static const QRegularExpression noteMark(QStringLiteral("\\[\\^[^\\]\\s]{1,40}\\]"));
        m_lines.append(withoutMarkdownMarks(m_paragraph.remove(noteMark)));
        m_lines.endLine();
        m_paragraph.clear();
    }

    void endParagraph()
    {
        writeParagraph();
        m_inTable = m_inList = false;
    }

    TextLines &m_lines;
    const CancelToken &m_cancel;
    QString m_paragraph;
    QString m_fence;
    bool m_inTable = false;
    bool m_inList = false;
};

/// Comments of HTML may span paragraphs.
QString withoutComments(const QString &text)
{
    QString out;
    qsizetype copied = 0;
    for (qsizetype at = text.indexOf(QLatin1String("<!--")); at >= 0; at = text.indexOf(QLatin1String("<!--"), copied)) {
        const qsizetype end = text.indexOf(QLatin1String("-->"), at);
        if (end < 0)
            break;
        out.append(QStringView(text).mid(copied, at - copied));
        copied = end + 3;
    }
    return out.append(QStringView(text).mid(copied));
}

} // namespace

Result<DocumentParts> read(const QString &text, const CancelToken &cancel)
{
    QStringList lines = withoutComments(ArticleText::fromPlainText(text).text).split(u'\n');
    DocumentParts parts;
    const qsizetype front = FrontMatter::length(lines);
    FrontMatter::addTo(parts.csl, lines.mid(1, std::max<qsizetype>(0, front - 2)));
    parts.csl.setType(QStringLiteral("document"));
    TextLines out;
    MarkdownReader(out, cancel).read(lines.mid(front));
    if (cancel.cancelled())
        return Error{readingCancelled(), {}, 0};
    if (out.isTooLong())
        return Error{tooMuchText(), {}, 0};
    parts.text = out.take();
    return parts;
}

} // namespace ca::MarkdownText
