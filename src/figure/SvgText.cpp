// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgText.h"

#include "citation/WellFormed.h"
#include "figure/SvgPath.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace ca {

using svgpath::number;

namespace {

constexpr double leastAngle = 0.005;  ///< degrees; what is turned less is upright

double scaleOf(const QTransform &transform)
{
    return std::sqrt(std::abs(transform.determinant()));
}

double angleOf(const QTransform &transform)
{
    return std::atan2(transform.m12(), transform.m11()) * 180 / M_PI;
}

QByteArray escaped(const QString &text)
{
    return xmlText(text).toHtmlEscaped().toUtf8();
}

/// XML would run spaces together and drop those at the ends.
bool spacesMatter(const QString &text)
{
    return text.startsWith(u' ') || text.endsWith(u' ') || text.contains(QLatin1String("  "));
}

/// The fonts asked for, and behind them those that every figure has to fall back on.
QByteArray families(const QFont &font)
{
    QStringList names;
    for (const QString &family : font.families() + QString::fromUtf8(SvgText::defaultFamilies()).split(QStringLiteral(", "))) {
        if (const QString name = QString(family).remove(u'\''); !names.contains(name))
            names << name;
    }
    QStringList quoted;
    for (const QString &name : std::as_const(names)) {
        const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetter() || c == u' ' || c == u'-'; });
        quoted << (plain ? name : u'\'' + name + u'\'');
    }
    return escaped(quoted.join(QStringLiteral(", ")));
}

QByteArray paint(const char *what, const QColor &color)
{
    QByteArray text = QByteArray(" ") + what + "=\"" + color.name().toLatin1() + '"';
    if (color.alpha() < 255)
        text += QByteArray(" ") + what + "-opacity=\"" + number(color.alphaF(), 3) + '"';
    return text;
}

} // namespace

QByteArray SvgText::defaultFamilies()
{
    return "Noto Sans, Noto Sans Armenian, Noto Sans Georgian, DejaVu Sans, sans-serif";
}

bool SvgText::append(const SvgText &next, bool label)
{
    if (next.font != font || next.color != color || next.halo != halo || next.toPage != toPage || next.clip != clip)
        return false;
    Line &last = lines.back();
    const Line &more = next.lines.front();
    const double slack = font.pixelSize() * 0.02;
    if (std::abs(more.at.y() - last.at.y()) < slack && std::abs(more.at.x() - last.end) < slack) {
        last.text += more.text;
        last.end = more.end;
        return true;
    }
    if (label)
        lines.push_back(more);
    return label;
}

bool SvgText::plainTransform() const
{
    const double slack = 1e-6 * scaleOf(toPage);
    return toPage.isAffine() && std::abs(toPage.m11() - toPage.m22()) < slack && std::abs(toPage.m12() + toPage.m21()) < slack;
}

QByteArray SvgText::look() const
{
    const double scale = plainTransform() ? scaleOf(toPage) : 1;
    QByteArray text = " font-size=\"" + number(font.pixelSize() * scale) + '"';
    if (families(font) != defaultFamilies())
        text += " font-family=\"" + families(font) + '"';
    if (font.weight() > QFont::Medium)
        text += " font-weight=\"" + QByteArray::number(int(font.weight())) + '"';
    if (font.italic())
        text += " font-style=\"italic\"";
    text += paint("fill", color);
    if (halo.width > 0 && halo.color.alpha() > 0)
        text += paint("stroke", halo.color) + " stroke-width=\"" + number(2 * halo.width * scale)
            + "\" stroke-linejoin=\"round\" stroke-linecap=\"round\" paint-order=\"stroke\"";
    return text;
}

QByteArray SvgText::own() const
{
    const bool plain = plainTransform();
    const auto coordinates = [](QPointF point) { return number(point.x()) + ' ' + number(point.y()); };
    const QPointF first = plain ? toPage.map(lines.front().at) : lines.front().at;
    QByteArray text;
    if (lines.size() == 1)
        text += " x=\"" + number(first.x()) + "\" y=\"" + number(first.y()) + '"';
    if (!plain)
        text += " transform=\"matrix(" + number(toPage.m11(), 5) + ' ' + number(toPage.m12(), 5) + ' ' + number(toPage.m21(), 5) + ' '
            + number(toPage.m22(), 5) + ' ' + coordinates({toPage.dx(), toPage.dy()}) + ")\"";
    else if (std::abs(angleOf(toPage)) > leastAngle)
        text += " transform=\"rotate(" + number(angleOf(toPage), 3) + ' ' + coordinates(first) + ")\"";
    if (std::any_of(lines.begin(), lines.end(), [](const Line &line) { return spacesMatter(line.text); }))
        text += " xml:space=\"preserve\"";
    return text;
}

QByteArray SvgText::content() const
{
    if (lines.size() == 1)
        return escaped(lines.front().text);
    const bool plain = plainTransform();
    const QPointF first = plain ? toPage.map(lines.front().at) : lines.front().at;
    QByteArray text;
    for (const Line &line : lines) {
        const QPointF step = (line.at - lines.front().at) * (plain ? scaleOf(toPage) : 1);
        if (!text.isEmpty())
            text += ' ';  // or else words at a line's end and the next one's start would be found as one
        text += "<tspan x=\"" + number(first.x() + step.x()) + "\" y=\"" + number(first.y() + step.y()) + "\">" + escaped(line.text) + "</tspan>";
    }
    return text;
}

QString SvgText::plain() const
{
    QStringList texts;
    for (const Line &line : lines)
        texts << line.text;
    return texts.join(u' ');
}

QPainterPath SvgText::outlines() const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const Line &line : lines)
        path.addText(line.at, font, line.text);
    return path;
}

} // namespace ca
