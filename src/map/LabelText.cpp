// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelText.h"

#include "map/Fonts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace ca::LabelText {
namespace {

constexpr double diagonal = 0.7071;

void paintLines(QPainter &painter, const QStringList &lines, const std::vector<double> &indents, double step, QPointF at)
{
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter.drawText(at + QPointF(indents[std::size_t(i)], double(i) * step), lines[i]);
}

} // namespace

QFont font(const TextStyle &style)
{
    QFont font = mapFont(style.size, style.bold, style.italic);
    if (style.spacing > 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, style.spacing);
    return font;
}

Measure measure(const QString &text, const TextStyle &style)
{
    const QFontMetricsF metrics(font(style));
    Measure m;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &line : lines)
        m.width = std::max(m.width, metrics.horizontalAdvance(line));
    m.lines = int(lines.size());
    // The font's own ascent leaves room for accents that map labels rarely have.
    m.ascent = style.size * 0.80;
    m.descent = style.size * 0.24;
    m.lineStep = style.size * 1.18;
    return m;
}

void paint(QPainter &painter, const QString &text, const TextStyle &style, QPointF baseline, double angle)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    const QFont labelFont = font(style);
    const QFontMetricsF metrics(labelFont);
    std::vector<double> widths, indents;
    for (const QString &line : lines)
        widths.push_back(metrics.horizontalAdvance(line));
    const double widest = *std::max_element(widths.begin(), widths.end());
    for (const double width : widths)
        indents.push_back((widest - width) / 2);

    painter.save();
    painter.setFont(labelFont);
    painter.translate(baseline);
    if (angle != 0)
        painter.rotate(angle);
    const double step = style.size * 1.18;
    if (style.haloWidth > 0 && style.halo.alpha() > 0) {
        painter.setPen(style.halo);
        const double r = style.haloWidth;
        const std::array<QPointF, 8> around{QPointF(r, 0), QPointF(-r, 0), QPointF(0, r), QPointF(0, -r),
                                            QPointF(r, r) * diagonal, QPointF(-r, r) * diagonal,
                                            QPointF(r, -r) * diagonal, QPointF(-r, -r) * diagonal};
        for (const QPointF &offset : around)
            paintLines(painter, lines, indents, step, offset);
    }
    painter.setPen(style.color);
    paintLines(painter, lines, indents, step, {0, 0});
    painter.restore();
}

} // namespace ca::LabelText
