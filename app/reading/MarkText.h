// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Library.h"
#include "reading/ReaderMark.h"
#include "reading/ReadingCopy.h"

namespace ca {

class Session;

/// What the reader says of the chosen passage, as rich text: which of how many, verdict and reason, what differs, what
/// it speaks of, and how near copies in the library have it.
[[nodiscard]] QString markText(const Session &session, const ReadingCopy &copy, const ReaderMark &mark, int number, int count);

/// How the copies of a passage differ from it, one line of rich text each; copies that do not differ are counted in one line.
[[nodiscard]] QStringList copiesText(const Library &library, const ReadingCopy &copy, TextRange passage);

} // namespace ca
