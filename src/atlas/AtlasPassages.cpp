// SPDX-License-Identifier: GPL-3.0-or-later
// Which passages speak of what: the join between reading and map.
#include "atlas/Atlas.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace ca {

namespace {

bool speaksInContext(const Passage &passage, const QString &subject)
{
    // Named twice, once as its matter, a subject is what the passage is about.
    bool context = false;
    for (const SubjectRef &ref : passage.subjects) {
        if (ref.id != subject)
            continue;
        if (!ref.context)
            return false;
        context = true;
    }
    return context;
}

/// Collects links, each passage once: what is added first counts, except that "about" beats "context".
class LinkList {
public:
    void add(PassageLink link)
    {
        const auto known = m_at.constFind(link.passage);
        if (known == m_at.constEnd()) {
            m_at.insert(link.passage, m_links.size());
            m_links.push_back(std::move(link));
            return;
        }
        PassageLink &old = m_links[*known];
        if (old.context && !link.context && old.wholeCorridor == link.wholeCorridor)
            old = std::move(link);
    }

    std::vector<PassageLink> take() { return std::move(m_links); }

private:
    std::vector<PassageLink> m_links;
    QHash<const Passage *, std::size_t> m_at;
};

} // namespace

std::vector<PassageLink> Atlas::passages(const QString &subject) const
{
    LinkList list;
    const auto addFrom = [&](const QString &id, const QString &corridor) {
        for (const std::size_t i : m_passagesOf.value(id)) {
            const Passage &passage = m_data.passages[i];
            list.add({&passage, speaksInContext(passage, id), !corridor.isEmpty(), corridor});
        }
    };
    addFrom(subject, {});
    if (segment(subject)) {
        for (const QString &corridor : corridorsOf(subject))
            addFrom(corridor, corridor);
    } else {
        for (const CorridorMember *member : members(subject))
            addFrom(member->segment, {});
    }
    std::vector<PassageLink> links = list.take();
    const auto articleOrder = [this](const PassageLink &link) {
        const auto record = m_records.value(link.passage->record, m_data.records.size());
        return std::tuple(record, link.passage->paragraph, link.passage);
    };
    std::sort(links.begin(), links.end(), [&](const PassageLink &a, const PassageLink &b) {
        return articleOrder(a) < articleOrder(b);
    });
    return links;
}

QStringList Atlas::segmentsOf(const Passage &passage) const
{
    QStringList found;
    QSet<QString> seen;
    const auto add = [&](const QString &id) {
        if (segment(id) && !seen.contains(id)) {
            seen.insert(id);
            found += id;
        }
    };
    for (const SubjectRef &ref : passage.subjects)
        add(ref.id);
    for (const SubjectRef &ref : passage.subjects) {
        for (const CorridorMember *member : members(ref.id))
            add(member->segment);
    }
    return found;
}

} // namespace ca
