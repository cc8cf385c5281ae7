// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/ReadingCopy.h"

class QMimeData;

namespace ca {

/// A quotation with its Chicago note and a link that lands on it, as text and HTML. The caller owns it.
[[nodiscard]] QMimeData *passageMime(const ReadingCopy &copy, TextRange words);
void copyToClipboard(const ReadingCopy &copy, TextRange words);

} // namespace ca
