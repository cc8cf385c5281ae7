// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/AnchorFinder.h"

#include "anchor/AnchorMaker.h"
#include "anchor/AnchorSearch.h"
#include "anchor/AnchorSettling.h"
#include "anchor/Quotation.h"
#include "anchor/QuoteSearch.h"
#include "anchor/Reading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace ca {
namespace {

constexpr std::size_t mostCandidates = 500;

/// A reading with its words.
struct Searchable {
    Reading reading;
    ReadingWords words;
    explicit Searchable(Reading r) : reading(std::move(r)), words(reading) {}
};

/// A quotation sought in one reading.
class QuotationSearch {
public:
    QuotationSearch(const Searchable &where, Quotation quotation, const TextAnchor &anchor)
        : m_reading(where.reading), m_quotation(std::move(quotation)), m_anchor(anchor)
    {
        if (where.words.hasBroken())
            m_fitted = where.words.fittedTo(m_quotation.folds());
        m_copy = {where.words.hasBroken() ? std::span<const Word>(m_fitted) : std::span<const Word>(where.words.joined()), m_reading.text()};
    }
    QuotationSearch(const QuotationSearch &) = delete;

    [[nodiscard]] const Quotation &quotation() const { return m_quotation; }

    [[nodiscard]] std::vector<SamePlace> same() const
    {
        std::vector<SamePlace> places;
        const std::size_t length = m_quotation.words().words.size();
        for (const std::size_t first : sameWords(m_quotation.words(), m_copy, mostCandidates))
            places.push_back(placeAt(first, first + length));
        return places;
    }

    [[nodiscard]] std::vector<LikePlace> like() const
    {
        std::vector<LikePlace> places;
        for (const LikeStretch &stretch : likeStretches(m_quotation.words(), m_copy, expected()))
            places.push_back(likePlace(stretch));
        return places;
    }

    [[nodiscard]] std::optional<LikePlace> remains() const
    {
        const Remains remains = remainsOf(m_quotation.words(), m_copy);
        if (remains.share < 0.4)
            return std::nullopt;
        LikePlace place = likePlace({remains.first, remains.end, remains.share, {}});
        place.partsFound = remains.found;
        place.parts = remains.parts;
        const QString stands = m_copy.stretch(remains.first, remains.end);
        const QString quoted = m_quotation.words().stretch(0, m_quotation.words().words.size());
        place.differences = passageDifferences(quoted, stands);
        for (AnchorDifference &difference : place.differences) {
            const int start = m_copy.words[remains.first].start + difference.range.start;
            difference.range = m_reading.sourceRange(start, difference.range.length);
        }
        return place;
    }

private:
    [[nodiscard]] SamePlace placeAt(std::size_t first, std::size_t end) const
    {
        const TextRange range = m_quotation.rangeIn(m_copy, first, end);
        SamePlace place;
        place.range = m_reading.sourceRange(range.start, range.length);
        place.before = m_quotation.before(m_copy, first);
        place.after = m_quotation.after(m_copy, end);
        place.atPosition = m_anchor.start >= 0 && m_reading.codePointsBefore(range.start) == m_anchor.start;
        return place;
    }

    /// The word where the position noted lies.
    [[nodiscard]] int expected() const
    {
        const int offset = m_anchor.start < 0 ? -1 : m_reading.offsetOf(m_anchor.start);
        if (offset < 0)
            return -1;
        const auto at = std::partition_point(m_copy.words.begin(), m_copy.words.end(), [offset](const Word &w) { return w.end() <= offset; });
        return static_cast<int>(at - m_copy.words.begin());
    }

    [[nodiscard]] LikePlace likePlace(const LikeStretch &stretch) const
    {
        const TextRange range = m_quotation.rangeIn(m_copy, stretch.first, stretch.end);
        LikePlace place;
        place.range = m_reading.sourceRange(range.start, range.length);
        place.likeness = stretch.likeness;
        place.before = m_quotation.before(m_copy, stretch.first);
        place.after = m_quotation.after(m_copy, stretch.end);
        place.differences = differences(m_quotation.words(), m_copy, stretch.alignment);
        for (AnchorDifference &difference : place.differences)
            difference.range = m_reading.sourceRange(difference.range.start, difference.range.length);
        return place;
    }

