// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/LibraryImport.h"

namespace ca {

/// What came of taking sources in, as one message for the reader.
[[nodiscard]] QString importText(const ImportReport &report);

} // namespace ca
