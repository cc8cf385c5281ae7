// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Normaliser.h"
#include "document/ArticleText.h"

#include <QString>
#include <QStringList>

#include <random>
#include <vector>

namespace ca::test {

/// The same numbers on every machine.
class Dice {
public:
    explicit Dice(quint32 seed) : m_engine(seed) {}
    int below(int n) { return n <= 0 ? 0 : static_cast<int>(m_engine() % static_cast<quint32>(n)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <class List>
    auto &of(List &list) { return list[static_cast<typename List::size_type>(below(static_cast<int>(list.size())))]; }

private:
    std::mt19937 m_engine;
};

/// A text in which characters of a private use area enclose the passage cited, so that it can be followed
/// through any mutation. A passage copied along with its paragraph is enclosed twice.
inline constexpr QChar opening(0xE000);
inline constexpr QChar closing(0xE001);

[[nodiscard]] QString unmarked(QString text);
/// A text with its passage enclosed.
[[nodiscard]] QString marked(const QString &text, TextRange passage);
/// What stands between the marks, for each pair.
[[nodiscard]] QStringList passages(const QString &markedText);

/// Where the passage is in the copy as read, in offsets of ArticleText::text.
struct Truth {
    ArticleText article;
    std::vector<TextRange> places;
};
[[nodiscard]] Truth truthOf(const QString &markedText);

/// Paragraphs, each a list of sentences; marks stay with what they enclose.
using Document = std::vector<QStringList>;
[[nodiscard]] Document documentOf(const QString &markedText);
[[nodiscard]] QString textOf(const Document &document);
[[nodiscard]] bool hasMark(const QString &text);

} // namespace ca::test
