// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

namespace ca {

/// Lower-case hex SHA-256 of a file's bytes.
[[nodiscard]] Result<QString> fileSha256(const QString &path);
/// Copies to a new file; returns what fileSha256() says of the bytes copied.
[[nodiscard]] Result<QString> copyFile(const QString &from, const QString &to);
/// Puts the bytes of @p from in the place of @p target: written beside it, brought to the disk and renamed, so that
/// @p target is either the old or the new file, also after a crash. Keeps the target's permissions.
[[nodiscard]] Result<QString> replaceFile(const QString &target, const QString &from);

} // namespace ca
