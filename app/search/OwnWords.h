// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/DocumentScope.h"
#include "library/SearchHit.h"

#include <vector>

namespace ca {

class Project;

/// What the user wrote or marked: passages, notes on links and notes of their own that hold all of @p words in any spelling.
/// Ids are those of passages (to be selected); notes on subjects have the subject's id and kind Subject.
[[nodiscard]] std::vector<SearchHit> searchOwnWords(const Project &project, const QString &words, int limit);

/// Every link as the filters of the library need it.
[[nodiscard]] std::vector<LinkedText> linkedTexts(const Project &project);

} // namespace ca
