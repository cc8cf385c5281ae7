// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace ca {

/// The embedded Noto fonts. Call once after QGuiApplication exists, before drawing; repeated calls do nothing.
void loadFonts();
/// Noto Sans with Armenian and Georgian behind it, or @p family before them where that is installed. @p pixels is the
/// size in logical pixels.
[[nodiscard]] QFont mapFont(double pixels, bool bold = false, bool italic = false, const QString &family = {});

} // namespace ca
