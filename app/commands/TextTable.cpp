// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/TextTable.h"

#include <algorithm>

namespace ca {

namespace {

/// Cells on a terminal: combining marks take none, surrogate pairs one.
qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const uint codePoint : text.toUcs4()) {
        if (QChar::category(char32_t(codePoint)) != QChar::Mark_NonSpacing)
            ++width;
    }
    return width;
}

} // namespace

TextTable::TextTable(const QStringList &header, const QSet<int> &rightAligned) : m_rightAligned(rightAligned)
{
    m_rows.push_back(header);
}

void TextTable::addRow(const QStringList &cells)
{
    m_rows.push_back(cells);
}

QStringList TextTable::lines() const
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max<std::size_t>(widths.size(), std::size_t(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], widthOf(row[i]));
    }
    QStringList lines;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString padding(widths[std::size_t(i)] - widthOf(row[i]), u' ');
            line += i > 0 ? QStringLiteral("  ") : QString();
            line += m_rightAligned.contains(int(i)) ? padding + row[i] : row[i] + padding;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        lines << line;
    }
    return lines;
}

QString TextTable::text() const
{
    const QStringList all = lines();
    return all.isEmpty() ? QString() : all.join(u'\n') + u'\n';
}

QString TextTable::indented() const
{
    QString text;
    for (const QString &line : lines())
        text += QStringLiteral("  ") + line + u'\n';
    return text;
}

} // namespace ca
