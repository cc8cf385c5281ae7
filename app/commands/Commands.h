// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/CommandIo.h"

#include <QString>
#include <QStringList>

namespace ca {

/// Whether the program, called with @p firstArgument, runs a command instead of opening the window: a command's name,
/// --help, --version, --figure, or a bare word that is neither an option nor a file (a misspelt command).
[[nodiscard]] bool isCommand(const QString &firstArgument);
/// Whether that command draws, so that it needs a QGuiApplication rather than a QCoreApplication.
[[nodiscard]] bool commandNeedsGui(const QString &firstArgument);
/// Makes Qt draw without a display, the same on every machine. Call before the application object is made.
void prepareForCommand();

/// Runs the command in @p arguments (without the program's name). Exit codes: 0 done, 1 failed or unknown id with
/// nothing written, 2 bad usage. Needs an application object.
int runCommand(const QStringList &arguments);
int runCommand(const QStringList &arguments, CommandIo &io);

} // namespace ca
