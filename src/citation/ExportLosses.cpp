// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/ExportLosses.h"

#include "base/Tr.h"

namespace ca {

namespace {

QString listed(const QStringList &ids)
{
    constexpr int shown = 3;
    const qsizetype more = ids.size() - shown;
    const QString first = ids.mid(0, shown).join(QStringLiteral(", "));
    return more > 0 ? tr("%1 and %2 more").arg(first).arg(more) : first;
}

} // namespace

QString ExportLosses::of(const CslItem &item) const
{
    QStringList lost = m_lost;
    const QStringList members = item.json().keys();
    for (const QString &member : members) {
        if (!m_taken.contains(member))
            lost << member;
    }
    lost.removeDuplicates();
    return lost.join(QStringLiteral(", "));
}

void LossReport::add(const CslItem &item, const QString &lost)
{
    if (lost.isEmpty())
        return;
    qsizetype at = m_losses.indexOf(lost);
    if (at < 0) {
        at = m_losses.size();
        m_losses << lost;
        m_items << QStringList();
    }
    m_items[at] << item.text("id");
}

QStringList LossReport::lines() const
{
    QStringList lines;
    for (qsizetype i = 0; i < m_losses.size(); ++i)
        lines << tr("%1: %2 cannot hold %3").arg(listed(m_items[i]), m_format, m_losses[i]);
    return lines;
}

} // namespace ca
