// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ca {

/// Name, version and desktop entry of the running program. Needs an application object.
void nameApplication();

/// Opens the window and runs it to its end; returns the exit code: 1 without a display or atlas, 2 for bad options.
int runWindow(int argc, char **argv);

} // namespace ca
