// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Verdict.h"

#include <QCoreApplication>

namespace ca {

QString verdictTitle(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Exact: return QCoreApplication::translate("PassageFinder", "exact");
    case Verdict::Moved: return QCoreApplication::translate("PassageFinder", "moved");
    case Verdict::Changed: return QCoreApplication::translate("PassageFinder", "changed");
    case Verdict::Ambiguous: return QCoreApplication::translate("PassageFinder", "ambiguous");
    case Verdict::Orphan: break;
    }
    return QCoreApplication::translate("PassageFinder", "not found");
}

QString verdictId(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Exact: return QStringLiteral("exact");
    case Verdict::Moved: return QStringLiteral("moved");
    case Verdict::Changed: return QStringLiteral("changed");
    case Verdict::Ambiguous: return QStringLiteral("ambiguous");
    case Verdict::Orphan: break;
    }
    return QStringLiteral("orphan");
}

} // namespace ca
