// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/ColourVision.h"

#include "base/Tr.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;  // rows give red, green and blue

struct Vision {
    const char *id;
    const char *title;
    Matrix matrix;
};

constexpr std::array<double, 3> luminance{0.2126, 0.7152, 0.0722};

/// In the order of the enumeration.
constexpr std::array<Vision, allColourVisions.size()> visions{{
    {"everyone", QT_TRANSLATE_NOOP("ColourVision", "Everyone"), {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"deuteranopia", QT_TRANSLATE_NOOP("ColourVision", "Deuteranopia (no green)"),
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"protanopia", QT_TRANSLATE_NOOP("ColourVision", "Protanopia (no red)"),
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"tritanopia", QT_TRANSLATE_NOOP("ColourVision", "Tritanopia (no blue)"),
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
    {"grey-print", QT_TRANSLATE_NOOP("ColourVision", "Grey print"), {{luminance, luminance, luminance}}},
}};

const Vision &visionOf(ColourVision vision)
{
    return visions[static_cast<std::size_t>(vision)];
}

/// Sums of light as whole numbers, for pictures: what each value of each channel adds to the three channels, and what
/// a sum is as an sRGB value.
class Tables {
public:
    explicit Tables(const Matrix &matrix)
    {
        for (std::size_t from = 0; from < 3; ++from) {
            for (std::size_t value = 0; value < 256; ++value) {
                for (std::size_t to = 0; to < 3; ++to)
                    m_shares[from][value][to] = int(std::lround(matrix[to][from] * linearLight(double(value) / 255) * full));
            }
        }
        for (std::size_t sum = 0; sum < m_encoded.size(); ++sum)
            m_encoded[sum] = std::uint8_t(std::lround(255 * encodedLight(double(sum) / top)));
    }

    [[nodiscard]] QRgb opaque(QRgb pixel) const
    {
        const auto &r = m_shares[0][std::size_t(qRed(pixel))], &g = m_shares[1][std::size_t(qGreen(pixel))], &b = m_shares[2][std::size_t(qBlue(pixel))];
        return qRgb(encoded(r[0] + g[0] + b[0]), encoded(r[1] + g[1] + b[1]), encoded(r[2] + g[2] + b[2]));
    }

    [[nodiscard]] QRgb premultiplied(QRgb pixel) const
    {
        const int alpha = qAlpha(pixel);
        if (alpha == 255)
            return opaque(pixel);
        const QRgb seen = opaque(qUnpremultiply(pixel));
        return qPremultiply(qRgba(qRed(seen), qGreen(seen), qBlue(seen), alpha));
    }

private:
    static constexpr int shift = 8;               // sums are finer than the table, so that rounding does not add up
    static constexpr int top = (1 << 14) - 1;     // the last entry of the table
    static constexpr double full = double(top << shift);

    [[nodiscard]] int encoded(int sum) const
    {
        return m_encoded[std::size_t(std::clamp((sum + (1 << (shift - 1))) >> shift, 0, top))];
    }

    std::array<std::array<std::array<int, 3>, 256>, 3> m_shares{};
    std::array<std::uint8_t, top + 1> m_encoded{};
};

/// Made when first asked for, then kept.
const Tables &tablesOf(ColourVision vision)
{
    static const std::array<Tables, visions.size()> tables{Tables(visions[0].matrix), Tables(visions[1].matrix), Tables(visions[2].matrix), Tables(visions[3].matrix),
                                                           Tables(visions[4].matrix)};
    return tables[static_cast<std::size_t>(vision)];
}

/// Figures are mostly even ground: what was worked out for the pixel before mostly holds for the next.
void simulate(QRgb *pixels, int count, const Tables &tables)
{
    QRgb last = 0, seen = 0;
    for (int i = 0; i < count; ++i) {
        if (pixels[i] != last) {
            last = pixels[i];
            seen = tables.premultiplied(last);
        }
        pixels[i] = seen;
    }
}

} // namespace

QString colourVisionId(ColourVision vision)
{
    return QLatin1String(visionOf(vision).id);
}

std::optional<ColourVision> colourVisionFromId(const QString &id)
{
    for (const ColourVision vision : allColourVisions) {
        if (id == QLatin1String(visionOf(vision).id))
            return vision;
    }
    return std::nullopt;
}

QString colourVisionTitle(ColourVision vision)
{
    return tr(visionOf(vision).title);
}

double linearLight(double encoded)
{
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double encodedLight(double linear)
{
    return linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

QColor simulated(const QColor &color, ColourVision vision)
{
    if (vision == ColourVision::Everyone)
        return color;
    const std::array<double, 3> light{linearLight(color.redF()), linearLight(color.greenF()), linearLight(color.blueF())};
    std::array<float, 3> seen{};
    const Matrix &matrix = visionOf(vision).matrix;
    for (std::size_t i = 0; i < 3; ++i)
        seen[i] = float(encodedLight(std::clamp(matrix[i][0] * light[0] + matrix[i][1] * light[1] + matrix[i][2] * light[2], 0.0, 1.0)));
    return QColor::fromRgbF(seen[0], seen[1], seen[2], color.alphaF());
}

QImage simulated(const QImage &image, ColourVision vision)
{
    if (vision == ColourVision::Everyone || image.isNull())
        return image;
    QImage seen = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const Tables &tables = tablesOf(vision);
    for (int y = 0; y < seen.height(); ++y)
        simulate(reinterpret_cast<QRgb *>(seen.scanLine(y)), seen.width(), tables);
    return seen;
}

} // namespace ca
