// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/AnchorSettling.h"

#include "anchor/Matter.h"

#include <algorithm>

namespace ca {
namespace {

constexpr double tie = 0.03;
constexpr double lowestScore = 0.6;
constexpr double support = 0.5;  // share of one side's context that speaks for a place
constexpr int fewWords = 6;  // below that, words may meet by chance

double scoreOf(double likeness, const ContextSide &before, const ContextSide &after)
{
    return 0.7 * likeness + 0.15 * before.share + 0.15 * after.share;
}

double scoreOf(const SamePlace &place)
{
    return scoreOf(1.0, place.before, place.after);
}

double scoreOf(const LikePlace &place)
{
    return scoreOf(place.likeness, place.before, place.after);
}

template <class Place>
void bestFirst(std::vector<Place> &places)
{
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return scoreOf(a) > scoreOf(b); });
}

template <class Condition>
std::vector<SamePlace> only(const std::vector<SamePlace> &places, Condition condition)
{
    std::vector<SamePlace> kept;
    std::copy_if(places.begin(), places.end(), std::back_inserter(kept), condition);
    return kept;
}

bool isSupported(const LikePlace &place)
{
    const auto speaks = [](const ContextSide &side) { return side.state != ContextSide::State::Unknown && side.share >= support; };
    return speaks(place.before) || speaks(place.after);
}

bool differsGravely(const LikePlace &place)
{
    return std::any_of(place.differences.begin(), place.differences.end(), [](const AnchorDifference &d) { return isGrave(d.matter); });
}

/// What is so little like the quotation, or like it in all but what matters, that it is something else.
bool isSomethingElse(const LikePlace &place)
{
    return scoreOf(place) < lowestScore || (!isSupported(place) && differsGravely(place));
}

/// In a text that says almost the same again and again, words alone do not tell a place.
bool hasNearTwin(const SamePlace &place, const std::vector<LikePlace> &like)
{
    return std::any_of(like.begin(), like.end(), [&](const LikePlace &other) {
        return other.range.end() <= place.range.start || other.range.start >= place.range.end();
    });
}

AnchorDifference::Matter gravest(const std::vector<AnchorDifference> &differences)
{
    auto matter = AnchorDifference::Matter::Punctuation;
    for (const AnchorDifference &difference : differences)
        matter = std::min(matter, difference.matter);
    return matter;
}

class Reasons {
    Q_DECLARE_TR_FUNCTIONS(AnchorFinder)

public:
    [[nodiscard]] static QString moved(const SamePlace &place)
    {
        if (place.before.agrees())
            return tr("The same words, but what follows them differs.");
        if (place.after.agrees())
            return tr("The same words, but what stands before them differs.");
        if (place.contextUnknown())
            return tr("The same words; they were noted without their surroundings.");
        return tr("The same words, but elsewhere in the text.");
    }

    [[nodiscard]] static QString changed(const std::vector<AnchorDifference> &differences)
    {
        switch (gravest(differences)) {
        case AnchorDifference::Matter::Number: return tr("A number differs.");
        case AnchorDifference::Matter::Negation: return tr("A negation was added or removed.");
        case AnchorDifference::Matter::Unit: return tr("A unit or an order of magnitude differs.");
        case AnchorDifference::Matter::Words: return tr("The words differ.");
        case AnchorDifference::Matter::Case: return tr("Capitals and small letters differ.");
        case AnchorDifference::Matter::Punctuation: break;
        }
        return tr("The punctuation differs.");
    }
};

} // namespace

AnchorSettling::AnchorSettling(const TextAnchor &anchor, int words)
    : m_context(contextLength(anchor)), m_short(words < fewWords), m_version(anchor.normalisation)
{
}

AnchorMatch AnchorSettling::empty() const
{
    return {Verdict::Orphan, {}, 0, tr("The quotation has no words."), {}, {}};
}

AnchorMatch AnchorSettling::found(Verdict verdict, const SamePlace &place, const QString &reason) const
{
    if (m_version == normalisationVersion)
        return {verdict, place.range, scoreOf(place), reason, {}, {}};
    const QString rules = tr("The words cannot be compared: the quotation was noted under other rules (version %1).").arg(m_version);
    return {Verdict::Changed, place.range, scoreOf(place), rules, {}, {}};
}

AnchorMatch AnchorSettling::ambiguous(const std::vector<SamePlace> &places, const QString &reason) const
{
    AnchorMatch match = {Verdict::Ambiguous, places.front().range, scoreOf(places.front()), reason, {}, {}};
    for (std::size_t i = 1; i < places.size(); ++i)
        match.others.push_back(places[i].range);
    return match;
}

