// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/TextAnchor.h"

#include <QByteArray>
#include <QUrl>

namespace ca {

/// The directive of WICG text fragments (https://wicg.github.io/scroll-to-text-fragment/) that finds a quotation:
/// "text=[prefix-,]start[,end][,-suffix]". Under 300 characters the whole quotation, else its first and last words;
/// context where the quotation has three words or fewer or @p ambiguous says that it stands in the text more than once.
///
/// An anchor's text is normalised: quotation marks, dashes and ellipses are not those of the page, and browsers compare
/// them. So the directive is made of stretches without them; words at the edges that have them are left out, and the
/// link lands some words late rather than nowhere. Empty when the anchor has no words that can be used.
[[nodiscard]] QByteArray textDirective(const TextAnchor &anchor, bool ambiguous = false);

/// @p page with the directive; a fragment it has stays before it, for browsers that know none. The page as it is where
/// there is no directive or the page is no web address.
[[nodiscard]] QUrl quotationUrl(const QUrl &page, const TextAnchor &anchor, bool ambiguous = false);

} // namespace ca
