// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "citation/RichText.h"

#include <QHash>

#include <vector>

namespace ca {

/// Numbers the sources of a report in the order in which they are first cited; each once.
class SourceNumbers {
public:
    explicit SourceNumbers(const Atlas &atlas) : m_atlas(atlas) {}

    /// Number of a record of the atlas; 0 for one it does not have.
    int of(const QString &record);
    /// Ascending, each once; ids the atlas does not have are left out.
    std::vector<int> of(const QStringList &records);
    /// Number of a source the user cites: the atlas' record where it is one, else its own CSL item; failing that its
    /// address. 0 where nothing is known.
    int of(const QJsonObject &citation, const QString &address, const QString &accessed);

    [[nodiscard]] std::vector<RichText> notes() const { return m_notes; }

private:
    int add(const QString &key, const RichText &note);

    const Atlas &m_atlas;
    QHash<QString, int> m_numbers;
    std::vector<RichText> m_notes;
};

} // namespace ca
