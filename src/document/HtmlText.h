// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/DocumentParts.h"
#include "document/TextLines.h"

#include <QByteArray>
#include <QString>

namespace ca {

class HtmlTree;

/// Text and metadata of a saved page. Paragraphs, list items, headings, captions and rows of tables
/// (cells set off by tabs) become lines; so does what <br> sets apart. Captions of figures are kept:
/// they state facts. Pictures and their alternative texts are not text.
namespace HtmlText {

/// @p declaredEncoding: what a container says, see decodeHtml().
Result<DocumentParts> readPage(const QByteArray &bytes, const CancelToken &cancel, const QByteArray &declaredEncoding = {});

/// All visible text of a selection, without judging what is article and what is not.
Result<DocumentParts> readSelection(const QString &html, const CancelToken &cancel);

/// Adds all visible text of a page to @p lines (chapters of a book).
void appendWhole(const HtmlTree &tree, TextLines &lines);

} // namespace HtmlText
} // namespace ca
