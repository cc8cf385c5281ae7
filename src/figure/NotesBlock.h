// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/Columns.h"
#include "figure/Notes.h"
#include "figure/TextBlock.h"

#include <QColor>

namespace ca {

/// Numbered sources set in columns under a heading. Lengths in layout units.
class NotesBlock {
public:
    NotesBlock() = default;
    /// @param shown how many of the sources are printed; the block says how many more there are.
    NotesBlock(const Notes &notes, double width, int columns, int shown);

    [[nodiscard]] double height() const;
    void paint(QPainter &painter, QPointF topLeft, const QColor &ink) const;

    /// Most sources that fit into @p height; 0 when not even one does.
    [[nodiscard]] static int fitting(const Notes &notes, double width, int columns, double height);

private:
    struct Item {
        QString label;
        TextBlock text;
        QString url;  ///< of the source; empty = none
    };
    void add(const QString &label, const QString &text, double width, const QString &url = {});
    TextBlock m_title;
    std::vector<Item> m_items;
    Columns m_flow;
    double m_columnPitch = 0;
};

} // namespace ca
