// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QStringList>

#include <span>

namespace ca {

enum class DocumentFormat { PlainText, Markdown, Html, Mhtml, Pdf, Docx, Odt, Epub };

/// One row per format: the only place that knows suffixes, media types and sizes.
struct FormatInfo {
    DocumentFormat format;
    const char *mime;
    const char *suffixes;   ///< lower case, separated by spaces, without dots
    qint64 maxBytes;        ///< largest file that is read
};

[[nodiscard]] std::span<const FormatInfo> documentFormats();
[[nodiscard]] const FormatInfo &formatInfo(DocumentFormat format);
/// By the suffix of @p fileName, whatever its case; nullptr when no format has it.
[[nodiscard]] const FormatInfo *formatBySuffix(const QString &fileName);

struct DetectedFormat {
    DocumentFormat format = DocumentFormat::PlainText;
    QString remark;         ///< that the name says something else; empty when it does not
};

/// What the bytes are, by their content first and by the name where the content says nothing.
/// Fails for what is known not to be readable (old Word files, pictures, RTF, other archives) and
/// when the suffix promises a packed format that the content is not. The start of the bytes
/// suffices, except that ZIP containers are told by their directory.
Result<DetectedFormat> detectFormat(const QString &fileName, const QByteArray &bytes);

} // namespace ca
