// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Normaliser.h"

#include <QString>

#include <vector>

namespace ca {

/// Neighbouring words that differ between a quotation and the copy.
struct AnchorDifference {
    enum class Kind { Replaced, Inserted, Removed };
    /// What kind of words differ, the gravest first.
    enum class Matter { Number, Negation, Unit, Words, Case, Punctuation };

    Kind kind = Kind::Replaced;
    Matter matter = Matter::Words;
    QString before;   ///< words of the quotation, normalised; empty when inserted
    QString after;    ///< words of the copy, normalised; empty when removed
    TextRange range;  ///< UTF-16 in the copy; empty where words were removed
    bool operator==(const AnchorDifference &) const = default;
};

/// Differences by words between two readings of one passage, in order; ranges are in @p copy as given.
/// Neither text need be normalised. Bounded: texts too long and too different to be aligned give one
/// difference that holds all between their common beginning and their common end.
[[nodiscard]] std::vector<AnchorDifference> passageDifferences(const QString &passage, const QString &copy);

} // namespace ca
