// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ca {

/// libxml2 in this process: initialised once for all threads, with a loader that refuses every
/// external entity, DTD or schema, be it a file or an address.
namespace XmlLoads {

/// To be called before libxml2 is used; cheap, any thread.
void forbid();
/// How many loads were refused since the program started. Any thread.
[[nodiscard]] int refused();

} // namespace XmlLoads
} // namespace ca
