// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/OfficeLines.h"

#include <algorithm>
#include <utility>

namespace ca {

void OfficeLines::append(QStringView text)
{
    if (m_open.empty() || isTooLong())
        return;
    m_open.back().append(text);
    m_waiting += text.size();
}

void OfficeLines::endParagraph()
{
    if (m_open.empty())
        return;
    const QString paragraph = std::move(m_open.back());
    m_open.pop_back();
    if (!m_open.empty()) {
        m_boxes << paragraph;
        return;
    }
    write(paragraph);
    for (const QString &box : std::exchange(m_boxes, {}))
        write(box);
    if (m_rows.empty())
        m_waiting = 0;
}

void OfficeLines::write(const QString &paragraph)
{
    if (!m_rows.empty() && !m_rows.back().cells.empty()) {
        m_rows.back().cells.back() << paragraph;
        return;
    }
    // A line break within a paragraph ends a line here, as <br> does in a page.
    for (const QString &line : paragraph.split(u'\n')) {
        m_lines.append(line);
        m_lines.endLine();
    }
}

void OfficeLines::beginCell()
{
    if (!m_rows.empty())
        m_rows.back().cells.push_back({});
}

void OfficeLines::endRow()
{
    if (m_rows.empty())
        return;
    const Row row = std::move(m_rows.back());
    m_rows.pop_back();
    const bool simple = std::all_of(row.cells.begin(), row.cells.end(), [](const QStringList &cell) {
        return cell.size() <= 1 && (cell.isEmpty() || !cell.front().contains(u'\n'));
    });
    if (!simple || !m_rows.empty()) {
        for (const QStringList &cell : row.cells)
            for (const QString &paragraph : cell)
                write(paragraph);
    } else {
        for (const QStringList &cell : row.cells) {
            m_lines.append(cell.value(0));
            m_lines.separate();
        }
        m_lines.endLine();
    }
    m_waiting = m_rows.empty() ? 0 : m_waiting;
}

} // namespace ca
