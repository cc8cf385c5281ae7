// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectRecords.h"
#include "report/ReportMaker.h"

namespace ca {

class LibraryCopies;

/// Fills @p options with what is the user's own in a report on @p id: the words of the atlas' passages where the library has
/// the article, and the passages the user linked to it or, of a corridor, to its segments, with words from the copy they
/// were marked in, or else as they were marked. Those of the atlas that the report tells anyway are not told twice unless the
/// user says more of them in a note.
/// @param shared sharedPassages() of the project, completed from the atlas.
void addOwnWords(ReportOptions &options, const Atlas &atlas, const QString &id, const std::vector<PassageWithLinks> &shared,
                 LibraryCopies &copies);

} // namespace ca
