// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/Session.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>

#include <memory>

namespace ca::test {

/// A session on the compiled atlas with a library in memory, leaving no traces.
[[nodiscard]] SessionOptions cleanOptions();
/// Starts @p session and waits until atlas, scene and search are there.
[[nodiscard]] bool load(Session &session);
/// Clicks the link of @p panel that goes to @p href as a mouse does; false when there is none.
[[nodiscard]] bool clickLink(QTextBrowser &panel, const QString &href);

} // namespace ca::test
