// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/DocumentParts.h"

#include <QString>

namespace ca {

/// Markdown without its marks: paragraphs are joined into one line each; headings, list items,
/// quoted paragraphs, lines of code and rows of tables are lines. YAML front matter gives metadata
/// (title, author(s), date, url, lang, publisher, …), never text.
namespace MarkdownText {

/// @p text as decoded from the file; any line ends.
Result<DocumentParts> read(const QString &text, const CancelToken &cancel);

} // namespace MarkdownText
} // namespace ca
