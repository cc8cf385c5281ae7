// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ArticleText.h"

#include "document/TextLines.h"

#include <algorithm>

namespace ca {
namespace {

bool endsLine(QChar c)
{
    switch (c.unicode()) {
    case '\n': case '\r': case '\v': case '\f': case 0x0085: case 0x2028: case 0x2029: return true;
    default: return false;
    }
}

QString withUnixLineEnds(const QString &raw)
{
    QString text;
    text.reserve(raw.size());
    const qsizetype begin = raw.startsWith(QChar(0xFEFF)) ? 1 : 0;
    for (qsizetype i = begin; i < raw.size(); ++i) {
        const bool half = raw[i] == u'\r' && i + 1 < raw.size() && raw[i + 1] == u'\n';
        if (!half)
            text.append(endsLine(raw[i]) ? QChar(u'\n') : raw[i]);
    }
    return text;
}

} // namespace

ArticleText ArticleText::fromPlainText(const QString &raw)
{
    ArticleText article{withUnixLineEnds(raw), {}};
    const QStringView text(article.text);
    int block = 0;
    bool afterGap = true;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = text.indexOf(u'\n', start);
        end = end < 0 ? text.size() : end;
        const bool gap = isBlank(text.mid(start, end - start));
        if (!gap) {
            block += afterGap ? 1 : 0;
            article.paragraphs.push_back({static_cast<int>(start), static_cast<int>(end - start), block});
        }
        afterGap = gap;
        start = end + 1;
    }
    return article;
}

int ArticleText::paragraphAt(int offset) const
{
    const auto found = std::partition_point(paragraphs.begin(), paragraphs.end(), [offset](const Paragraph &p) {
        return p.start + p.length <= offset;
    });
    return found == paragraphs.end() ? 0 : static_cast<int>(found - paragraphs.begin()) + 1;
}

bool ArticleText::isHardWrapped() const
{
    if (paragraphs.empty() || paragraphs.back().block < 2)
        return false;
    return static_cast<std::size_t>(paragraphs.back().block) < paragraphs.size();
}

} // namespace ca
