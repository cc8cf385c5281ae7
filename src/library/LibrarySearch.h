// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/SearchHit.h"

#include <QString>

#include <vector>

namespace ca {

class SqlConnection;

namespace LibrarySearch {

/// Without words, all that a filter lets through, the newest first. Else documents that hold all the words (from three letters on each may be the beginning of a longer one), best first;
/// offset and snippet are those of the place where most of them stand together.
[[nodiscard]] std::vector<SearchHit> find(const SqlConnection &connection, const QString &words, int limit,
                                          const DocumentFilter &filter = {});

/// The words as an FTS5 expression; empty when there is nothing to look for. No character of the
/// input is ever syntax.
[[nodiscard]] QString expression(const QString &words);

} // namespace LibrarySearch
} // namespace ca
