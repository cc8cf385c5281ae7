// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/PdfLines.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace ca::PdfLines {
namespace {

/// Does the word go on the line, as far right and about as high or low?
bool continues(const PdfLine &line, const PdfWord &word)
{
    if (line.isTurned || word.isTurned)
        return line.isTurned == word.isTurned && std::abs(line.left - word.left) < 2;
    const float overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
    const float lower = std::min(line.height(), word.bottom - word.top);
    return overlap > lower * 0.5F && word.left > line.right - lower * 0.6F;
}

PdfLine lineOf(const PdfWord &word, int page, float pageHeight)
{
    PdfLine line;
    line.text = word.text;
    line.page = page;
    line.left = word.left;
    line.top = word.top;
    line.right = word.right;
    line.bottom = word.bottom;
    line.firstWordWidth = word.right - word.left;
    line.pageHeight = pageHeight;
    line.isTurned = word.isTurned;
    return line;
}

void extend(PdfLine &line, const PdfWord &word, bool spaceBefore)
{
    const float gap = word.left - line.right;
    if (gap > line.height() * 2.5F)
        line.text += u'\t';
    else if (spaceBefore || gap > line.height() * 0.15F)
        line.text += u' ';
    line.text += word.text;
    line.left = std::min(line.left, word.left);
    line.right = std::max(line.right, word.right);
    // Raised numbers of notes must not make the line higher than its letters.
    if (word.bottom - word.top >= line.height() * 0.8F) {
        line.top = std::min(line.top, word.top);
        line.bottom = std::max(line.bottom, word.bottom);
    }
}

/// Numbers become #: "3 of 12" and "4 of 12" are the same footer.
QString withoutNumbers(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    return text.simplified().replace(digits, QStringLiteral("#"));
}

/// Lines that may be furniture: up to three at the top and at the bottom of each page.
std::vector<std::size_t> edgeLines(const std::vector<PdfLine> &lines)
{
    constexpr float margin = 0.13F;
    std::vector<std::size_t> found;
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin;
        while (end < lines.size() && lines[end].page == lines[begin].page)
            ++end;
        std::vector<std::size_t> page;
        for (std::size_t i = begin; i < end; ++i)
            page.push_back(i);
        std::stable_sort(page.begin(), page.end(), [&lines](auto a, auto b) { return lines[a].top < lines[b].top; });
        for (std::size_t k = 0; k < page.size(); ++k) {
            const PdfLine &line = lines[page[k]];
            const bool top = k < 3 && line.bottom < line.pageHeight * margin;
            const bool bottom = k + 3 >= page.size() && line.top > line.pageHeight * (1 - margin);
            if (top || bottom)
                found.push_back(page[k]);
        }
        begin = end;
    }
    return found;
}

/// Same words at the same height.
QString keyOf(const PdfLine &line)
{
    return QStringLiteral("%1 %2").arg(std::lround(line.top / 6)).arg(withoutNumbers(line.text));
}

} // namespace

std::vector<PdfLine> of(const PdfPage &page, int number)
{
    std::vector<PdfLine> lines;
    bool space = false;
    for (const PdfWord &word : page.words) {
        if (word.text.trimmed().isEmpty())
            continue;
        if (!lines.empty() && continues(lines.back(), word))
            extend(lines.back(), word, space);
        else
            lines.push_back(lineOf(word, number, page.height));
        space = word.spaceAfter;
    }
    return lines;
}

QStringList takeFurniture(std::vector<PdfLine> &lines, int pageCount)
{
    const std::vector<std::size_t> edges = edgeLines(lines);
    QHash<QString, int> counts;
    for (const std::size_t i : edges)
        ++counts[keyOf(lines[i])];
    const int enough = pageCount < 4 ? 2 : 3;
    QStringList taken;
    std::vector<char> isTaken(lines.size(), 0);
    for (const std::size_t i : edges) {
        if (counts.value(keyOf(lines[i])) < enough)
            continue;
        isTaken[i] = 1;
        if (!taken.contains(lines[i].text) && taken.size() < 1000)
            taken << lines[i].text;
    }
    std::size_t at = 0;
    std::erase_if(lines, [&isTaken, &at](const PdfLine &) { return isTaken[at++] != 0; });
    return taken;
}

} // namespace ca::PdfLines
