// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/Columns.h"
#include "figure/Legend.h"
#include "figure/TextBlock.h"

namespace ca {

/// A legend set in columns: measured by the layout, painted by the figure. Lengths in layout units.
class LegendBlock {
public:
    enum class Size { Normal, Small };  ///< small: for columns of a printed page

    LegendBlock() = default;
    /// @p width of the whole block, shared by @p columns. Sections stay whole, but the rows of a single one flow.
    LegendBlock(const Legend &legend, double width, int columns, Size size = Size::Normal);

    [[nodiscard]] double height() const;
    void paint(QPainter &painter, QPointF topLeft, const MapStyle &style) const;

    /// Width at which no row has to wrap, one column.
    [[nodiscard]] static double naturalWidth(const Legend &legend, Size size = Size::Normal);
    /// Width at which no word has to break, one column.
    [[nodiscard]] static double leastWidth(const Legend &legend, Size size = Size::Normal);

private:
    struct Row {
        LegendEntry entry;
        TextBlock text;
        double height = 0;
    };
    struct Section {
        TextBlock title;
        std::vector<Row> rows;
        Columns flow;
    };
    [[nodiscard]] double heightOf(const Section &section) const;
    void paintSection(QPainter &painter, QPointF topLeft, const Section &section, const MapStyle &style) const;

    Size m_size = Size::Normal;
    std::vector<Section> m_sections;
    Columns m_flow;
    double m_columnPitch = 0;
};

} // namespace ca
