// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace ca {

/// Ascending offsets (the way back from a normalised text, beginnings of pages) as few bytes: differences, each as a
/// variable-length number of 7 bits a byte, compressed.
[[nodiscard]] QByteArray packOffsets(const std::vector<int> &offsets);
/// Empty for bytes that packOffsets() did not write.
[[nodiscard]] std::vector<int> unpackOffsets(const QByteArray &packed);

} // namespace ca
