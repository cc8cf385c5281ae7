// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/Command.h"

namespace ca {

/// In the order in which help names them.
[[nodiscard]] std::vector<const Command *> allCommands();

[[nodiscard]] QString helpText();
[[nodiscard]] QString helpFor(const Command &command);
[[nodiscard]] QString versionText();

} // namespace ca
