// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/ReadingCopy.h"

#include <algorithm>

namespace ca {

int ReadingCopy::pageAt(int offset) const
{
    return static_cast<int>(std::upper_bound(pages.begin(), pages.end(), offset) - pages.begin());
}

QString ReadingCopy::quotation(TextRange range) const
{
    return article().text.mid(range.start, range.length);
}

std::shared_ptr<const ReadingCopy> ReadingCopy::withDocument(const Library &library, const Document &changed) const
{
    auto copy = std::make_shared<ReadingCopy>(*this);
    copy->document = changed;
    copy->copies = library.copiesOf(changed);
    return copy;
}

const AnchorFinder *ReadingCopy::finderOf(const Library &library, qint64 id) const
{
    auto &other = otherFinders[id];
    if (!other)
        other = std::make_shared<const AnchorFinder>(library.text(id));
    return other.get();
}

std::shared_ptr<const ReadingCopy> ReadingCopy::open(const Library &library, qint64 id)
{
    const auto document = library.document(id);
    if (!document)
        return nullptr;
    auto copy = std::make_shared<ReadingCopy>();
    copy->document = *document;
    copy->copies = library.copiesOf(*document);
    copy->pages = library.pages(id);
    copy->finder = std::make_shared<const AnchorFinder>(library.text(id));
    return copy;
}

} // namespace ca
