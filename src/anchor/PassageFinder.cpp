// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/PassageFinder.h"

#include "anchor/AnchorSearch.h"
#include "anchor/DigestSearch.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace ca {
namespace {

/// A candidate in the article, with the paragraphs and blocks of its two ends.
struct Place {
    TextRange range;
    int firstLine = 0;
    int lastLine = 0;
    int firstBlock = 0;
    int lastBlock = 0;

    [[nodiscard]] bool inOneLine() const { return firstLine == lastLine; }
    [[nodiscard]] bool inOneBlock() const { return firstBlock == lastBlock; }
    [[nodiscard]] bool isLine(int number) const { return inOneLine() && firstLine == number; }
    [[nodiscard]] bool isBlock(int number) const { return inOneBlock() && firstBlock == number; }
};
using Places = std::vector<Place>;

template <class Condition>
Places only(const Places &places, Condition condition)
{
    Places kept;
    std::copy_if(places.begin(), places.end(), std::back_inserter(kept), condition);
    return kept;
}

int countWords(QStringView text)
{
    int words = 0;
    bool inWord = false;
    for (const QChar c : text) {
        words += !c.isSpace() && !inWord ? 1 : 0;
        inWord = !c.isSpace();
    }
    return words;
}

/// One passage sought in one article.
class PassageSearch {
    Q_DECLARE_TR_FUNCTIONS(PassageFinder)

public:
    PassageSearch(const ArticleText &article, const std::vector<Reading> &readings, bool hardWrapped, const Passage &passage)
        : m_article(article), m_readings(readings), m_wrapped(hardWrapped), m_passage(passage),
          m_first(normalise(passage.firstWords).text), m_last(normalise(passage.lastWords).text)
    {
    }

    [[nodiscard]] FoundPassage run() const
    {
        if (m_first.isEmpty() || m_last.isEmpty())
            return orphan(tr("The passage was noted without its first and last words."));
        for (const Reading &reading : m_readings) {
            const Places same = comparable() ? places(reading, stretchesWithDigest(anchorsIn(reading), reading, m_passage.sha256)) : Places();
            if (!same.empty())
                return settleSame(same);
        }
        for (const Reading &reading : m_readings) {
            const Places others = inSmallestUnit(places(reading, anchorsIn(reading).nearest()));
            if (!others.empty())
                return settleChanged(others);
        }
        return orphan(whyOrphan());
    }

private:
    [[nodiscard]] bool comparable() const
    {
        return m_passage.normalisation == normalisationVersion && !m_passage.sha256.isEmpty();
    }

    /// No passage of so many words is longer, in normalised characters.
    [[nodiscard]] int longestPassage() const
    {
        constexpr int longestWord = 25;
        constexpr int roomForInsertions = 600;
        constexpr int mostWords = 1'000'000;  // whatever a damaged atlas says
        return std::clamp(m_passage.wordCount, 0, mostWords) * longestWord + roomForInsertions;
    }

    [[nodiscard]] AnchorSearch anchorsIn(const Reading &reading) const
    {
        return AnchorSearch(reading.text(), m_first, m_last, longestPassage());
    }

    [[nodiscard]] Places places(const Reading &reading, const std::vector<TextRange> &stretches) const
    {
        Places out;
        for (const TextRange &stretch : stretches)
            out.push_back(place(reading.sourceRange(stretch.start, stretch.length)));
        return out;
    }

    [[nodiscard]] Place place(TextRange range) const
    {
        const int first = m_article.paragraphAt(range.start);
        const int last = m_article.paragraphAt(std::max(range.start, range.end() - 1));
        return {range, first, last, block(first), block(last)};
    }

    [[nodiscard]] int block(int line) const
    {
        return line > 0 ? m_article.paragraphs[static_cast<std::size_t>(line) - 1].block : 0;
    }

    /// Same words found. Paragraphs are counted by lines, or by blocks in a hard-wrapped copy; where
    /// lines are broken without empty lines between, paragraphs cannot be counted and the words decide.
    [[nodiscard]] FoundPassage settleSame(const Places &same) const
    {
        const Places byLine = only(same, [this](const Place &p) { return p.isLine(m_passage.paragraph); });
        if (byLine.size() == 1)
            return found(Verdict::Exact, byLine.front(), {});
        const Places byBlock = only(same, [this](const Place &p) { return isStatedBlock(p); });
        if (byLine.empty() && byBlock.size() == 1)
            return found(Verdict::Exact, byBlock.front(), tr("The lines are broken differently in this copy."));
        const Places &left = !byLine.empty() ? byLine : !byBlock.empty() ? byBlock : same;
        if (left.size() > 1)
            return found(Verdict::Ambiguous, left.front(),
                         tr("The same words stand in %1 places of this copy.").arg(left.size()));
        return found(Verdict::Moved, left.front(), whereMoved(left.front()));
    }

