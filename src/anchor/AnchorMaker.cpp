// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/AnchorMaker.h"

#include "anchor/QuoteSearch.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <limits>

namespace ca {
namespace {

constexpr int usualContext = 32;     // code points
constexpr int contextOfTwins = 48;   // at least
constexpr int mostContext = 512;
constexpr std::size_t mostTwins = 200;

/// The boundary of grapheme clusters at or before @p at; after it if @p forward. Looks at the
/// neighbourhood only: clusters are short.
int clusterBoundary(const QString &text, int at, bool forward)
{
    constexpr int reach = 64;
    const int size = static_cast<int>(text.size());
    if (at <= 0 || at >= size)
        return std::clamp(at, 0, size);
    const int from = std::max(0, at - reach);
    const QString near = text.mid(from, 2 * reach);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, near);
    finder.setPosition(at - from);
    if (finder.isAtBoundary())
        return at;
    const auto boundary = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return boundary < 0 ? at : from + static_cast<int>(boundary);
}

int codePoints(const QString &text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }));
}

/// So many code points back from an offset, or on.
int stepped(const QString &text, int at, int points, int direction)
{
    const int size = static_cast<int>(text.size());
    for (; points > 0 && (direction < 0 ? at > 0 : at < size); --points) {
        at += direction;
        if (at > 0 && at < size && text[at].isLowSurrogate())
            at += direction;
    }
    return at;
}

/// Length of the words next to a quotation that agree with those next to another place of its words.
int agreeing(const WordSpan &copy, std::size_t own, std::size_t other, std::size_t words, int direction)
{
    int length = 0;
    const auto size = static_cast<std::ptrdiff_t>(copy.words.size());
    const std::ptrdiff_t step = direction < 0 ? -1 : static_cast<std::ptrdiff_t>(words);
    auto a = static_cast<std::ptrdiff_t>(own) + step;
    auto b = static_cast<std::ptrdiff_t>(other) + step;
    while (a >= 0 && b >= 0 && a < size && b < size && length < mostContext) {
        const Word &word = copy.words[static_cast<std::size_t>(a)];
        if (!sameWord(word, copy.words[static_cast<std::size_t>(b)]))
            break;
        length += word.length + 1;
        a += direction;
        b += direction;
    }
    return length;
}

} // namespace

ContextLength contextLength(const TextAnchor &anchor)
{
    const int before = codePoints(anchor.prefix);
    const int after = codePoints(anchor.suffix);
    // AnchorMaker::make() goes that much beyond the last character that agrees with another place.
    const auto tells = [](int length) {
        if (length == 0)
            return -1;
        if (length < contextOfTwins)
            return 0;  // all there is up to the end of the document
        return length > mostContext - 8 ? std::numeric_limits<int>::max() : length - usualContext + 1;
    };
    return {before > usualContext || after > usualContext, tells(before), tells(after)};
}

Twins twinsOf(const Quotation &quotation, const WordSpan &copy, int at)
{
    Twins twins;
    const std::size_t length = quotation.words().words.size();
    const std::vector<std::size_t> places = sameWords(quotation.words(), copy, mostTwins);
    if (places.size() < 2)
        return twins;
    twins.any = true;
    const auto own = std::find_if(places.begin(), places.end(), [&](std::size_t p) { return copy.words[p].end() > at; });
    if (own == places.end() || places.size() == mostTwins)
        return {true, mostContext, mostContext};
    for (const std::size_t other : places) {
        if (other == *own)
            continue;
        twins.before = std::max(twins.before, agreeing(copy, *own, other, length, -1));
        twins.after = std::max(twins.after, agreeing(copy, *own, other, length, 1));
    }
    return twins;
}

TextRange AnchorMaker::wholeClusters(TextRange range) const
{
    const int start = clusterBoundary(m_article.text, range.start, false);
    const int end = clusterBoundary(m_article.text, range.end(), true);
    return {start, end - start};
}

TextAnchor AnchorMaker::anchor(TextRange at, int before, int after) const
{
    const QString &text = m_reading.text();
    const int from = clusterBoundary(text, stepped(text, at.start, before, -1), true);
    const int to = clusterBoundary(text, stepped(text, at.end(), after, 1), false);
    TextAnchor anchor;
    anchor.exact = text.mid(at.start, at.length);
    anchor.prefix = text.mid(from, at.start - from);
    anchor.suffix = text.mid(at.end(), to - at.end());
    anchor.start = m_reading.codePointsBefore(at.start);
    anchor.end = anchor.start + codePoints(anchor.exact);
    anchor.normalisation = normalisationVersion;
    return anchor;
}

Result<TextAnchor> AnchorMaker::make(TextRange range, const std::function<Twins(const TextAnchor &)> &twinsOfAnchor) const
{
    const auto size = static_cast<int>(m_article.text.size());
    if (range.start < 0 || range.length < 0 || range.start > size || range.length > size - range.start)
        return Error{tr("The stretch to be quoted lies outside the text."), {}, 0, 0};
    const TextRange at = range.length == 0 ? TextRange{} : m_reading.rangeOf(wholeClusters(range));
    if (at.length == 0)
        return Error{tr("Nothing is selected: a quotation needs at least one visible character."), {}, 0, 0};
    TextAnchor made = anchor(at, usualContext, usualContext);
    const Twins twins = twinsOfAnchor(made);
    if (twins.any)
        made = anchor(at, std::clamp(twins.before + usualContext, contextOfTwins, mostContext),
                      std::clamp(twins.after + usualContext, contextOfTwins, mostContext));
    Result<TextAnchor> result(made);
    if (Quotation(made).countWords() < 4)
        result.warn({tr("A quotation of less than four words is hard to find again once the text around it changes.")});
    return result;
}

} // namespace ca