    const Reading &m_reading;
    const Quotation m_quotation;
    const TextAnchor &m_anchor;
    WordList m_fitted;
    WordSpan m_copy;
};

bool sameStretch(TextRange a, TextRange b)
{
    const int shared = std::min(a.end(), b.end()) - std::max(a.start, b.start);
    return shared > 0 && 10 * shared >= 9 * std::min(a.length, b.length);
}

ContextSide better(const ContextSide &a, const ContextSide &b)
{
    return b.agrees() || (!a.agrees() && b.share > a.share) ? b : a;
}

/// Places found in another reading: new ones are added, known ones take the better context.
void merge(std::vector<SamePlace> &places, const std::vector<SamePlace> &more)
{
    for (const SamePlace &place : more) {
        const auto known = std::find_if(places.begin(), places.end(), [&](const SamePlace &p) { return sameStretch(p.range, place.range); });
        if (known == places.end()) {
            places.push_back(place);
            continue;
        }
        known->before = better(known->before, place.before);
        known->after = better(known->after, place.after);
        known->atPosition = known->atPosition || place.atPosition;
    }
}

} // namespace

struct AnchorFinder::Data {
    ArticleText article;
    Searchable stands;
    std::optional<Searchable> authored;  ///< nothing when it reads like the article as it stands

    explicit Data(ArticleText text) : article(std::move(text)), stands(Reading::asItStands(article))
    {
        Reading reading = Reading::asAuthored(article);
        if (reading.text() != stands.reading.text() || !reading.joints().empty())
            authored.emplace(std::move(reading));
    }

    [[nodiscard]] const Searchable &bestReading() const { return authored ? *authored : stands; }

    [[nodiscard]] std::vector<SamePlace> samePlaces(const TextAnchor &anchor) const
    {
        std::vector<SamePlace> places = QuotationSearch(stands, Quotation(anchor), anchor).same();
        merge(places, QuotationSearch(bestReading(), Quotation::asAuthored(anchor), anchor).same());
        if (const auto place = atPosition(anchor))
            merge(places, {*place});
        if (places.empty() && Quotation(anchor).cutsWords())
            places = QuotationSearch(stands, Quotation::apart(anchor), anchor).same();
        return places;
    }

    /// Letter for letter at the position noted, even where it cuts a word, if it did so when it was noted.
    [[nodiscard]] std::optional<SamePlace> atPosition(const TextAnchor &anchor) const
    {
        const Reading &reading = stands.reading;
        const int start = anchor.start < 0 ? -1 : reading.offsetOf(anchor.start);
        const QStringView text(reading.text());
        if (start < 0 || !text.mid(start).startsWith(anchor.exact))
            return std::nullopt;
        const qsizetype end = start + anchor.exact.size();
        const bool before = text.left(start).endsWith(anchor.prefix);
        const bool after = text.mid(end).startsWith(anchor.suffix);
        if (!(isWordBoundary(text, start) && isWordBoundary(text, end)) && !(before && after))
            return std::nullopt;
        SamePlace place;
        place.range = reading.sourceRange(start, static_cast<int>(anchor.exact.size()));
        place.atPosition = true;
        const auto side = [](bool agrees) {
            return ContextSide{agrees ? ContextSide::State::Agrees : ContextSide::State::Differs, agrees ? 1.0 : 0.0, 0};
        };
        place.before = side(before);
        place.after = side(after);
        return place;
    }
};

AnchorFinder::AnchorFinder(ArticleText article) : m_data(std::make_unique<const Data>(std::move(article))) {}
AnchorFinder::~AnchorFinder() = default;
AnchorFinder::AnchorFinder(AnchorFinder &&) noexcept = default;
AnchorFinder &AnchorFinder::operator=(AnchorFinder &&) noexcept = default;

const ArticleText &AnchorFinder::article() const
{
    return m_data->article;
}

Result<TextAnchor> AnchorFinder::make(TextRange range) const
{
    const Searchable &best = m_data->bestReading();
    return AnchorMaker(m_data->article, m_data->stands.reading).make(range, [&](const TextAnchor &anchor) {
        const WordSpan copy{best.words.joined(), best.reading.text()};
        return twinsOf(Quotation::asAuthored(anchor), copy, best.reading.rangeOf(range).start);
    });
}

AnchorMatch AnchorFinder::find(const TextAnchor &anchor) const
{
    const Quotation noted(anchor);
    const AnchorSettling settling(anchor, noted.countWords());
    if (noted.words().words.empty())
        return settling.empty();
    const std::vector<SamePlace> same = m_data->samePlaces(anchor);
    const QuotationSearch search(m_data->bestReading(), Quotation::asAuthored(anchor), anchor);
    if (!same.empty())
        return settling.settleSame(same, [&search] { return search.like(); });
    return settling.settleLike(search.like(), [&search] { return search.remains(); });
}

} // namespace ca
