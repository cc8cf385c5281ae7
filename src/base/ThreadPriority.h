// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ca {

/// Gives the calling thread, for good, a lesser share of busy cores, so that work behind a window does not keep the window
/// waiting. Nothing where the system knows no such thing.
void stepAside();

} // namespace ca
