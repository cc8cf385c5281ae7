// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Quotation.h"
#include "anchor/Reading.h"
#include "anchor/TextAnchor.h"
#include "base/Result.h"
#include "document/ArticleText.h"

#include <QCoreApplication>

#include <functional>

namespace ca {

/// What the length of an anchor's context tells.
struct ContextLength {
    bool stoodTwice = false;   ///< more than usual: the words stood more than once
    int beforeTells = 0;       ///< characters of the context before that must agree to tell it from other
                               ///< such places; 0 = all of it; -1 = there is none, it began the document
    int afterTells = 0;        ///< likewise after
};
[[nodiscard]] ContextLength contextLength(const TextAnchor &anchor);

/// How far, in UTF-16 units, the surroundings of a quotation agree with those of another place with the
/// same words at the most.
struct Twins {
    bool any = false;
    int before = 0;
    int after = 0;
};
/// @p copy is where it was noted, at UTF-16 offset @p at.
[[nodiscard]] Twins twinsOf(const Quotation &quotation, const WordSpan &copy, int at);

/// Writes anchors. See AnchorFinder::make().
class AnchorMaker {
    Q_DECLARE_TR_FUNCTIONS(AnchorFinder)

public:
    /// Both must outlive it.
    AnchorMaker(const ArticleText &article, const Reading &reading) : m_article(article), m_reading(reading) {}

    [[nodiscard]] Result<TextAnchor> make(TextRange range, const std::function<Twins(const TextAnchor &)> &twins) const;

private:
    [[nodiscard]] TextRange wholeClusters(TextRange range) const;
    [[nodiscard]] TextAnchor anchor(TextRange normalised, int before, int after) const;

    const ArticleText &m_article;
    const Reading &m_reading;
};

} // namespace ca
