// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/DocumentParts.h"

#include <QByteArray>

namespace ca {

/// Word documents (.docx): paragraphs and rows of tables in order, text as it stands with tracked
/// changes accepted, foot- and endnotes at the end. Headers, footers, comments and hidden text are
/// left out; relations to other files or addresses are never followed.
namespace DocxText {

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel);

} // namespace DocxText
} // namespace ca
