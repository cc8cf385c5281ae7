// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "project/ProjectModel.h"

namespace ca {
class SqlConnection;
}

/// A project's records in its database.
namespace ca::ProjectTables {

/// Warnings tell of records that could not be read or not wholly; those stay in the file as they are.
[[nodiscard]] Result<ProjectModel> read(const SqlConnection &connection);
/// One transaction, which also counts the edit.
[[nodiscard]] Result<Done> write(const SqlConnection &connection, const ProjectEdit &edit);

} // namespace ca::ProjectTables
