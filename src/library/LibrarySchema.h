// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

#include <memory>

namespace ca {

class SqlConnection;

/// What a library file looks like inside, and the gate through which every file must pass.
namespace LibrarySchema {

/// Version of the tables; kept in table meta under "schema". Older files are migrated step by step.
inline constexpr int version = 1;
/// Version of the folded words in the search index ("index" in meta): raise it when the folding or
/// the cutting into words changes, and libraries build their index anew when opened.
inline constexpr int indexVersion = 1;

/// Opens or creates the library. Refuses folders, files that are no SQLite file, no library,
/// damaged or newer, without writing to them.
Result<std::unique_ptr<SqlConnection>> open(const QString &path);

} // namespace LibrarySchema
} // namespace ca
