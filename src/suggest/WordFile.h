// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ca::suggest {

/// A line "head = cell | cell ..." of a word list.
struct WordRow {
    QString head;
    QStringList cells;  ///< trimmed, none empty
};

/// Lines of the embedded word list resources/suggest/@p name. Remarks ("#") and empty lines are left out.
[[nodiscard]] std::vector<WordRow> readWordFile(const QString &name);
/// All cells of the lines whose head is @p head, each cut at its blanks.
[[nodiscard]] QStringList wordsOf(const std::vector<WordRow> &rows, const QString &head);

} // namespace ca::suggest
