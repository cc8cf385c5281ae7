// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/ColourDifference.h"

#include "figure/ColourVision.h"

#include <QtMath>

#include <cmath>

namespace ca {

namespace {

double labCurve(double t)
{
    constexpr double epsilon = 216.0 / 24389, kappa = 24389.0 / 27;  // CIE 15:2004
    return t > epsilon ? std::cbrt(t) : (kappa * t + 16) / 116;
}

double toThe7th(double x)
{
    return std::pow(x, 7);
}

/// Chroma and hue after the formula's correction of a*, which spreads the blues apart.
struct Polar {
    double chroma = 0;
    double hue = 0;  ///< degrees, 0 to 360

    static Polar of(const Lab &lab, double stretch)
    {
        const double a = lab.a * stretch;
        const double chroma = std::hypot(a, lab.b);
        const double hue = chroma > 0 ? qRadiansToDegrees(std::atan2(lab.b, a)) : 0;
        return {chroma, hue < 0 ? hue + 360 : hue};
    }
};

double cosDegrees(double degrees)
{
    return std::cos(qDegreesToRadians(degrees));
}

/// The shorter way round, −180 to 180.
double hueStep(const Polar &one, const Polar &other)
{
    if (one.chroma * other.chroma <= 0)
        return 0;
    const double step = other.hue - one.hue;
    return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

double meanHue(const Polar &one, const Polar &other)
{
    const double sum = one.hue + other.hue;
    if (one.chroma * other.chroma <= 0)
        return sum;
    if (std::abs(one.hue - other.hue) <= 180)
        return sum / 2;
    return (sum < 360 ? sum + 360 : sum - 360) / 2;
}

} // namespace

Lab Lab::of(const QColor &color)
{
    const double r = linearLight(color.redF()), g = linearLight(color.greenF()), b = linearLight(color.blueF());
    // IEC 61966-2-1; divided by the white of D65.
    const double x = labCurve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = labCurve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = labCurve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0890);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double colourDifference(const Lab &one, const Lab &other)
{
    const double rawChroma = (std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2;
    const double stretch = 1.5 - 0.5 * std::sqrt(toThe7th(rawChroma) / (toThe7th(rawChroma) + toThe7th(25)));
    const Polar p = Polar::of(one, stretch), q = Polar::of(other, stretch);

    const double hue = meanHue(p, q), chroma = (p.chroma + q.chroma) / 2;
    const double offMiddle = (one.lightness + other.lightness) / 2 - 50;
    const double t = 1 - 0.17 * cosDegrees(hue - 30) + 0.24 * cosDegrees(2 * hue) + 0.32 * cosDegrees(3 * hue + 6) - 0.20 * cosDegrees(4 * hue - 63);
    const double lightnessWeight = 1 + 0.015 * offMiddle * offMiddle / std::sqrt(20 + offMiddle * offMiddle);
    const double blues = 30 * std::exp(-std::pow((hue - 275) / 25, 2));
    const double rotation = -2 * std::sqrt(toThe7th(chroma) / (toThe7th(chroma) + toThe7th(25))) * std::sin(qDegreesToRadians(2 * blues));

    const double byLightness = (other.lightness - one.lightness) / lightnessWeight;
    const double byChroma = (q.chroma - p.chroma) / (1 + 0.045 * chroma);
    const double byHue = 2 * std::sqrt(p.chroma * q.chroma) * std::sin(qDegreesToRadians(hueStep(p, q) / 2)) / (1 + 0.015 * chroma * t);
    return std::sqrt(byLightness * byLightness + byChroma * byChroma + byHue * byHue + rotation * byChroma * byHue);
}

} // namespace ca
