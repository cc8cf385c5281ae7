// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

/// Builds a document's text from runs: one paragraph is one line, white space within is a single
/// space (no-break spaces stay), lines without words are left out, control characters too.
class TextLines {
public:
    /// Runs of one paragraph may be split anywhere; a space between them counts once.
    void append(QStringView run);
    /// Every line break of @p run ends a line; spaces stay as they are (preformatted text).
    void appendVerbatim(QStringView run);
    /// Sets the next cell of a table row off with a tab.
    void separate() { m_cell = m_cell || m_text.size() > m_lineStart; }
    void endLine();

    /// Where the next line or run will stand, UTF-16.
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] bool atLineStart() const { return m_text.size() == m_lineStart; }
    /// Over limits::textCharacters: stop reading and refuse.
    [[nodiscard]] bool isTooLong() const;
    /// The text so far, without an end of line after the last line.
    [[nodiscard]] QString take();

private:
    void put(QChar c);

    QString m_text;
    qsizetype m_lineStart = 0;
    bool m_space = false;  ///< white space was met and not written yet
    bool m_cell = false;   ///< the next word begins a cell
};

/// The refusal when TextLines::isTooLong().
[[nodiscard]] QString tooMuchText();
/// The refusal after a CancelToken was set.
[[nodiscard]] QString readingCancelled();

/// Nothing but white space and marks without width.
[[nodiscard]] bool isBlank(QStringView line);

} // namespace ca
