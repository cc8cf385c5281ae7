// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "library/ShadowText.h"

namespace ca {

class SqlConnection;

/// The full-text index: the shadows of the library's texts, and what else is computed from texts and kept beside them.
namespace LibraryIndex {

[[nodiscard]] Result<Done> insert(const SqlConnection &connection, qint64 document, const ShadowText &shadow);
[[nodiscard]] Result<Done> setTitle(const SqlConnection &connection, qint64 document, const QString &title);
[[nodiscard]] Result<Done> remove(const SqlConnection &connection, qint64 document);
/// Builds anew what was written under other rules (LibrarySchema::indexVersion): shadows, normalised texts, signatures.
[[nodiscard]] Result<Done> bringUpToDate(const SqlConnection &connection);

} // namespace LibraryIndex
} // namespace ca
