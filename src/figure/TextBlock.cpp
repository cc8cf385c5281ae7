// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/TextBlock.h"

#include "map/PaintGroups.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace ca {

namespace {

QStringList brokenLines(const QString &paragraph, const QFont &font, double width)
{
    QTextLayout layout(paragraph, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << paragraph.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

} // namespace

TextBlock::TextBlock(const QString &text, const QFont &font, double width, int maxLines) : m_font(font)
{
    // Armenian and Georgian stand taller than Latin: their faces are behind the first one, so leave room.
    const QFontMetricsF metrics(font);
    m_ascent = metrics.ascent() * 0.92;
    m_lineHeight = metrics.ascent() * 0.92 + metrics.descent() * 0.92;
    if (text.isEmpty() || !(width > 0))
        return;
    for (const QString &paragraph : text.split(u'\n'))
        m_lines += brokenLines(paragraph, font, width);
    if (maxLines > 0 && m_lines.size() > maxLines) {
        const QString rest = m_lines.mid(maxLines - 1).join(u' ');
        m_lines = m_lines.mid(0, maxLines - 1);
        m_lines << metrics.elidedText(rest, Qt::ElideRight, width);
        m_elided = true;
    }
    for (const QString &line : m_lines)
        m_width = std::max(m_width, metrics.horizontalAdvance(line));
}

double TextBlock::widestWord(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const QString &word : text.simplified().split(u' '))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest;
}

void TextBlock::paint(QPainter &painter, QPointF topLeft, const QColor &color) const
{
    const PaintLabel wrapped(painter);
    painter.setFont(m_font);
    painter.setPen(color);
    double baseline = topLeft.y() + m_ascent;
    for (const QString &line : m_lines) {
        painter.drawText(QPointF(topLeft.x(), baseline), line);
        baseline += m_lineHeight;
    }
}

} // namespace ca
