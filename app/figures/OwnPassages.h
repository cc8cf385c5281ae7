// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Verdict.h"
#include "citation/AnnotatedPassage.h"
#include "project/Project.h"

#include <QHash>

#include <vector>

namespace ca {

/// A project's passages as figures cite them, and how those that were looked for again were found.
struct OwnPassages {
    std::vector<AnnotatedPassage> passages;
    QHash<QString, Verdict> verdicts;  ///< by AnnotatedPassage::id

    [[nodiscard]] static OwnPassages of(const Project &project);
};

} // namespace ca
