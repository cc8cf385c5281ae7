// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/ExportLosses.h"

#include <QCoreApplication>

namespace ca {

QString ExportLosses::line(const CslItem &item, const QString &format) const
{
    QStringList lost = m_lost;
    const QStringList members = item.json().keys();
    for (const QString &member : members) {
        if (!m_taken.contains(member))
            lost << member;
    }
    lost.removeDuplicates();
    return lost.isEmpty() ? QString()
                          : QCoreApplication::translate("ExportLosses", "%1: %2 cannot hold %3")
                                .arg(item.text("id"), format, lost.join(QStringLiteral(", ")));
}

} // namespace ca
