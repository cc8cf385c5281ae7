// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/Halo.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace ca::raster {
namespace {

using Numbers = std::vector<std::uint8_t>;

/// to = max(to, from), number by number.
void raise(std::uint8_t *to, const std::uint8_t *from, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] = std::max(to[i], from[i]);
}

/// to = max(to, a · weight / 256, b · weight / 256), number by number.
void raise(std::uint8_t *to, const std::uint8_t *a, const std::uint8_t *b, std::size_t count, unsigned weight)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] = std::max(to[i], std::uint8_t((std::max(a[i], b[i]) * weight) >> 8));
}

/// What a row gives to those @c rows above and below it: all of it up to @c full pixels to either side, a share of it farther out.
struct Reach {
    struct Edge {
        std::size_t columns;
        unsigned weight;  ///< of 256
    };
    std::size_t rows;
    int full = -1;  ///< -1 = nowhere
    std::vector<Edge> edges;
};

std::vector<Reach> reachesOf(double radius)
{
    std::vector<Reach> reaches;
    const int most = int(std::ceil(radius));
    for (int dy = 0; dy <= most; ++dy) {
        Reach reach{std::size_t(dy), -1, {}};
        for (int dx = 0; dx <= most; ++dx) {
            const double share = radius + 0.5 - std::hypot(dx, dy);
            if (share >= 1)
                reach.full = dx;
            else if (share > 0)
                reach.edges.push_back({std::size_t(dx), unsigned(std::lround(share * 256))});
        }
        reaches.push_back(std::move(reach));
    }
    return reaches;
}

/// The maxima of a row over windows of any width up to 2 · margin + 1, each from two of a power of two: a window costs the same
/// however wide it is.
class RowMaxima {
public:
    RowMaxima(std::size_t width, std::size_t margin) : m_width(width), m_margin(margin), m_powers{Numbers(width + 2 * margin)}
    {
        for (std::size_t length = 2; length <= 2 * margin + 1; length *= 2)
            m_powers.emplace_back(m_powers.front().size());
    }

    void take(const std::uint8_t *row)
    {
        std::copy_n(row, m_width, m_powers.front().begin() + std::ptrdiff_t(m_margin));
        for (std::size_t power = 1, half = 1; power < m_powers.size(); ++power, half *= 2) {
            const Numbers &shorter = m_powers[power - 1];
            const std::size_t count = shorter.size() - half;
            std::copy_n(shorter.begin(), count, m_powers[power].begin());
            raise(m_powers[power].data(), shorter.data() + half, count);
        }
    }
    /// @p out = for each pixel what reaches it from this row.
    void reach(const Reach &reach, Numbers &out) const
    {
        std::fill(out.begin(), out.end(), std::uint8_t(0));
        if (reach.full >= 0)
            window(std::size_t(reach.full), out.data());
        const std::uint8_t *middle = m_powers.front().data() + m_margin;
        for (const Reach::Edge &edge : reach.edges)
            raise(out.data(), middle - edge.columns, middle + edge.columns, m_width, edge.weight);
    }

private:
    void window(std::size_t half, std::uint8_t *out) const
    {
        std::size_t power = 0;
        while ((std::size_t(2) << power) <= 2 * half + 1)
            ++power;
        const std::uint8_t *from = m_powers[power].data() + m_margin - half;
        raise(out, from, m_width);
        raise(out, from + 2 * half + 1 - (std::size_t(1) << power), m_width);
    }

    std::size_t m_width, m_margin;
    std::vector<Numbers> m_powers;  ///< [p][i]: the maximum of 2^p numbers from i on; the row with margins of nought
};

} // namespace

Coverage grown(const Coverage &shape, double radius)
{
    Coverage halo = shape;
    if (!(radius > 0) || shape.values.empty())
        return halo;
    const std::vector<Reach> reaches = reachesOf(radius);
    const auto width = std::size_t(shape.width), height = std::size_t(shape.height);
    RowMaxima maxima(width, reaches.size() - 1);
    Numbers reached(width);
    for (std::size_t y = 0; y < height; ++y) {
        const std::uint8_t *row = &shape.values[y * width];
        if (std::all_of(row, row + width, [](std::uint8_t value) { return value == 0; }))
            continue;
        maxima.take(row);
        for (const Reach &reach : reaches) {
            maxima.reach(reach, reached);
            if (y >= reach.rows)
                raise(&halo.values[(y - reach.rows) * width], reached.data(), width);
            if (y + reach.rows < height)
                raise(&halo.values[(y + reach.rows) * width], reached.data(), width);
        }
    }
    return halo;
}

} // namespace ca::raster
