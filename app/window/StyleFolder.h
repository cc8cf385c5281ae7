// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"

#include <QString>

namespace ca {

/// Where the user's own map styles lie: *.style files below the program's configuration.
[[nodiscard]] QString userStyleFolder();
/// The file meant by @p nameOrFile: a bundled style's name, a style in the user's folder, or a path. Empty when
/// there is no such file.
[[nodiscard]] QString stylePath(const QString &nameOrFile);

} // namespace ca
