// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QUrl>

namespace ca {

/// URL of a record that lands on a passage: text=first words,last words (WICG text fragments). Empty when the record has no URL.
[[nodiscard]] QUrl passageUrl(const Record &record, const Passage &passage);

} // namespace ca
