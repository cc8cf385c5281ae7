// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/Columns.h"
#include "figure/Legend.h"
#include "figure/TextBlock.h"

namespace ca {

/// A legend set in columns: measured by the layout, painted by the figure. Lengths in layout units.
class LegendBlock {
public:
    LegendBlock() = default;
    /// @p width of the whole block, shared by @p columns.
    LegendBlock(const Legend &legend, double width, int columns);

    [[nodiscard]] double height() const { return m_flow.height; }
    void paint(QPainter &painter, QPointF topLeft, const MapStyle &style) const;

    /// Width at which no row has to wrap, one column.
    [[nodiscard]] static double naturalWidth(const Legend &legend);

private:
    struct Row {
        LegendEntry entry;
        TextBlock text;
        [[nodiscard]] double height() const;
    };
    struct Section {
        TextBlock title;
        std::vector<Row> rows;
        [[nodiscard]] double height() const;
    };
    static void paintSection(QPainter &painter, QPointF topLeft, const Section &section, const MapStyle &style);
    std::vector<Section> m_sections;
    Columns m_flow;
    double m_columnPitch = 0;
};

} // namespace ca
