// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/LegendBlock.h"

#include "map/Fonts.h"

#include <QFontMetricsF>

#include <algorithm>

namespace ca {

namespace {

constexpr double sampleWidth = 34;
constexpr double sampleHeight = 12;
constexpr double sampleGap = 8;
constexpr double rowGap = 3;
constexpr double titleGap = 4;
constexpr double sectionGap = 11;
constexpr double columnGap = 18;

QFont titleFont()
{
    return mapFont(11, true);
}

QFont rowFont()
{
    return mapFont(11);
}

void paintSample(QPainter &painter, const QRectF &rect, const LegendEntry &entry, const MapStyle &style)
{
    switch (entry.kind) {
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

LegendBlock::LegendBlock(const Legend &legend, double width, int columns)
{
    const double columnWidth = (width - (columns - 1) * columnGap) / columns;
    m_columnPitch = columnWidth + columnGap;
    std::vector<double> heights;
    for (const LegendSection &section : legend.sections) {
        Section set{TextBlock(section.title, titleFont(), columnWidth), {}};
        for (const LegendEntry &entry : section.entries)
            set.rows.push_back({entry, TextBlock(entry.text, rowFont(), columnWidth - sampleWidth - sampleGap)});
        heights.push_back(set.height());
        m_sections.push_back(std::move(set));
    }
    m_flow = Columns::flow(heights, sectionGap, columns);
}

double LegendBlock::Row::height() const
{
    return std::max(text.height(), sampleHeight);
}

double LegendBlock::Section::height() const
{
    double sum = title.height() + titleGap - rowGap;
    for (const Row &row : rows)
        sum += row.height() + rowGap;
    return sum;
}

double LegendBlock::naturalWidth(const Legend &legend)
{
    const QFontMetricsF rowMetrics(rowFont()), titleMetrics(titleFont());
    double widest = 0;
    for (const LegendSection &section : legend.sections) {
        widest = std::max(widest, titleMetrics.horizontalAdvance(section.title));
        for (const LegendEntry &entry : section.entries)
            widest = std::max(widest, rowMetrics.horizontalAdvance(entry.text) + sampleWidth + sampleGap);
    }
    return widest + 1;  // rounding must not break a line
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

void LegendBlock::paintSection(QPainter &painter, QPointF topLeft, const Section &section, const MapStyle &style)
{
    const QColor ink = style.color(QStringLiteral("ink"));
    section.title.paint(painter, topLeft, ink);
    double top = topLeft.y() + section.title.height() + titleGap;
    for (const Row &row : section.rows) {
        // The sample stands on the first line of a text that wraps.
        const double lineHeight = row.text.height() / std::max<qsizetype>(1, row.text.lines().size());
        const QRectF sample(topLeft.x(), top + (std::max(lineHeight, sampleHeight) - sampleHeight) / 2, sampleWidth,
                            sampleHeight);
        paintSample(painter, sample, row.entry, style);
        row.text.paint(painter, {topLeft.x() + sampleWidth + sampleGap, top}, ink);
        top += row.height() + rowGap;
    }
}

} // namespace ca
