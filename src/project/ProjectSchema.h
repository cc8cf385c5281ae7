// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <memory>

namespace ca {
class SqlConnection;
}

/// The tables of a project file (.catlas).
namespace ca::ProjectSchema {

/// Opens a working copy, or makes a new one where there is no file: see openSqliteFile(). Files of a newer version come
/// read-only. Refuses files with triggers, views or virtual tables: nothing in a project file is to act by itself.
[[nodiscard]] Result<std::unique_ptr<SqlConnection>> open(const QString &path);

} // namespace ca::ProjectSchema
