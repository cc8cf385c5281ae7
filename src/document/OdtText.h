// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/DocumentParts.h"

#include <QByteArray>

namespace ca {

/// OpenDocument texts (.odt): paragraphs, headings and rows of tables in order, notes at the end;
/// deleted text of tracked changes, comments, headers and footers are left out. Links and included
/// files are never followed.
namespace OdtText {

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel);

} // namespace OdtText
} // namespace ca
