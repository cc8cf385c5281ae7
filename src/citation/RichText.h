// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ca {

/// A stretch of one look.
struct TextRun {
    QString text;
    bool italic = false;
    QString link;      ///< web address the text stands for; empty = none
    bool operator==(const TextRun &) const = default;
};

/// A line of text with italics and links, as citations need it.
class RichText {
public:
    RichText() = default;
    explicit RichText(const QString &text) { add(text); }

    RichText &add(const QString &text, bool italic = false);
    RichText &add(const RichText &other);
    /// Shows @p address as a link where it is one (isWebAddress()), else as text.
    RichText &addLink(const QString &address);
    /// Adds a comma or a full stop as American typesetting wants it: inside a closing quotation mark, and no full stop
    /// behind another mark that ends a sentence.
    void punctuate(QChar mark);

    [[nodiscard]] bool isEmpty() const { return m_runs.empty(); }
    [[nodiscard]] const std::vector<TextRun> &runs() const { return m_runs; }
    [[nodiscard]] QString plainText() const;
    /// Escaped, with <i> and <a href>.
    [[nodiscard]] QString html() const;
    bool operator==(const RichText &) const = default;

private:
    std::vector<TextRun> m_runs;
};

/// An absolute http or https address, the only kind that becomes a link: never javascript:, data: or file:.
[[nodiscard]] bool isWebAddress(const QString &address);

} // namespace ca
