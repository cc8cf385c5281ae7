// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "base/Result.h"
#include "commands/CommandLine.h"

#include <optional>

namespace ca {

// How names are written, for commands that print them. nullopt when the option is absent (the value stays) or fine.
[[nodiscard]] std::optional<Error> readLanguage(const CommandLine &line, QString &language);
[[nodiscard]] std::optional<Error> readNamePolicy(const CommandLine &line, NamePolicy &policy);

} // namespace ca