/// Do the surroundings tell the place from the others where the same words stood? Both sides must: when a
/// stretch is removed, the words before it get the context that it had after it. And one side must agree
/// as a whole, since a new sentence may bring another place closer than any was.
bool AnchorSettling::isTold(const SamePlace &place) const
{
    if (!m_context.stoodTwice)
        return place.oneAgrees();
    const auto tells = [](const ContextSide &side, int needed) {
        return needed == 0 ? side.agrees() : needed < 0 || side.agreeing >= needed;
    };
    return place.oneAgrees() && tells(place.before, m_context.beforeTells) && tells(place.after, m_context.afterTells);
}

AnchorMatch AnchorSettling::settleSame(std::vector<SamePlace> places, const std::function<std::vector<LikePlace>()> &like) const
{
    bestFirst(places);
    const std::vector<SamePlace> agreeing = only(places, [](const SamePlace &p) { return p.bothAgree(); });
    if (agreeing.size() == 1 && (isTold(agreeing.front()) || agreeing.front().atPosition))
        return found(Verdict::Exact, agreeing.front(), {});
    if (!agreeing.empty()) {
        // Words that stood more than once before may be told by their position; words that stood once were
        // copied with their surroundings since, and no copy is the first.
        const std::vector<SamePlace> there = only(agreeing, [](const SamePlace &p) { return p.atPosition; });
        if (m_context.stoodTwice && there.size() == 1)
            return found(Verdict::Exact, there.front(), {});
        if (agreeing.size() == 1)
            return settleOne(agreeing.front(), like);
        return ambiguous(agreeing, tr("The same words with the same surroundings stand in %n places.", nullptr, static_cast<int>(agreeing.size())));
    }
    return places.size() == 1 ? settleOne(places.front(), like) : settleSeveral(places);
}

AnchorMatch AnchorSettling::settleOne(const SamePlace &place, const std::function<std::vector<LikePlace>()> &like) const
{
    if (m_context.stoodTwice && !isTold(place))
        return ambiguous({place}, tr("The words stood more than once in the text they were noted in. One such place "
                                     "is left, and what surrounds it differs from what was noted."));
    if (place.atPosition)
        return found(Verdict::Exact, place, {});
    if (m_short && !place.oneAgrees() && !place.contextUnknown())
        return ambiguous({place}, tr("The same few words stand here, but what surrounds them differs."));
    // Words that began or ended the document have one side only, whatever was added there since.
    const bool oneSided = m_context.beforeTells < 0 || m_context.afterTells < 0;
    if (!m_context.stoodTwice && !(oneSided && place.oneAgrees()) && hasNearTwin(place, like()))
        return ambiguous({place}, tr("The same words stand here, but what surrounds them differs, and words much like "
                                     "them stand elsewhere."));
    return found(Verdict::Moved, place, Reasons::moved(place));
}

AnchorMatch AnchorSettling::settleSeveral(const std::vector<SamePlace> &places) const
{
    const bool confirmed = isTold(places[0]) && !places[1].oneAgrees();
    if (confirmed && scoreOf(places[0]) - scoreOf(places[1]) > tie)
        return found(places[0].atPosition ? Verdict::Exact : Verdict::Moved, places[0], places[0].atPosition ? QString() : Reasons::moved(places[0]));
    return ambiguous(places, tr("The same words stand in %n places.", nullptr, static_cast<int>(places.size())));
}

AnchorMatch AnchorSettling::settleLike(std::vector<LikePlace> places, const std::function<std::optional<LikePlace>()> &remains) const
{
    bestFirst(places);
    const bool similar = !places.empty();
    std::erase_if(places, isSomethingElse);
    if (!places.empty())
        return settleLikely(places);
    if (const std::optional<LikePlace> place = remains())
        return changed(*place);
    return {Verdict::Orphan, {}, 0,
            similar ? tr("The words are not in this copy. What is most like them says something else.")
                    : tr("Neither the words nor any like them are in this copy."), {}, {}};
}

AnchorMatch AnchorSettling::settleLikely(const std::vector<LikePlace> &places) const
{
    std::vector<TextRange> others;
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (scoreOf(places[0]) - scoreOf(places[i]) <= tie)
            others.push_back(places[i].range);
    }
    if (others.empty())
        return changed(places.front());
    const QString reason = tr("%n places are as like the quotation, and none has its words.", nullptr, static_cast<int>(others.size()) + 1);
    return {Verdict::Ambiguous, places.front().range, scoreOf(places.front()), reason, others, {}};
}

AnchorMatch AnchorSettling::changed(const LikePlace &place) const
{
    QString reason = Reasons::changed(place.differences);
    if (place.parts > 0)
        reason = tr("Only %1 of %2 parts of the quotation stand here as they were.").arg(place.partsFound).arg(place.parts);
    if (!isSupported(place))
        reason += u' ' + tr("What surrounds them differs, too.");
    return {Verdict::Changed, place.range, scoreOf(place), reason, {}, place.differences};
}

} // namespace ca
