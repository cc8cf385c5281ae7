// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

class MainWindow;
class Session;

/// What `--screenshot` asks for.
struct ScreenshotOptions {
    QString file;      ///< picture to write; empty = none is asked for
    QString select;    ///< id or name selected first; empty = nothing
};

/// Selects, waits until map and panels show it, writes a picture of the whole window and ends the event loop
/// with 0, or with 1 and a line on stderr. Call before the session starts; works offscreen.
void takeScreenshot(Session &session, MainWindow &window, const ScreenshotOptions &options);

} // namespace ca
