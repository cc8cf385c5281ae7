// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

/// A paragraph of Markdown without its inline marks: emphasis, code, struck-out text and links
/// become their text, pictures and HTML tags go, escapes and entities become their character. What
/// is not surely a mark stays as it is ("2 * 3 * 4", "file_name_here", "a < b").
[[nodiscard]] QString withoutMarkdownMarks(const QString &paragraph);

} // namespace ca
