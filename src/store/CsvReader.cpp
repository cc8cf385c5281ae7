// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CsvReader.h"

#include <QStringDecoder>

#include <optional>

namespace ca {

namespace {

class CsvParser {
public:
    CsvParser(const QByteArray &bytes, const QString &file) : m_bytes(bytes), m_file(file)
    {
        if (m_bytes.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
    }

    CsvTable run()
    {
        while (m_at < m_bytes.size())
            readRow();
        if (m_table.header.isEmpty() && m_table.errors.empty())
            fail(QStringLiteral("the file has no header line"), 1);
        return std::move(m_table);
    }

private:
    void fail(const QString &message, int line) { m_table.errors.push_back({message, m_file, line}); }

    [[nodiscard]] bool atLineEnd() const
    {
        return m_at >= m_bytes.size() || m_bytes[m_at] == '\n'
            || (m_bytes[m_at] == '\r' && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '\n');
    }

    void skipLineEnd()
    {
        if (m_at < m_bytes.size() && m_bytes[m_at] == '\r')
            ++m_at;
        if (m_at < m_bytes.size())
            ++m_at;
        ++m_line;
    }

    void readRow()
    {
        const int line = m_line;
        if (atLineEnd())
            return skipLineEnd();
        QStringList cells;
        for (;;) {
            const std::optional<QString> cell = m_bytes[m_at] == '"' ? quotedCell() : plainCell();
            if (!cell)
                return skipRest();
            cells += *cell;
            if (atLineEnd())
                break;
            ++m_at;  // the comma
            if (atLineEnd()) {
                cells += QString();
                break;
            }
        }
        skipLineEnd();
        keep(cells, line);
    }

    void keep(const QStringList &cells, int line)
    {
        if (m_table.header.isEmpty())
            m_table.header = cells;
        else if (cells.size() != m_table.header.size())
            fail(QStringLiteral("%1 cells where the header has %2").arg(cells.size()).arg(m_table.header.size()), line);
        else
            m_table.rows.push_back({cells, line});
    }

    std::optional<QString> plainCell()
    {
        const qsizetype start = m_at;
        while (!atLineEnd() && m_bytes[m_at] != ',') {
            if (m_bytes[m_at] == '"') {
                fail(QStringLiteral("a quotation mark inside a cell that is not quoted"), m_line);
                return std::nullopt;
            }
            ++m_at;
        }
        return decode(m_bytes.mid(start, m_at - start), m_line);
    }

    std::optional<QString> quotedCell()
    {
        const int line = m_line;
        QByteArray cell;
        for (++m_at; m_at < m_bytes.size(); ++m_at) {
            const char c = m_bytes[m_at];
            const bool doubled = c == '"' && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '"';
            if (c == '"' && !doubled)
                return endQuoted(cell, line);
            m_at += doubled ? 1 : 0;
            m_line += c == '\n' ? 1 : 0;
            cell += c;
        }
        fail(QStringLiteral("a quoted cell is never closed"), line);
        return std::nullopt;
    }

    std::optional<QString> endQuoted(const QByteArray &cell, int line)
    {
        ++m_at;  // the closing mark
        if (!atLineEnd() && m_bytes[m_at] != ',') {
            fail(QStringLiteral("text after the end of a quoted cell"), m_line);
            return std::nullopt;
        }
        return decode(cell, line);
    }

    std::optional<QString> decode(const QByteArray &cell, int line)
    {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        QString text = decoder(cell);
        if (decoder.hasError()) {
            fail(QStringLiteral("not valid UTF-8"), line);
            return std::nullopt;
        }
        return text;
    }

    /// After an error: on to the next line, where the next row is taken to begin.
    void skipRest()
    {
        while (!atLineEnd())
            ++m_at;
        skipLineEnd();
    }

    const QByteArray m_bytes;
    QString m_file;
    CsvTable m_table;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

CsvTable parseCsv(const QByteArray &bytes, const QString &file)
{
    return CsvParser(bytes, file).run();
}

} // namespace ca
