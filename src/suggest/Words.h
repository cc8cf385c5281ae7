// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace ca::suggest {

enum class Script : std::uint8_t { Latin, Cyrillic, Armenian, Georgian, Other };

/// What stands before a word.
enum class Gap : std::uint8_t {
    Space,  ///< blanks, quotation marks, one line break
    Dash,   ///< a dash or slash, with or without blanks
    Mark,   ///< any other sign
    Break   ///< an empty line or the text's start
};

/// A run of letters, digits and marks, with apostrophes between letters.
struct Word {
    int start = 0;          ///< UTF-16, in the text
    int end = 0;
    int foldedStart = 0;    ///< in Words::folded
    int foldedEnd = 0;
    Script script = Script::Latin;
    Gap gap = Gap::Break;
    bool capital = false;   ///< begins with a capital (or its script has none)
    bool shouts = false;    ///< two letters or more, all capitals
    bool number = false;    ///< begins with a digit
};

/// A text's words and its folded form (see foldWithOrigin()).
class Words {
public:
    explicit Words(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int count() const { return static_cast<int>(m_words.size()); }
    [[nodiscard]] const Word &at(int i) const { return m_words[static_cast<std::size_t>(i)]; }
    [[nodiscard]] QStringView folded(int i) const;
    [[nodiscard]] QStringView original(int i) const;
    /// Where in the text the word's first @p foldedLength folded letters end, UTF-16.
    [[nodiscard]] int endOfFolded(int i, int foldedLength) const;
    /// First word that starts at or after @p offset.
    [[nodiscard]] int firstFrom(int offset) const;

private:
    void split();
    void addWord(int start, int end, Gap gap);
    void alignFolded();
    QString m_text;
    QString m_folded;
    std::vector<int> m_origin;
    std::vector<Word> m_words;
};

} // namespace ca::suggest
