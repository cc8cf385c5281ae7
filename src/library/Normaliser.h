// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace ca {

/// A text brought to the form in which passages are compared, with the way back.
struct NormalisedText {
    QString text;
    /// origin[i] = index (UTF-16) in the input of the character that text[i] came from;
    /// one more entry at the end = length of the input. Ascending.
    std::vector<int> origin;
};

/// Rules of geodata/README.md, "Passages", version 1. Pure function, thread-safe.
inline constexpr int normalisationVersion = 1;
[[nodiscard]] NormalisedText normalise(const QString &text);
/// Lower-case hex SHA-256 of the UTF-8 of an already normalised text.
[[nodiscard]] QString digest(const QString &normalised);

} // namespace ca
