// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Verdict.h"

#include "base/Tr.h"

namespace ca {

QString verdictTitle(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Exact: return tr("exact");
    case Verdict::Moved: return tr("moved");
    case Verdict::Changed: return tr("changed");
    case Verdict::Ambiguous: return tr("ambiguous");
    case Verdict::Orphan: break;
    }
    return tr("not found");
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

std::optional<Verdict> verdictFromId(const QString &id)
{
    for (const Verdict verdict : {Verdict::Exact, Verdict::Moved, Verdict::Changed, Verdict::Ambiguous, Verdict::Orphan}) {
        if (verdictId(verdict) == id)
            return verdict;
    }
    return std::nullopt;
}

std::vector<std::size_t> reviewOrder(const std::vector<Verdict> &verdicts)
{
    std::vector<std::size_t> order;
    for (const Verdict verdict : {Verdict::Orphan, Verdict::Ambiguous, Verdict::Changed, Verdict::Moved}) {
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            if (verdicts[i] == verdict)
                order.push_back(i);
        }
    }
    return order;
}

} // namespace ca
