// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>

namespace ca {

/// Writes beside @p file and renames: a failure leaves an older file as it was. Any thread.
Result<Done> writeWhole(const QString &file, const QByteArray &bytes);
/// Fails for files larger than @p most bytes. Any thread.
Result<QByteArray> readWhole(const QString &file, qint64 most);

} // namespace ca
