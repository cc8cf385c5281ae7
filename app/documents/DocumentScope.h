// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "documents/LibraryFilters.h"
#include "library/Document.h"

#include <QSet>

#include <vector>

namespace ca {

/// A passage the user linked, as far as filters care.
struct LinkedText {
    QString textSha256;   ///< of an own passage's document
    QString bundled;      ///< or the passage of the atlas that was linked
    QString subject;
    QString claim;      ///< id of the vocabulary; empty = none
};

/// The documents that have a passage, of the atlas or linked by the user, which speaks of the scope's subject with the
/// scope's kind of claim; nullopt where the scope names neither.
[[nodiscard]] std::optional<QSet<qint64>> documentsWithin(const LibraryScope &scope, const Atlas &atlas,
                                                          const std::vector<Document> &documents,
                                                          const std::vector<LinkedText> &links);

/// The whole scope as the library's search takes it.
[[nodiscard]] DocumentFilter filterOf(const LibraryScope &scope, const Atlas &atlas, const std::vector<Document> &documents,
                                      const std::vector<LinkedText> &links);

} // namespace ca