    [[nodiscard]] bool isStatedBlock(const Place &p) const
    {
        return m_wrapped ? p.isBlock(m_passage.paragraph) : !p.inOneLine() && p.inOneBlock();
    }

    [[nodiscard]] bool isStated(const Place &p) const
    {
        return p.isLine(m_passage.paragraph) || isStatedBlock(p);
    }

    [[nodiscard]] QString whereMoved(const Place &p) const
    {
        const int from = m_wrapped ? p.firstBlock : p.firstLine;
        const int to = m_wrapped ? p.lastBlock : p.lastLine;
        if (from != to)
            return tr("The same words, but spread over paragraphs %1 to %2 rather than in %3.")
                .arg(from).arg(to).arg(m_passage.paragraph);
        return tr("The same words, but in paragraph %1 rather than %2.").arg(from).arg(m_passage.paragraph);
    }

    /// Anchors that stand in one line are believed before those in one block, those before the rest.
    [[nodiscard]] static Places inSmallestUnit(const Places &all)
    {
        Places kept = only(all, [](const Place &p) { return p.inOneLine(); });
        if (kept.empty())
            kept = only(all, [](const Place &p) { return p.inOneBlock(); });
        return kept.empty() ? all : kept;
    }

    [[nodiscard]] FoundPassage settleChanged(const Places &candidates) const
    {
        Places left = only(candidates, [this](const Place &p) { return isStated(p); });
        if (left.empty())
            left = candidates;
        if (left.size() > 1) {
            const Places asLong = only(left, [this](const Place &p) { return words(p) == m_passage.wordCount; });
            if (asLong.size() != 1)
                return found(Verdict::Ambiguous, left.front(),
                             tr("The first and last words fit %1 places of this copy, and none has the words cited.")
                                 .arg(left.size()));
            left = asLong;
        }
        return found(Verdict::Changed, left.front(), whatChanged(left.front()));
    }

    [[nodiscard]] QString whatChanged(const Place &p) const
    {
        QStringList reasons;
        if (!comparable())
            reasons << tr("The words cannot be compared: the passage was noted under other rules (version %1).")
                           .arg(m_passage.normalisation);
        else if (words(p) != m_passage.wordCount)
            reasons << tr("The words differ from the passage cited: %1 words rather than %2.")
                           .arg(words(p)).arg(m_passage.wordCount);
        else
            reasons << tr("The words between the first and the last differ from the passage cited.");
        if (!isStated(p))
            reasons << tr("It stands in paragraph %1 rather than %2.")
                           .arg(m_wrapped ? p.firstBlock : p.firstLine).arg(m_passage.paragraph);
        return reasons.join(u' ');
    }

    [[nodiscard]] QString whyOrphan() const
    {
        const AnchorSearch anchors = anchorsIn(m_readings.front());
        const bool first = anchors.hasFirst();
        const bool last = anchors.hasLast();
        if (first && last)
            return tr("The last words of the passage do not follow its first words in this copy.");
        if (first)
            return tr("The first words of the passage are in this copy, but not the last.");
        if (last)
            return tr("The last words of the passage are in this copy, but not the first.");
        return tr("Neither the first nor the last words of the passage are in this copy.");
    }

    [[nodiscard]] int words(const Place &p) const
    {
        return countWords(QStringView(m_article.text).mid(p.range.start, p.range.length));
    }

    [[nodiscard]] static FoundPassage found(Verdict verdict, const Place &p, const QString &reason)
    {
        return {verdict, p.range.start, p.range.length, p.firstLine, reason};
    }

    [[nodiscard]] static FoundPassage orphan(const QString &reason)
    {
        return {Verdict::Orphan, 0, 0, 0, reason};
    }

    const ArticleText &m_article;
    const std::vector<Reading> &m_readings;
    bool m_wrapped;
    const Passage &m_passage;
    QString m_first;
    QString m_last;
};

} // namespace

PassageFinder::PassageFinder(ArticleText article)
    : m_article(std::move(article)), m_hardWrapped(m_article.isHardWrapped())
{
    m_readings.push_back(Reading::asItStands(m_article));
    Reading joined = Reading::asAuthored(m_article);
    if (!joined.joints().empty())
        m_readings.push_back(Reading::asAuthored(m_article, PrintedText::Hyphens::Kept));
    if (joined.text() != m_readings.front().text())
        m_readings.push_back(std::move(joined));
}

FoundPassage PassageFinder::find(const Passage &passage) const
{
    return PassageSearch(m_article, m_readings, m_hardWrapped, passage).run();
}

bool PassageFinder::mayHold(const Passage &passage) const
{
    const QString first = normalise(passage.firstWords).text;
    return std::any_of(m_readings.begin(), m_readings.end(), [&first](const Reading &r) { return r.text().contains(first); });
}

FoundPassage findPassage(const ArticleText &article, const Passage &passage)
{
    return PassageFinder(article).find(passage);
}

} // namespace ca
