// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgText.h"

#include "citation/WellFormed.h"
#include "figure/SvgPath.h"

#include <QFont>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace ca::svgtext {

using svgpath::number;

namespace {

constexpr double leastAngle = 0.005;  ///< degrees; what is turned less is upright

/// XML would run spaces together and drop those at the ends.
bool spacesMatter(const QString &text)
{
    return text.startsWith(u' ') || text.endsWith(u' ') || text.contains(QLatin1String("  "));
}

/// The fonts asked for, and behind them those that every figure has to fall back on.
QByteArray families(const QFont &font)
{
    QStringList names;
    for (const QString &family : font.families() + QString::fromUtf8(defaultFamilies()).split(QStringLiteral(", "))) {
        if (const QString name = QString(family).remove(u'\''); !names.contains(name))
            names << name;
    }
    QStringList quoted;
    for (const QString &name : std::as_const(names)) {
        const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetter() || c == u' ' || c == u'-'; });
        quoted << (plain ? name : u'\'' + name + u'\'');
    }
    return xmlEscaped(quoted.join(QStringLiteral(", "))).toUtf8();
}

QByteArray paint(const char *what, const QColor &color)
{
    QByteArray text = QByteArray(" ") + what + "=\"" + color.name().toLatin1() + '"';
    if (color.alpha() < 255)
        text += QByteArray(" ") + what + "-opacity=\"" + number(color.alphaF(), 3) + '"';
    return text;
}

} // namespace

QByteArray defaultFamilies()
{
    return "Noto Sans, Noto Sans Armenian, Noto Sans Georgian, DejaVu Sans, sans-serif";
}

QByteArray look(const DrawnText &text)
{
    const double scale = text.turnedOnly() ? text.scale() : 1;
    QByteArray out = " font-size=\"" + number(text.font.pixelSize() * scale) + '"';
    if (families(text.font) != defaultFamilies())
        out += " font-family=\"" + families(text.font) + '"';
    if (text.font.weight() > QFont::Medium)
        out += " font-weight=\"" + QByteArray::number(int(text.font.weight())) + '"';
    if (text.font.italic())
        out += " font-style=\"italic\"";
    out += paint("fill", text.color);
    if (text.haloed())
        out += paint("stroke", text.halo) + " stroke-width=\"" + number(2 * text.haloWidth * scale)
            + "\" stroke-linejoin=\"round\" stroke-linecap=\"round\" paint-order=\"stroke\"";
    return out;
}

QByteArray own(const DrawnText &text)
{
    const bool plain = text.turnedOnly();
    const auto coordinates = [](QPointF point) { return number(point.x()) + ' ' + number(point.y()); };
    const QPointF first = plain ? text.toPage.map(text.lines.front().at) : text.lines.front().at;
    QByteArray out;
    if (text.lines.size() == 1)
        out += " x=\"" + number(first.x()) + "\" y=\"" + number(first.y()) + '"';
    if (!plain)
        out += " transform=\"matrix(" + number(text.toPage.m11(), 5) + ' ' + number(text.toPage.m12(), 5) + ' ' + number(text.toPage.m21(), 5) + ' '
            + number(text.toPage.m22(), 5) + ' ' + coordinates({text.toPage.dx(), text.toPage.dy()}) + ")\"";
    else if (std::abs(text.angle()) > leastAngle)
        out += " transform=\"rotate(" + number(text.angle(), 3) + ' ' + coordinates(first) + ")\"";
    if (std::any_of(text.lines.begin(), text.lines.end(), [](const DrawnText::Line &line) { return spacesMatter(line.text); }))
        out += " xml:space=\"preserve\"";
    return out;
}

QByteArray content(const DrawnText &text)
{
    if (text.lines.size() == 1)
        return xmlEscaped(text.lines.front().text).toUtf8();
    const bool plain = text.turnedOnly();
    const QPointF first = plain ? text.toPage.map(text.lines.front().at) : text.lines.front().at;
    QByteArray out;
    for (const DrawnText::Line &line : text.lines) {
        const QPointF step = (line.at - text.lines.front().at) * (plain ? text.scale() : 1);
        if (!out.isEmpty())
            out += ' ';  // or else words at a line's end and the next one's start would be found as one
        out += "<tspan x=\"" + number(first.x() + step.x()) + "\" y=\"" + number(first.y() + step.y()) + "\">" + xmlEscaped(line.text).toUtf8() + "</tspan>";
    }
    return out;
}

} // namespace ca::svgtext
