// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorFinder.h"
#include "anchor/AnchorMaker.h"
#include "anchor/Quotation.h"

#include <QCoreApplication>

#include <functional>
#include <optional>
#include <vector>

namespace ca {

/// A place with the same words.
struct SamePlace {
    TextRange range;  ///< UTF-16 in ArticleText::text
    ContextSide before;
    ContextSide after;
    bool atPosition = false;

    [[nodiscard]] bool bothAgree() const { return before.agrees() && after.agrees(); }
    [[nodiscard]] bool oneAgrees() const { return before.agrees() || after.agrees(); }
    [[nodiscard]] bool contextUnknown() const
    {
        return before.state == ContextSide::State::Unknown && after.state == ContextSide::State::Unknown;
    }
};

/// A place with words like those noted.
struct LikePlace {
    TextRange range;
    double likeness = 0;
    ContextSide before;
    ContextSide after;
    std::vector<AnchorDifference> differences;
    int partsFound = 0;  ///< of `parts`, where only parts of the quotation are there
    int parts = 0;
};

/// Decides between places found, and says why. The rules are stated at AnchorFinder.
class AnchorSettling {
    Q_DECLARE_TR_FUNCTIONS(AnchorFinder)

public:
    /// @p words: words of the quotation that are no marks.
    AnchorSettling(const TextAnchor &anchor, int words);

    [[nodiscard]] AnchorMatch empty() const;
    /// @p like is asked only when a place has nothing but its words to speak for it.
    [[nodiscard]] AnchorMatch settleSame(std::vector<SamePlace> places, const std::function<std::vector<LikePlace>()> &like) const;
    /// @p remains is asked only when no place is like enough.
    [[nodiscard]] AnchorMatch settleLike(std::vector<LikePlace> places, const std::function<std::optional<LikePlace>()> &remains) const;

private:
    [[nodiscard]] AnchorMatch found(Verdict verdict, const SamePlace &place, const QString &reason) const;
    [[nodiscard]] AnchorMatch ambiguous(const std::vector<SamePlace> &places, const QString &reason) const;
    [[nodiscard]] AnchorMatch changed(const LikePlace &place) const;
    [[nodiscard]] AnchorMatch settleOne(const SamePlace &place, const std::function<std::vector<LikePlace>()> &like) const;
    [[nodiscard]] AnchorMatch settleSeveral(const std::vector<SamePlace> &places) const;
    [[nodiscard]] AnchorMatch settleLikely(const std::vector<LikePlace> &places) const;

    [[nodiscard]] bool isTold(const SamePlace &place) const;

    ContextLength m_context;
    bool m_short;
    int m_version;
};

} // namespace ca
