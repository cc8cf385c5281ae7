// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/DocumentParts.h"

#include <QByteArray>

namespace ca {

/// A page saved as one file (.mht): the first part that is HTML is read; pictures and frames are not.
namespace MhtmlText {

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel);

} // namespace MhtmlText
} // namespace ca
