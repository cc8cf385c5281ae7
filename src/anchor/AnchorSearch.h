// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Normaliser.h"

#include <QString>
#include <QStringView>

#include <functional>
#include <vector>

namespace ca {

/// A letter, digit or mark; half of a pair counts as a letter.
[[nodiscard]] bool isWordUnit(QChar c);
/// Does a word end or begin between text[at - 1] and text[at]? Not inside words, numbers
/// (2.5, 1,000) or before an apostrophe that goes on (Baku|'s). @p text is normalised.
[[nodiscard]] bool isWordBoundary(QStringView text, qsizetype at);

/// Looks for stretches of a normalised text that begin with some first words and end with some
/// last words. Both must be normalised and not empty. The counts looked at are bounded, so that a
/// text that repeats the anchors without end costs no more than a long one.
class AnchorSearch {
public:
    AnchorSearch(const QString &text, const QString &first, const QString &last, int maxLength);

    [[nodiscard]] bool hasFirst() const { return !m_firsts.empty(); }
    [[nodiscard]] bool hasLast() const;
    /// Stretches that @p agrees holds of, in order.
    [[nodiscard]] std::vector<TextRange> where(const std::function<bool(TextRange)> &agrees) const;
    /// For each first words the stretch to the nearest last words, in order.
    [[nodiscard]] std::vector<TextRange> nearest() const;

private:
    [[nodiscard]] std::vector<int> lastEnds(int start, std::size_t most) const;

    const QString &m_text;
    const QString &m_first;
    const QString &m_last;
    int m_maxLength;
    std::vector<int> m_firsts;
};

} // namespace ca
