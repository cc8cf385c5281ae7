// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace ca {

class Session;

/// What the program is, whose data it shows and whose work it stands on, as rich text.
[[nodiscard]] QString aboutHtml(const Session &session);
void showAbout(const Session &session, QWidget *parent);

} // namespace ca
