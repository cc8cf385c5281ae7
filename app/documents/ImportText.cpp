// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ImportText.h"

#include "base/Tr.h"

namespace ca {

namespace {

QString recognisedText(int added, int recognised)
{
    if (recognised == 0)
        return {};
    if (added == 1)
        return tr(", recognised as an article of the atlas");
    return recognised == 1 ? tr(", 1 of them recognised as an article of the atlas")
                           : tr(", %1 of them recognised as articles of the atlas").arg(recognised);
}

} // namespace

QString importText(const ImportReport &report)
{
    QStringList parts;
    const int added = report.added();
    const int known = report.known();
    if (added > 0) {
        const QString files = added == 1 ? tr("1 source added") : tr("%1 sources added").arg(added);
        parts << files + recognisedText(added, report.recognised()) + u'.';
        if (known > 0)
            parts << (known == 1 ? tr("1 was in the library already.") : tr("%1 were in the library already.").arg(known));
    }
    if (known > 0 && added == 0)
        parts << (known == 1 ? tr("This source is in the library already.") : tr("These %1 sources are in the library already.").arg(known));
    if (report.cancelled)
        parts << tr("Stopped; what was added so far stays.");
    constexpr int shown = 3;
    const QStringList problems = report.allProblems();
    parts += problems.mid(0, shown);
    if (problems.size() > shown)
        parts << tr("… and %1 more.").arg(problems.size() - shown);
    if (parts.isEmpty())
        parts << tr("Nothing was added.");
    return parts.join(QLatin1Char('\n'));
}

} // namespace ca
