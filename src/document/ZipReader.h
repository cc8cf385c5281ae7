// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>

namespace ca {

/// Reads parts of a ZIP container that lies in memory. Bounded by the zip limits in
/// DocumentLimits.h, which are tested while unpacking: sizes a container states of itself are not
/// believed. Never writes files and never opens a container within. Any thread.
namespace ZipReader {

/// Names of all parts, as stored (UTF-8), without folders.
Result<QStringList> names(const QByteArray &bytes);

/// The parts @p wanted asks for, unpacked, by name. Parts with a password, a wrong checksum or past
/// a limit fail the whole.
Result<QHash<QString, QByteArray>> read(const QByteArray &bytes, const std::function<bool(const QString &)> &wanted,
                                        const CancelToken &cancel);

} // namespace ZipReader
} // namespace ca
