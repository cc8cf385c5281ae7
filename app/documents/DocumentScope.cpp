// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/DocumentScope.h"

namespace ca {

namespace {

/// The subject itself and, of a corridor, its segments.
QSet<QString> subjectsOf(const QString &subject, const Atlas &atlas)
{
    QSet<QString> subjects{subject};
    for (const CorridorMember *member : atlas.members(subject))
        subjects.insert(member->segment);
    return subjects;
}

QSet<QString> recordsWithin(const LibraryScope &scope, const Atlas &atlas)
{
    QSet<QString> records;
    const auto take = [&](const Passage &passage) {
        if (!scope.claim || passage.claim == *scope.claim)
            records.insert(passage.record);
    };
    if (scope.subject.isEmpty()) {
        for (const Passage &passage : atlas.data().passages)
            take(passage);
    } else {
        for (const PassageLink &link : atlas.passages(scope.subject))
            take(*link.passage);
    }
    return records;
}

} // namespace

std::optional<QSet<qint64>> documentsWithin(const LibraryScope &scope, const Atlas &atlas,
                                            const std::vector<Document> &documents, const std::vector<LinkedText> &links)
{
    if (scope.subject.isEmpty() && !scope.claim)
        return std::nullopt;
    QSet<QString> records = recordsWithin(scope, atlas);
    const QSet<QString> subjects = subjectsOf(scope.subject, atlas);
    QSet<QString> texts;
    for (const LinkedText &link : links) {
        const bool speaks = scope.subject.isEmpty() || subjects.contains(link.subject);
        if (!speaks || (scope.claim && link.claim != toId(*scope.claim)))
            continue;
        const Passage *bundled = atlas.passage(link.bundled);
        if (bundled)
            records.insert(bundled->record);
        else
            texts.insert(link.textSha256);
    }
    QSet<qint64> within;
    for (const Document &document : documents) {
        if (records.contains(document.record) || texts.contains(document.textSha256))
            within.insert(document.id);
    }
    return within;
}

DocumentFilter filterOf(const LibraryScope &scope, const Atlas &atlas, const std::vector<Document> &documents,
                        const std::vector<LinkedText> &links)
{
    return {scope.publisher, scope.from, scope.to, documentsWithin(scope, atlas, documents, links)};
}

} // namespace ca
