// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QSet>
#include <QString>

namespace ca {

/// What the list of passages depends on.
struct PassagesInput {
    QString subject;
    QString chosen;                 ///< passage shown as chosen; may be empty
    QSet<QString> ownCopies;        ///< records whose text the library has
    NamePolicy policy = NamePolicy::Neutral;
    QString language;
};

/// The passages that speak of a subject, grouped by article, as rich text. Where there are none it says so
/// and names the sources that the subject's facts rest on.
[[nodiscard]] QString passagesHtml(const Atlas &atlas, const PassagesInput &input);
/// One line: "7 passages in 3 articles", "No article speaks of this segment".
[[nodiscard]] QString passagesSummary(const Atlas &atlas, const QString &subject);

} // namespace ca
