// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citation/CslItem.h"

#include <QSet>
#include <QStringList>

namespace ca {

/// Notes which members of an item a format takes, to report the others.
class ExportLosses {
public:
    /// @p member went into the output.
    void took(const char *member) { m_taken.insert(QLatin1String(member)); }
    /// Something of a member that was taken is lost all the same.
    void lost(const QString &what) { m_lost << what; }
    /// One line for the item: "a1: BibTeX cannot hold custom, section"; empty where nothing is lost.
    [[nodiscard]] QString line(const CslItem &item, const QString &format) const;

private:
    QSet<QString> m_taken;
    QStringList m_lost;
};

} // namespace ca
