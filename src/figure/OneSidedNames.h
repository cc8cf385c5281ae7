// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QString>

#include <vector>

namespace ca {

/// A name in a text that one side uses and the other does not.
struct OneSidedName {
    const Name *name = nullptr;  ///< owned by the atlas
    QString text;                ///< as it is written
    qsizetype begin = 0;         ///< in the text; UTF-16
    qsizetype end = 0;           ///< one past its last letter, with the ending that a language adds
    QString counterpart;         ///< what to add: “X” in Armenian usage, or the neutral name; empty = none is known
};

/// Names of names.csv in @p text of one party's usage, or that somebody avoids, whose counterpart stands nowhere in @p around
/// (the words of the whole page). Spelling is compared folded; a name inside a longer one that takes no side does not count.
/// Each subject's is told once, where it first stands.
[[nodiscard]] std::vector<OneSidedName> oneSidedNames(const Atlas &atlas, const QString &text, const QString &around);

} // namespace ca
