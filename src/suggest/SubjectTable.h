// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/Suggestion.h"

#include <QHash>

namespace ca::suggest {

/// Subjects of one sentence with the best score that any evidence gives them; reasons are collected.
class SubjectTable {
public:
    void add(const QString &id, double score, const QString &reason, bool context = false);
    /// Lowers a score to at most @p score.
    void lower(const QString &id, double score);
    [[nodiscard]] double score(const QString &id) const;
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] const std::vector<SubjectScore> &rows() const { return m_rows; }
    /// Best first; equal scores in order of adding.
    [[nodiscard]] std::vector<SubjectScore> sorted() const;

private:
    std::vector<SubjectScore> m_rows;
    QHash<QString, std::size_t> m_index;
};

} // namespace ca::suggest
