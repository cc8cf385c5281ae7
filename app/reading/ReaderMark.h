// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorDifference.h"
#include "anchor/Normaliser.h"
#include "anchor/Verdict.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// A passage as the reader marks it in the text.
struct ReaderMark {
    enum class Kind {
        Bundled,     ///< of the atlas
        Own,         ///< of the user's project
        Suggested    ///< proposed, not decided on
    };
    Kind kind = Kind::Bundled;
    QString id;                  ///< passage of the atlas or of the project; of a suggestion empty
    TextRange range;             ///< UTF-16 in the text shown; meaningful unless orphan
    Verdict verdict = Verdict::Orphan;
    QString reason;              ///< why not exact
    QStringList subjects;        ///< ids of what it speaks of, those in passing last
    std::vector<AnchorDifference> differences = {};   ///< of a changed own passage
    int suggestion = -1;         ///< index in the suggestions

    [[nodiscard]] bool found() const { return verdict != Verdict::Orphan && range.length > 0; }
};

} // namespace ca
