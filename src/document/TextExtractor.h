// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>

namespace ca {

/// What a file says, taken out of its format.
struct ExtractedText {
    QString text;      ///< as decoded; line ends untouched
    QString title;     ///< first words of the text; the format's own title where it has one
    QString sha256;    ///< of the file's bytes, lower-case hex
    qint64 bytes = 0;  ///< size of the file
};

/// Reads documents for the library. Never follows a reference inside a document.
namespace TextExtractor {

/// Larger files are refused: an article is rarely over 100 kB.
inline constexpr qint64 maxBytes = 20 * 1024 * 1024;

/// Suffixes that can be read, lower case, without the dot.
[[nodiscard]] QStringList suffixes();
[[nodiscard]] bool supports(const QString &file);

/// Fails with the reason: not there, a folder, not readable, of a type that cannot be read, too
/// large, empty, binary, not in a known encoding. Blocking; may run on any thread.
Result<ExtractedText> read(const QString &file);

} // namespace TextExtractor
} // namespace ca
