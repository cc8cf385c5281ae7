// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"

#include <cstddef>
#include <functional>

namespace ca {

/// Calls work(0) … work(count − 1), each once, spread over the cores; the calling thread works too and returns when all
/// are done. After a cancel no further call begins. @p work must not throw.
void parallelFor(std::size_t count, const CancelToken &cancel, const std::function<void(std::size_t)> &work);

} // namespace ca
