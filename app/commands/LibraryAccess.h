// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/CommandLine.h"
#include "library/Library.h"

#include <memory>

namespace ca {

/// The library of --library, which must be there: reading does not make one. Null where the option was not given.
[[nodiscard]] Result<std::unique_ptr<Library>> openGivenLibrary(const CommandLine &line);

} // namespace ca
