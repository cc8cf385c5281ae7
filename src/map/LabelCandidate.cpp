// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelCandidate.h"

#include <tuple>

namespace ca {
namespace {

constexpr double symbolGap = 2.5;  // pixels between symbol and text

} // namespace

std::size_t LabelCandidate::spotCount() const
{
    return (around < 0 ? 0 : spotsAround) + spots.size();
}

LabelCandidate::Spot LabelCandidate::spot(std::size_t i) const
{
    if (around < 0)
        return spots[i];
    return i < spotsAround ? spotAround(i, label.anchor, around, measure) : spots[i - spotsAround];
}

QString LabelCandidate::id() const
{
    QString id = idPrefix;
    if (number >= 0)
        id += QString::number(number);
    if (part >= 0)
        id += QLatin1Char(':') + QString::number(part);
    return id;
}

bool LabelCandidate::before(const LabelCandidate &other) const
{
    if (label.priority != other.label.priority)
        return label.priority > other.label.priority;
    if (const int order = idPrefix.compare(other.idPrefix); order != 0)
        return order < 0;
    return std::tie(number, part) < std::tie(other.number, other.part);
}

LabelCandidate::Spot spotAround(std::size_t i, QPointF at, double radius, const LabelText::Measure &m)
{
    const double gap = radius + symbolGap;
    const double slant = gap * 0.75;
    const double lower = (m.lines - 1) * m.lineStep;     // how far the last baseline is below the first
    const double middle = (m.ascent - lower) / 2 - m.ascent * 0.06;
    const double above = -slant - m.descent * 0.6 - lower;
    const double below = slant + m.ascent * 0.95;
    const double left = -m.width;
    switch (i) {
    case 0: return {at + QPointF(gap, middle)};
    case 1: return {at + QPointF(slant, above)};
    case 2: return {at + QPointF(slant, below)};
    case 3: return {at + QPointF(left - gap, middle)};
    case 4: return {at + QPointF(left - slant, above)};
    case 5: return {at + QPointF(left - slant, below)};
    case 6: return {at + QPointF(left / 2, above - 1)};
    default: return {at + QPointF(left / 2, below + 1)};
    }
}

} // namespace ca
