// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/DocumentParts.h"

#include <QByteArray>

namespace ca {

/// E-books (.epub): the chapters in the order of the spine, without the table of contents.
namespace EpubText {

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel);

} // namespace EpubText
} // namespace ca
