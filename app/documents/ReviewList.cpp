// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ReviewList.h"

#include "anchor/AnchorFinder.h"
#include "base/Tr.h"

#include <QHash>

#include <memory>

namespace ca {

namespace {

void addBundled(const Atlas &atlas, const Library &library, std::vector<ReviewItem> &items)
{
    for (const Record &record : atlas.data().records) {
        const auto document = record.isArticle() ? library.documentForRecord(record.id) : std::nullopt;
        if (!document)
            continue;
        for (const StoredVerdict &stored : library.verdicts(document->id)) {
            const Passage *passage = atlas.passage(stored.passage);
            if (passage && stored.found.verdict != Verdict::Exact)
                items.push_back({passage->id, false, passage->paraphrase, document->title, stored.found.verdict, stored.found.reason});
        }
    }
}

/// Texts are read once, however many passages they have.
class Finders {
public:
    explicit Finders(const Library &library) : m_library(library) {}

    struct Copy {
        QString title;
        std::unique_ptr<AnchorFinder> finder;   ///< null = not in the library
    };
    const Copy &copyOf(const QString &textSha256)
    {
        auto &copy = m_copies[textSha256];
        if (!copy) {
            copy = std::make_shared<Copy>();
            if (const auto document = m_library.documentWithText(textSha256)) {
                copy->title = document->title;
                copy->finder = std::make_unique<AnchorFinder>(m_library.text(document->id));
            }
        }
        return *copy;
    }

private:
    const Library &m_library;
    QHash<QString, std::shared_ptr<Copy>> m_copies;
};

void addOwn(const Library &library, const std::vector<ProjectPassage> &own, std::vector<ReviewItem> &items)
{
    Finders finders(library);
    for (const ProjectPassage &passage : own) {
        const Finders::Copy &copy = finders.copyOf(passage.present.textSha256);
        const AnchorMatch match = copy.finder ? copy.finder->find(passage.present.anchor) : AnchorMatch();
        if (match.verdict == Verdict::Exact)
            continue;
        const QString reason = copy.finder ? match.reason : tr("The copy it was marked in is not in the library.");
        items.push_back({passage.id, true, passage.original.anchor.exact, copy.title, match.verdict, reason});
    }
}

} // namespace

std::vector<ReviewItem> reviewList(const Atlas &atlas, const Library &library, const std::vector<ProjectPassage> &own)
{
    std::vector<ReviewItem> items;
    addBundled(atlas, library, items);
    addOwn(library, own, items);
    std::vector<Verdict> verdicts;
    for (const ReviewItem &item : items)
        verdicts.push_back(item.verdict);
    std::vector<ReviewItem> sorted;
    for (const std::size_t index : reviewOrder(verdicts))
        sorted.push_back(items[index]);
    return sorted;
}

} // namespace ca
