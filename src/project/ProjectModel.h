// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectEdit.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace ca {

/// Records of one kind by id.
template <class T>
class RecordTable {
public:
    [[nodiscard]] const T *find(const QString &id) const
    {
        const auto found = m_rows.constFind(id);
        return found == m_rows.constEnd() ? nullptr : &*found;
    }
    /// In their order.
    [[nodiscard]] std::vector<T> all() const { return sorted({m_rows.cbegin(), m_rows.cend()}); }
    /// Those of @p ids that are there, in their order.
    [[nodiscard]] std::vector<T> of(const QSet<QString> &ids) const
    {
        std::vector<T> found;
        for (const QString &id : ids) {
            if (const T *row = find(id))
                found.push_back(*row);
        }
        return sorted(std::move(found));
    }
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }
    [[nodiscard]] qint64 nextOrder() const { return m_lastOrder + 1; }
    void put(const T &row)
    {
        m_rows.insert(row.id, row);
        m_lastOrder = std::max(m_lastOrder, row.order);
    }
    void take(const QString &id) { m_rows.remove(id); }
    bool operator==(const RecordTable &other) const { return m_rows == other.m_rows; }

private:
    static std::vector<T> sorted(std::vector<T> rows)
    {
        std::sort(rows.begin(), rows.end(), [](const T &a, const T &b) { return std::tie(a.order, a.id) < std::tie(b.order, b.id); });
        return rows;
    }

    QHash<QString, T> m_rows;
    qint64 m_lastOrder = 0;
};

/// Everything a project holds, in memory, with what is asked often found by hash. A value.
class ProjectModel {
public:
    template <class T>
    [[nodiscard]] const RecordTable<T> &table() const { return std::get<RecordTable<T>>(m_tables); }

    void apply(const ProjectEdit &edit);

    /// Of links also those removed.
    [[nodiscard]] std::vector<ProjectLink> linksOfSubject(const QString &subject) const;
    [[nodiscard]] std::vector<ProjectLink> linksOfPassage(const QString &passage) const;
    /// @p sha256 of a document's bytes or of its normalised text, now or when the passage was marked.
    [[nodiscard]] std::vector<ProjectPassage> passagesOfDocument(const QString &sha256) const;
    [[nodiscard]] std::vector<ProjectNote> notesOf(NoteTarget kind, const QString &target) const;
    [[nodiscard]] std::vector<RejectedSuggestion> rejectionsOf(const QString &textSha256) const;

    bool operator==(const ProjectModel &other) const { return m_tables == other.m_tables; }

private:
    using Index = QHash<QString, QSet<QString>>;
    template <class T>
    void change(const RecordChange<T> &change);

    std::tuple<RecordTable<ProjectPassage>, RecordTable<ProjectLink>, RecordTable<ProjectNote>, RecordTable<RejectedSuggestion>,
               RecordTable<ProjectView>, RecordTable<ProjectSetting>, RecordTable<ProjectMatch>> m_tables;
    /// What a record is looked up by, its kind before it, to the ids of the records.
    Index m_index;
};

} // namespace ca
