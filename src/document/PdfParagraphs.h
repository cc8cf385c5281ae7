// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/PdfLines.h"

#include <QSet>
#include <QString>

#include <vector>

namespace ca {

/// Joins printed lines to paragraphs: by their distance, indents, lines that end before the margin,
/// sizes of letters, and letters at the break, also over the ends of columns and pages. Words
/// hyphenated at a line's end are joined when the next line goes on in lower case, unless the
/// document itself writes the word with its hyphen or both halves as words of their own.
class PdfParagraphs {
public:
    PdfParagraphs(const std::vector<PdfLine> &lines, int pageCount);

    /// One paragraph a line. Too long texts are cut short just past limits::textCharacters.
    [[nodiscard]] const QString &text() const { return m_text; }
    /// UTF-16 offset at which each page begins; that of an empty page is the next one's.
    [[nodiscard]] const std::vector<qsizetype> &pages() const { return m_pages; }

private:
    [[nodiscard]] bool isContinued(std::size_t next) const;
    [[nodiscard]] bool isContinuedBelow(const PdfLine &line, std::size_t next) const;
    [[nodiscard]] bool endsShort(std::size_t line, const PdfLine &next) const;
    [[nodiscard]] float marginLeft(std::size_t line) const;
    [[nodiscard]] float marginRight(std::size_t line) const;
    [[nodiscard]] bool sharesColumn(std::size_t a, std::size_t b) const;
    void measure();
    void collectWords();
    [[nodiscard]] bool isIndented(std::size_t line) const;
    [[nodiscard]] bool beginsItem(std::size_t line) const;
    void append(const PdfLine &line, bool continued);
    [[nodiscard]] QString joint(const QString &next);
    [[nodiscard]] bool dropsHyphen(const QString &line) const;

    const std::vector<PdfLine> &m_lines;
    std::vector<float> m_pitch;   ///< usual distance of lines over their height, by page
    QSet<QString> m_words;        ///< of the document, lower case, hyphenated ones whole
    std::size_t m_begin = 0;      ///< line with which the current paragraph begins
    QString m_text;
    std::vector<qsizetype> m_pages;
};

} // namespace ca
