// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "anchor/Normaliser.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace ca {

class SqlConnection;

/// The folded shadow of the library's texts that full-text search looks into. A text is cut into
/// words, each is folded by itself and written with one blank after it, so that the number of
/// blanks before a match is the number of the word in the text: highlights cannot drift, however
/// folding changes lengths.
namespace LibraryIndex {

/// Runs of letters, digits and marks, in order.
[[nodiscard]] std::vector<TextRange> words(QStringView text);

[[nodiscard]] QString foldedWord(const QString &word);
/// Folded so that names that only sound alike become equal; never empty for a word with letters.
[[nodiscard]] QString looseWord(const QString &word);
/// Names are what is spelled in many ways: words that begin with a capital, or of a script without capitals.
[[nodiscard]] bool mayBeName(QStringView word);

Result<Done> insert(const SqlConnection &connection, qint64 document, const QString &title, const QString &text);
Result<Done> remove(const SqlConnection &connection, qint64 document);
/// Builds the index anew where it was written under other rules (LibrarySchema::indexVersion).
Result<Done> bringUpToDate(const SqlConnection &connection);

} // namespace LibraryIndex
} // namespace ca
