// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/LegendBlock.h"

#include "map/Fonts.h"

#include <QFontMetricsF>

#include <algorithm>

namespace ca {

namespace {

/// What differs between the sizes.
struct Measures {
    double type;
    double sampleWidth;
    double sampleHeight;
    double sampleGap;
    double rowGap;
    double sectionGap;
    double columnGap;
};

const Measures &measures(LegendBlock::Size size)
{
    static constexpr Measures normal{11, 34, 12, 8, 3, 11, 18}, small{9, 26, 10, 6, 1.5, 7, 12};
    return size == LegendBlock::Size::Small ? small : normal;
}

constexpr double legendTitleGap = 4;

QFont titleFont(LegendBlock::Size size)
{
    return mapFont(measures(size).type, true);
}

QFont rowFont(LegendBlock::Size size)
{
    return mapFont(measures(size).type);
}

/// The halo of a selection under the line it is about.
void paintSelected(QPainter &painter, const QRectF &rect, const LegendEntry &entry, const MapStyle &style)
{
    painter.fillRect(rect.adjusted(0, rect.height() * 0.1, 0, -rect.height() * 0.1), style.color(QStringLiteral("selection")));
    MapPainter::paintLineSample(painter, rect, style, entry.corridor, entry.mode, entry.status);
}

void paintSample(QPainter &painter, const QRectF &rect, const LegendEntry &entry, const MapStyle &style)
{
    switch (entry.kind) {
    case LegendEntry::Kind::Selected:
        paintSelected(painter, rect, entry, style);
        break;
    case LegendEntry::Kind::Corridor:
    case LegendEntry::Kind::Mode:
    case LegendEntry::Kind::Status:
        MapPainter::paintLineSample(painter, rect, style, entry.corridor, entry.mode, entry.status);
        break;
    case LegendEntry::Kind::Precision:
        MapPainter::paintPrecisionSample(painter, rect, style, entry.precision);
        break;
    case LegendEntry::Kind::Symbol:
        MapPainter::paintWaypointSymbol(painter, rect.center(), 9, style, entry.symbol);
        break;
    case LegendEntry::Kind::GaugeBreak:
        MapPainter::paintGaugeBreakSymbol(painter, rect.center(), 12, style);
        break;
    case LegendEntry::Kind::Disputed:
    case LegendEntry::Kind::Overlap:
        MapPainter::paintBorderSample(painter, rect, style, entry.kind == LegendEntry::Kind::Disputed);
        break;
    case LegendEntry::Kind::Added:
        MapPainter::paintLayerSample(painter, rect, entry.added, entry.geometry);
        break;
    case LegendEntry::Kind::Subject:
        MapPainter::paintSubjectSymbol(painter, rect.center(), 9, style, SubjectKind::Place);
        break;
    }
}

} // namespace

LegendBlock::LegendBlock(const Legend &legend, double width, int columns, Size size) : m_size(size)
{
    const Measures &m = measures(size);
    const double columnWidth = (width - (columns - 1) * m.columnGap) / columns;
    m_columnPitch = columnWidth + m.columnGap;
    const bool rowsFlow = legend.sections.size() == 1;
    std::vector<double> heights;
    for (const LegendSection &section : legend.sections) {
        Section set{TextBlock(section.title, titleFont(size), rowsFlow ? width : columnWidth), {}, {}};
        std::vector<double> rows;
        for (const LegendEntry &entry : section.entries) {
            const TextBlock text(entry.text, rowFont(size), columnWidth - m.sampleWidth - m.sampleGap);
            rows.push_back(std::max(text.height(), m.sampleHeight));
            set.rows.push_back({entry, text, rows.back()});
        }
        set.flow = Columns::flow(rows, m.rowGap, rowsFlow ? columns : 1);
        heights.push_back(heightOf(set));
        m_sections.push_back(std::move(set));
    }
    m_flow = Columns::flow(heights, m.sectionGap, rowsFlow ? 1 : columns);
}

double LegendBlock::height() const
{
    return m_flow.height;
}

double LegendBlock::heightOf(const Section &section) const
{
    return section.title.height() + legendTitleGap + section.flow.height;
}

double LegendBlock::naturalWidth(const Legend &legend, Size size)
{
    const QFontMetricsF rowMetrics(rowFont(size)), titleMetrics(titleFont(size));
    const double sample = measures(size).sampleWidth + measures(size).sampleGap;
    double widest = 0;
    for (const LegendSection &section : legend.sections) {
        widest = std::max(widest, titleMetrics.horizontalAdvance(section.title));
        for (const LegendEntry &entry : section.entries)
            widest = std::max(widest, rowMetrics.horizontalAdvance(entry.text) + sample);
    }
    return widest + 1;  // rounding must not break a line
}

double LegendBlock::leastWidth(const Legend &legend, Size size)
{
    const double sample = measures(size).sampleWidth + measures(size).sampleGap;
    double widest = 0;
    for (const LegendSection &section : legend.sections) {
        widest = std::max(widest, TextBlock::widestWord(section.title, titleFont(size)));
        for (const LegendEntry &entry : section.entries)
            widest = std::max(widest, TextBlock::widestWord(entry.text, rowFont(size)) + sample);
    }
    return widest + 1;
}

void LegendBlock::paint(QPainter &painter, QPointF topLeft, const MapStyle &mapStyle) const
{
    // What is true of every corridor is shown in the colour of none.
    MapStyle style = mapStyle;
    style.corridorFallback = mapStyle.color(QStringLiteral("ink"));
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const Columns::Place place = m_flow.places[i];
        paintSection(painter, topLeft + QPointF(place.column * m_columnPitch, place.top), m_sections[i], style);
    }
}

void LegendBlock::paintSection(QPainter &painter, QPointF topLeft, const Section &section, const MapStyle &style) const
{
    const Measures &m = measures(m_size);
    const QColor ink = style.color(QStringLiteral("ink"));
    section.title.paint(painter, topLeft, ink);
    const QPointF first = topLeft + QPointF(0, section.title.height() + legendTitleGap);
    for (std::size_t i = 0; i < section.rows.size(); ++i) {
        const Row &row = section.rows[i];
        const QPointF at = first + QPointF(section.flow.places[i].column * m_columnPitch, section.flow.places[i].top);
        // The sample stands on the first line of a text that wraps.
        const double lineHeight = row.text.height() / std::max<qsizetype>(1, row.text.lines().size());
        const double down = (std::max(lineHeight, m.sampleHeight) - m.sampleHeight) / 2;
        paintSample(painter, QRectF(at + QPointF(0, down), QSizeF(m.sampleWidth, m.sampleHeight)), row.entry, style);
        row.text.paint(painter, at + QPointF(m.sampleWidth + m.sampleGap, 0), ink);
    }
}

} // namespace ca
