// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

namespace ca {

/// Offset of the first byte that is not UTF-8 (overlong forms, surrogates and code points past
/// U+10FFFF included); -1 when all of it is.
[[nodiscard]] qsizetype firstInvalidUtf8(const QByteArray &bytes);

/// Text of a plain text file: UTF-8, or UTF-16 where a byte order mark says so. Never guesses an
/// encoding and never replaces characters: what cannot be read exactly is refused, with the place.
/// Binary data (NUL bytes, many control characters) are refused too.
Result<QString> decodeText(const QByteArray &bytes);

} // namespace ca
