// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelText.h"

#include "map/Fonts.h"
#include "map/PaintGroups.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <tuple>

namespace ca::LabelText {
namespace {

constexpr double lineStep = 1.18;  // of the type's size

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

/// Outlines of the letters: copies of the text itself would be found by searches and selected with it.
void paintHalo(QPainter &painter, const QStringList &lines, const std::vector<QPointF> &places, const TextStyle &style)
{
    QPainterPath letters;
    letters.setFillRule(Qt::WindingFill);
    for (qsizetype i = 0; i < lines.size(); ++i)
        letters.addText(places[std::size_t(i)], painter.font(), lines[i]);
    painter.strokePath(letters, QPen(style.halo, 2 * style.haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

/// Left ends of the baselines, centred under each other.
std::vector<QPointF> placesOf(const QStringList &lines, const TextStyle &style)
{
    std::vector<double> widths;
    for (const QString &line : lines)
        widths.push_back(widthOf(line, style));
    const double widest = *std::max_element(widths.begin(), widths.end());
    std::vector<QPointF> places;
    for (std::size_t i = 0; i < widths.size(); ++i)
        places.emplace_back((widest - widths[i]) / 2, double(i) * style.size * lineStep);
    return places;
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
    m.lineStep = style.size * lineStep;
    return m;
}

void paint(QPainter &painter, const QString &text, const TextStyle &style, QPointF baseline, double angle)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    const std::vector<QPointF> places = placesOf(lines, style);
    const bool haloed = style.haloWidth > 0 && style.halo.alpha() > 0;
    painter.save();
    painter.setFont(measuredFont(style).font);
    painter.translate(baseline);
    if (angle != 0)
        painter.rotate(angle);
    {
        const PaintLabel label(painter, haloed ? style.halo : Qt::transparent, style.haloWidth);
        if (haloed && !label.drawsHalo())
            paintHalo(painter, lines, places, style);
        painter.setPen(style.color);
        for (qsizetype i = 0; i < lines.size(); ++i)
            painter.drawText(places[std::size_t(i)], lines[i]);
    }
    painter.restore();
}

} // namespace ca::LabelText
