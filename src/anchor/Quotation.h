// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/TextAnchor.h"
#include "anchor/WordAlignment.h"

#include <QSet>

#include <cstddef>

namespace ca {

/// How one side of a place agrees with the context noted.
struct ContextSide {
    enum class State { Unknown, Agrees, Differs };
    State state = State::Unknown;
    double share = 0.5;  ///< of the context's characters, from the quotation outward, that agree; 0.5 = unknown
    int agreeing = 0;    ///< characters of the words that agree, from the quotation outward
    [[nodiscard]] bool agrees() const { return state == State::Agrees; }
};

/// The words of an anchor with their context, ready for comparing.
class Quotation {
public:
    /// As noted.
    explicit Quotation(const TextAnchor &anchor);
    /// As its author wrote it (PrintedText), as far as can be told without the lines.
    [[nodiscard]] static Quotation asAuthored(const TextAnchor &anchor);
    /// As noted, the context set apart: for anchors whose makers trimmed the blanks between.
    [[nodiscard]] static Quotation apart(const TextAnchor &anchor);

    [[nodiscard]] WordSpan words() const;
    /// Words that are no marks.
    [[nodiscard]] int countWords() const;
    [[nodiscard]] QSet<quint64> folds() const;
    /// Does it begin or end within a word?
    [[nodiscard]] bool cutsWords() const { return m_headCut > 0 || m_tailCut > 0; }
    /// The quotation's part of the words first to end of a copy, UTF-16 in the copy's text.
    [[nodiscard]] TextRange rangeIn(const WordSpan &copy, std::size_t first, std::size_t end) const;

    [[nodiscard]] ContextSide before(const WordSpan &copy, std::size_t first) const;
    [[nodiscard]] ContextSide after(const WordSpan &copy, std::size_t end) const;

private:
    Quotation(QString text, int start, int end, const TextAnchor &anchor);

    QString m_text;  ///< prefix, exact and suffix
    WordList m_words;   ///< of all three
    std::size_t m_first = 0;
    std::size_t m_end = 0;
    int m_headCut = 0;  ///< UTF-16 units of the first word that belong to the prefix
    int m_tailCut = 0;
    bool m_opensDocument = false;
    bool m_closesDocument = false;
};

} // namespace ca
