// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorFinder.h"
#include "atlas/Atlas.h"
#include "library/Library.h"
#include "reading/ReaderMark.h"
#include "suggest/Suggestion.h"

namespace ca {

class Project;

/// Every passage that is to be marked in one document, in the order of the text, orphans last.
namespace markbook {

/// The atlas' passages of the document's record, where the library found them, with what the user linked them to as well.
[[nodiscard]] std::vector<ReaderMark> bundled(const Atlas &atlas, const Library &library, const Project &project,
                                              const Document &document);
/// The project's passages of this document and of its near copies, found anew in this text.
[[nodiscard]] std::vector<ReaderMark> own(const Project &project, const std::vector<Document> &copies, const AnchorFinder &finder);
/// Proposals as marks.
[[nodiscard]] std::vector<ReaderMark> suggested(const std::vector<Suggestion> &suggestions);

void sort(std::vector<ReaderMark> &marks);
/// The innermost mark at @p offset (UTF-16); decided ones before proposals. Null when there is none.
[[nodiscard]] const ReaderMark *at(const std::vector<ReaderMark> &marks, int offset);
/// The corridor whose colour a mark has: of the first subject that belongs to one; empty = none.
[[nodiscard]] QString corridorOf(const ReaderMark &mark, const Atlas &atlas);

} // namespace markbook
} // namespace ca
