// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/LibraryCopies.h"

namespace ca {

std::shared_ptr<const ReadingCopy> LibraryCopies::read(const QString &key, const std::optional<Document> &document)
{
    const auto copy = document ? ReadingCopy::open(*m_library, document->id) : nullptr;
    m_read.insert(key, copy);
    return copy;
}

FoundInCopy LibraryCopies::anchored(const QString &textSha256, const TextAnchor &anchor)
{
    FoundInCopy found;
    if (!m_library || textSha256.isEmpty())
        return found;
    const auto known = m_read.constFind(textSha256);
    found.copy = known != m_read.constEnd() ? *known : read(textSha256, m_library->documentWithText(textSha256));
    if (!found.copy)
        return found;
    const AnchorMatch match = found.copy->finder->find(anchor);
    found.range = match.range;
    found.verdict = match.verdict;
    found.reason = match.reason;
    return found;
}

FoundInCopy LibraryCopies::bundled(const Passage &passage)
{
    FoundInCopy found;
    if (!m_library)
        return found;
    const QString key = QStringLiteral("record:") + passage.record;
    const auto known = m_read.constFind(key);
    found.copy = known != m_read.constEnd() ? *known : read(key, m_library->documentForRecord(passage.record));
    if (!found.copy)
        return found;
    for (const StoredVerdict &stored : m_library->verdicts(found.copy->document.id)) {
        if (stored.passage != passage.id)
            continue;
        found.range = {stored.found.start, stored.found.length};
        found.verdict = stored.found.verdict;
        found.reason = stored.found.reason;
    }
    return found;
}

} // namespace ca
