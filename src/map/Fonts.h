// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace ca {

/// The embedded Noto fonts. Call once after QGuiApplication exists, before drawing; repeated calls do nothing.
void loadFonts();
/// Noto Sans with Armenian and Georgian behind it. @p pixels is the size in logical pixels.
[[nodiscard]] QFont mapFont(double pixels, bool bold = false, bool italic = false);

} // namespace ca
