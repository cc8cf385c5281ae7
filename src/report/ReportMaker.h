// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "citation/AnnotatedPassage.h"
#include "report/ReportContent.h"

#include <QHash>

namespace ca {

/// The words of a passage in the user's own copy, and how sure it is that they are the passage.
struct OwnQuotation {
    QString text;             ///< empty = not found
    Verdict verdict = Verdict::Orphan;
    QString reason;
};

/// A passage of the user's own, with its words where they were found.
struct OwnPassage {
    AnnotatedPassage passage;
    OwnQuotation quotation;
    QString paraphrase;       ///< of a passage of the atlas; speaks where there is no quotation
};

struct ReportOptions {
    QString asOf;             ///< printed; empty = the atlas' date. The atlas must be of that date already.
    NamePolicy policy = NamePolicy::Neutral;
    QString language = QStringLiteral("en");          ///< of the names; the report itself is in the program's language
    QHash<QString, OwnQuotation> quotations;          ///< of bundled passages, by their id
    std::vector<OwnPassage> passages;                 ///< those of another subject are left out
};

/// What the atlas (and the user's passages) say of a segment, corridor or other subject. No sentence of an article is in
/// it unless the options bring it from the user's own copy. The same input gives the same content. Empty for unknown ids.
[[nodiscard]] ReportContent makeReport(const Atlas &atlas, const QString &id, const ReportOptions &options = {});

} // namespace ca
