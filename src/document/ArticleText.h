// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ca {

/// An article's text split into paragraphs: non-empty lines, counted from 1.
struct ArticleText {
    struct Paragraph {
        int start = 0;   ///< offset in @c text, UTF-16
        int length = 0;
        int block = 1;   ///< number of the run of lines between empty lines it stands in, from 1
    };
    QString text;        ///< with \n line ends
    std::vector<Paragraph> paragraphs;

    /// CR, CR LF, form feed, U+0085, U+2028 and U+2029 become \n; a byte order mark goes.
    [[nodiscard]] static ArticleText fromPlainText(const QString &raw);

    /// Number (from 1) of the paragraph @p offset lies in, or of the next one when it lies
    /// between two; 0 when there is none.
    [[nodiscard]] int paragraphAt(int offset) const;
    /// Are paragraphs of this copy broken over several lines, with empty lines between them?
    [[nodiscard]] bool isHardWrapped() const;
};

} // namespace ca
