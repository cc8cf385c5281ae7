// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/Contrast.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QColor readableOn(const QColor &color, const QColor &ground, double ratio)
{
    constexpr int steps = 20;
    const QColor end = luminance(ground) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    for (int i = 0; i < steps; ++i) {
        const QColor tried = mixed(color, end, double(i) / steps);
        if (contrastRatio(tried, ground) >= ratio)
            return tried;
    }
    return end;
}

} // namespace ca
