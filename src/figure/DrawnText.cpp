// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/DrawnText.h"

#include <QStringList>

#include <cmath>

namespace ca {

bool DrawnText::append(const DrawnText &next, bool label)
{
    if (next.font != font || next.color != color || next.halo != halo || next.haloWidth != haloWidth || next.toPage != toPage)
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

QString DrawnText::plain() const
{
    QStringList texts;
    for (const Line &line : lines)
        texts << line.text;
    return texts.join(u' ');
}

QPainterPath DrawnText::outlines() const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const Line &line : lines)
        path.addText(line.at, font, line.text);
    return path;
}

bool DrawnText::turnedOnly() const
{
    const double slack = 1e-6 * scale();
    return toPage.isAffine() && std::abs(toPage.m11() - toPage.m22()) < slack && std::abs(toPage.m12() + toPage.m21()) < slack;
}

double DrawnText::scale() const
{
    return std::sqrt(std::abs(toPage.determinant()));
}

double DrawnText::angle() const
{
    return std::atan2(toPage.m12(), toPage.m11()) * 180 / M_PI;
}

} // namespace ca
