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
    /// "custom, section"; empty where nothing is lost.
    [[nodiscard]] QString of(const CslItem &item) const;

private:
    QSet<QString> m_taken;
    QStringList m_lost;
};

/// What a whole file lost. Items that lose the same share a line: hundreds of them mostly do.
class LossReport {
public:
    explicit LossReport(QString format) : m_format(std::move(format)) {}
    /// @p lost as ExportLosses::of() tells it.
    void add(const CslItem &item, const QString &lost);
    /// "a1, a2: BibTeX cannot hold custom, section", in the order of the first item of each.
    [[nodiscard]] QStringList lines() const;

private:
    QString m_format;
    QStringList m_losses;       ///< each once
    QList<QStringList> m_items; ///< ids, beside m_losses
};

} // namespace ca
