// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ca {

constexpr double keyZoom = 1.5;     ///< times closer by one press of + or −
constexpr double wheelNotches = 2;  ///< notches of a wheel that double the scale

} // namespace ca
