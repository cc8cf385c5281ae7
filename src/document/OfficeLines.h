// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/DocumentLimits.h"
#include "document/TextLines.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// Paragraphs of an office document on their way to lines. A row of a table becomes one line, cells
/// set off by tabs, when no cell holds more than one paragraph, else each paragraph is a line.
/// Paragraphs within a paragraph (text boxes) come after the one they are anchored in.
class OfficeLines {
public:
    explicit OfficeLines(TextLines &lines) : m_lines(lines) {}

    void beginParagraph() { m_open.push_back({}); }
    void endParagraph();
    /// Text of the innermost paragraph; without one it is no text of the document.
    void append(QStringView text);
    void beginRow() { m_rows.push_back({}); }
    void beginCell();
    void endRow();
    [[nodiscard]] bool isTooLong() const { return m_lines.isTooLong() || m_waiting > limits::textCharacters; }

private:

    struct Row {
        std::vector<QStringList> cells;
    };
    void write(const QString &paragraph);

    TextLines &m_lines;
    std::vector<QString> m_open;
    QStringList m_boxes;       ///< paragraphs of text boxes whose anchor is still open
    std::vector<Row> m_rows;
    qsizetype m_waiting = 0;
};

} // namespace ca
