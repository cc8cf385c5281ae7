// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelText.h"

#include "map/Fonts.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <tuple>

namespace ca::LabelText {
namespace {

constexpr double diagonal = 0.7071;

/// Fonts are dear to make and measure with; each thread keeps those it has met.
struct MeasuredFont {
    QFont font;
    QFontMetricsF metrics;
};

using FontKey = std::tuple<int, bool, bool, QString>;

FontKey keyOf(const TextStyle &style)
{
    return {int(std::lround(style.size)), style.bold, style.italic, style.font};
}

const MeasuredFont &measuredFont(const TextStyle &style)
{
    thread_local std::map<FontKey, MeasuredFont> fonts;
    auto found = fonts.find(keyOf(style));
    if (found == fonts.end()) {
        const QFont made = font(style);
        found = fonts.emplace(keyOf(style), MeasuredFont{made, QFontMetricsF(made)}).first;
    }
    return found->second;
}

/// Shaping a text to measure it takes longer than placing it: widths are kept, for all threads.
double widthOf(const QString &line, const TextStyle &style)
{
    constexpr qsizetype most = 50'000;
    static std::mutex mutex;
    static std::map<FontKey, QHash<QString, double>> kept;
    {
        const std::lock_guard lock(mutex);
        const auto &widths = kept[keyOf(style)];
        if (const auto known = widths.constFind(line); known != widths.constEnd())
            return *known;
    }
    const double width = measuredFont(style).metrics.horizontalAdvance(line);
    const std::lock_guard lock(mutex);
    auto &widths = kept[keyOf(style)];
    if (widths.size() >= most)
        widths.clear();
    widths.insert(line, width);
    return width;
}

void paintLines(QPainter &painter, const QStringList &lines, const std::vector<double> &indents, double step, QPointF at)
{
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter.drawText(at + QPointF(indents[std::size_t(i)], double(i) * step), lines[i]);
}

} // namespace

QFont font(const TextStyle &style)
{
    // No letter spacing: PDF scales it by the device's resolution and SVG drops it.
    return mapFont(style.size, style.bold, style.italic, style.font);
}

Measure measure(const QString &text, const TextStyle &style)
{
    Measure m;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &line : lines)
        m.width = std::max(m.width, widthOf(line, style));
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
    const QFont &labelFont = measuredFont(style).font;
    std::vector<double> widths, indents;
    for (const QString &line : lines)
        widths.push_back(widthOf(line, style));
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
