// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include <future>

namespace ca {

/// The embedded Noto fonts. Call once after QGuiApplication exists, before drawing; repeated calls do nothing but
/// wait for the first. Any thread.
void loadFonts();
/// loadFonts() on a thread of its own, for who has other work to begin with; what comes back waits for it when it goes.
[[nodiscard]] std::future<void> loadFontsAhead();
/// Noto Sans with Armenian and Georgian behind it, or @p family before them where that is installed. @p pixels is the
/// size in logical pixels.
[[nodiscard]] QFont mapFont(double pixels, bool bold = false, bool italic = false, const QString &family = {});

} // namespace ca
