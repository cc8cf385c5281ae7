// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// Rows of words set in aligned columns for a terminal, two spaces apart.
class TextTable {
public:
    TextTable() = default;
    /// @param rightAligned indices of columns of numbers.
    explicit TextTable(const QStringList &header, const QSet<int> &rightAligned = {});

    void addRow(const QStringList &cells);
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QString text() const;  ///< lines, each ended
    [[nodiscard]] QString indented() const;  ///< the same below a heading

private:
    std::vector<QStringList> m_rows;
    QSet<int> m_rightAligned;
};

} // namespace ca
