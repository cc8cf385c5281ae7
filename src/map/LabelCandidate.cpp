// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelCandidate.h"

#include <string_view>
#include <tuple>

namespace ca {
namespace {

constexpr double symbolGap = 2.5;  // pixels between symbol and text

std::string_view prefixOf(const LabelCandidate &candidate)
{
    return candidate.idPrefix ? candidate.idPrefix : "";
}

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
    return idPrefix ? QLatin1String(idPrefix) + QString::number(number) : label.id;
}

bool LabelCandidate::before(const LabelCandidate &other) const
{
    return std::tuple(-label.priority, prefixOf(*this), number, label.id)
        < std::tuple(-other.label.priority, prefixOf(other), other.number, other.label.id);
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
