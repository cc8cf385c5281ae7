// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorFinder.h"
#include "library/Document.h"
#include "project/ProjectRecords.h"

namespace ca {

/// A stretch of a document (UTF-16) as a passage for the project, with the words, where they stand, the document's record
/// and when the copy was retrieved. Fails where the stretch holds no words; warns of very short ones.
[[nodiscard]] Result<ProjectPassage> newPassage(const Document &document, const AnchorFinder &finder, TextRange range);

} // namespace ca
