// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorFinder.h"
#include "library/Library.h"

#include <QHash>

#include <memory>
#include <vector>

namespace ca {

/// The document that is being read: a value, made from the library.
struct ReadingCopy {
    Document document;
    std::vector<Document> copies;       ///< near copies, the document among them
    std::vector<int> pages;             ///< UTF-16 offsets where pages begin; empty for formats without pages
    std::shared_ptr<const AnchorFinder> finder;   ///< holds the text
    mutable QHash<qint64, std::shared_ptr<const AnchorFinder>> otherFinders = {};   ///< of near copies, as they are needed

    [[nodiscard]] const ArticleText &article() const { return finder->article(); }
    /// Page a place stands on, from 1; 0 where the format has no pages.
    [[nodiscard]] int pageAt(int offset) const;
    [[nodiscard]] QString quotation(TextRange range) const;

    /// Null when the library does not hold the document.
    /// The same text after a change of the library.
    [[nodiscard]] std::shared_ptr<const ReadingCopy> withDocument(const Library &library, const Document &document) const;
    /// The finder of a near copy, made once; null when there is no such copy any more.
    [[nodiscard]] const AnchorFinder *finderOf(const Library &library, qint64 copy) const;
    [[nodiscard]] static std::shared_ptr<const ReadingCopy> open(const Library &library, qint64 document);
};

} // namespace ca
