// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace ca::test {

/// A ZIP container with the parts in their order. Stored, or packed by deflate.
[[nodiscard]] QByteArray zip(const std::vector<std::pair<QString, QByteArray>> &parts, bool packed = false);

} // namespace ca::test
