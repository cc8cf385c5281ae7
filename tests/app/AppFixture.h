// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/Session.h"

#include <QPoint>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>

#include <memory>
#include <optional>

namespace ca {
class MapCanvas;
}

namespace ca::test {

/// A session on the compiled atlas with a library in memory, leaving no traces.
[[nodiscard]] SessionOptions cleanOptions();
/// Starts @p session and waits until atlas, scene and search are there.
[[nodiscard]] bool load(Session &session);
/// Clicks the link of @p panel that goes to @p href as a mouse does; false when there is none.
[[nodiscard]] bool clickLink(QTextBrowser &panel, const QString &href);
/// A place on a segment's line, pixels of the canvas, where @p least … @p most things can be selected.
[[nodiscard]] std::optional<QPoint> pointOn(const Session &session, const MapCanvas &canvas, const QString &segment,
                                            std::size_t least, std::size_t most);

} // namespace ca::test
