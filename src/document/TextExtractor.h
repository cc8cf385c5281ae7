// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// What a file says, taken out of its format.
struct ExtractedText {
    QString text;      ///< as decoded; line ends untouched
    QString title;     ///< first words of the text; the format's own title where it has one
    QString sha256;    ///< of the file's bytes, lower-case hex
    qint64 bytes = 0;  ///< size of the file
    QString format;    ///< media type, "text/plain"
    QJsonObject csl;   ///< CSL-JSON item of what the file itself states; no member for what it does not
    std::vector<int> pages;  ///< where each page begins in @c text, UTF-16; empty for formats without pages
    QStringList remarks;     ///< what was lost or limited, one sentence each
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
/// The same for bytes that come from no file (pasted, dropped); the suffix of @p name tells the format.
Result<ExtractedText> readBytes(const QString &name, const QByteArray &bytes);

} // namespace TextExtractor
} // namespace ca
