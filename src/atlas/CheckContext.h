// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/AtlasCheck.h"

#include <QSet>

/// What the single checks share. Private to this room.
namespace ca::check {

struct Context {
    explicit Context(const AtlasData &atlas);

    const AtlasData &data;
    QSet<QString> segments;
    QSet<QString> subjects;
    QSet<QString> corridors;
    QSet<QString> records;
    QSet<QString> contradictions;
    std::vector<AtlasProblem> problems;

    [[nodiscard]] bool knows(const QString &id) const { return segments.contains(id) || subjects.contains(id); }
};

/// The row a check is looking at; collects objections to it.
class Row {
public:
    Row(Context &context, const char *table, const QString &row, std::size_t index)
        : m_context(context), m_table(QString::fromLatin1(table)), m_row(row), m_index(index) {}

    void object(const QString &message);
    /// Objects unless @p ok.
    void need(bool ok, const QString &message);
    void needText(const QString &text, const char *column);
    void needDate(const QString &date, const char *column);  ///< empty = unknown, allowed
    void needRecords(const QStringList &ids, bool required);

private:
    Context &m_context;
    QString m_table;
    QString m_row;
    std::size_t m_index;
};

/// Objects to ids that are empty, oddly spelt or met before; @p seen grows.
void checkId(Row &row, const QString &id, QSet<QString> &seen);
/// "a;b" → ids without blanks and empty ones.
[[nodiscard]] QStringList splitList(const QString &list);
/// True for what looks like a BCP 47 tag: en, az, az-Latn …
[[nodiscard]] bool isLanguage(const QString &tag);

void checkSegments(Context &context);
void checkSubjects(Context &context);
void checkCorridors(Context &context);
void checkFacts(Context &context);
void checkNames(Context &context);
void checkRecords(Context &context);
void checkPassages(Context &context);
void checkContradictions(Context &context);
void checkDisputed(Context &context);

} // namespace ca::check
