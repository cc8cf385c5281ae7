// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

/// The fixed table behind Folding: letters that do not decompose into a Latin letter and marks.
namespace ca::folding {

/// Latin letters for a lower-case code point; an empty view = the letter is left out (soft sign);
/// nullopt = not in the table.
[[nodiscard]] std::optional<QStringView> transliterate(char32_t lower);
/// Characters without width: soft hyphen, zero-width space and joiners, byte order mark.
[[nodiscard]] bool isInvisible(char32_t c);

} // namespace ca::folding
