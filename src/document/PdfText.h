// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/DocumentParts.h"

#include <QByteArray>

namespace ca {

/// Text of a PDF in reading order, with the offset at which each page begins. Read by poppler in a
/// program of its own (PdfProcess); scripts and forms in it are never run, attachments never opened.
namespace PdfText {

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel);

} // namespace PdfText
} // namespace ca
