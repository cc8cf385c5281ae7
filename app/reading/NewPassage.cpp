// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/NewPassage.h"

namespace ca {

Result<ProjectPassage> newPassage(const Document &document, const AnchorFinder &finder, TextRange range)
{
    const Result<TextAnchor> anchor = finder.make(range);
    if (!anchor)
        return anchor.error();
    ProjectPassage passage;
    passage.source = document.csl;
    passage.sourceUrl = document.csl.value(QLatin1String("URL")).toString();
    const QString accessed = cslDate(document.csl, QStringLiteral("accessed"));
    passage.retrieved = accessed.isEmpty() ? document.added.toString(Qt::ISODate) : accessed;
    passage.original = {*anchor, document.sha256, document.textSha256};
    passage.present = passage.original;
    Result<ProjectPassage> result(passage);
    result.warn(anchor.warnings());
    return result;
}

} // namespace ca
