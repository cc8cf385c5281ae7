// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

/// The atlas to open: @p given, else $CORRIDOR_ATLAS_DATA (the file, or its folder), else
/// ../share/corridor-atlas/atlas.gpkg beside the program. The file need not exist. Needs a QCoreApplication.
[[nodiscard]] QString findAtlasFile(const QString &given = {});
/// Where the user's library lives unless --library says otherwise; its folder is made when missing.
[[nodiscard]] QString defaultLibraryFile();

/// Where the working copies of projects are kept: on this machine, not in a roaming profile.
[[nodiscard]] QString defaultRecoveryFolder();

} // namespace ca
