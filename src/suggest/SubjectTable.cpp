// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/SubjectTable.h"

#include <algorithm>

namespace ca::suggest {

namespace {
constexpr qsizetype mostReasons = 6;
}

void SubjectTable::add(const QString &id, double score, const QString &reason, bool context)
{
    const auto found = m_index.constFind(id);
    if (found == m_index.constEnd()) {
        m_index.insert(id, m_rows.size());
        m_rows.push_back({id, score, {reason}, context});
        return;
    }
    SubjectScore &row = m_rows[*found];
    row.context = row.context && context;
    row.score = std::max(row.score, score);
    if (!row.reasons.contains(reason) && row.reasons.size() < mostReasons)
        row.reasons << reason;
}

void SubjectTable::lower(const QString &id, double score)
{
    const auto found = m_index.constFind(id);
    if (found != m_index.constEnd())
        m_rows[*found].score = std::min(m_rows[*found].score, score);
}

double SubjectTable::score(const QString &id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.constEnd() ? 0 : m_rows[*found].score;
}

std::vector<SubjectScore> SubjectTable::sorted() const
{
    std::vector<SubjectScore> rows = m_rows;
    std::stable_sort(rows.begin(), rows.end(), [](const SubjectScore &a, const SubjectScore &b) { return a.score > b.score; });
    return rows;
}

} // namespace ca::suggest
