// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

/// What speaks against opening a file if it is a VRT, GDAL's list of sources: that it names something else than plain
/// files of this machine, or itself. Empty when nothing does, and for any other file. Private to this room.
[[nodiscard]] QString vrtObjection(const QString &path);

} // namespace ca
