// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

#include <memory>

namespace ca {

class SqlConnection;

/// What a library file looks like inside, told to openSqliteFile().
namespace LibrarySchema {

/// Version of the folded words in the search index ("index" in meta): raise it when the folding or
/// the cutting into words changes, and libraries build their index anew when opened.
inline constexpr int indexVersion = 2;

/// Opens or creates the library: see openSqliteFile().
Result<std::unique_ptr<SqlConnection>> open(const QString &path);

} // namespace LibrarySchema
} // namespace ca
