// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/DownloadQueue.h"

namespace ca {

/// "Azerbaijan: 12.3 MiB of 45.6 MiB, 2.1 MiB a second, 16 s left", leaving out what is unknown.
[[nodiscard]] QString progressWords(const QString &title, const DownloadProgress &progress);
/// "16 s", "4 min", "2 h 5 min".
[[nodiscard]] QString durationWords(qint64 seconds);

} // namespace ca
