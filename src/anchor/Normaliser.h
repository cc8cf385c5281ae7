// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace ca {

/// A stretch of a text: offset and length in UTF-16 code units.
struct TextRange {
    int start = 0;
    int length = 0;
    [[nodiscard]] int end() const { return start + length; }
    bool operator==(const TextRange &) const = default;
};

/// A text brought to the form in which passages are compared, with the way back.
struct NormalisedText {
    QString text;
    /// origin[i] = index (UTF-16) in the input of the character that text[i] came from;
    /// one more entry at the end = length of the input. Ascending, not strictly: several
    /// entries are equal where one character became several.
    std::vector<int> origin;

    /// The stretch of @p source (the input of normalise()) that text.mid(start, length) came
    /// from, without white space and invisible characters at its ends. Never cuts a source
    /// character in two. Offsets out of range are clamped.
    [[nodiscard]] TextRange sourceRange(const QString &source, int start, int length) const;
};

/// Rules of geodata/README.md, "Passages", version 1. Pure function, thread-safe.
inline constexpr int normalisationVersion = 1;
[[nodiscard]] NormalisedText normalise(const QString &text);
/// Lower-case hex SHA-256 of the UTF-8 of an already normalised text.
[[nodiscard]] QString digest(const QString &normalised);

} // namespace ca
