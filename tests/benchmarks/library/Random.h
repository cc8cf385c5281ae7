// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <random>

namespace ca::bench {

/// Numbers that are the same on every machine: std's distributions are not.
class Random {
public:
    explicit Random(quint64 seed) : m_engine(seed) {}

    /// 0 to @p count − 1; @p count > 0.
    [[nodiscard]] int below(int count) { return static_cast<int>(m_engine() % static_cast<quint64>(count)); }
    [[nodiscard]] int between(int least, int most) { return least + below(most - least + 1); }
    [[nodiscard]] bool oneIn(int count) { return below(count) == 0; }
    /// 0 to @p count − 1, small numbers much oftener: roughly as words are spread in a language.
    [[nodiscard]] int skewed(int count)
    {
        const double part = static_cast<double>(m_engine() >> 11) / 9007199254740992.0;  // 2^53
        return std::clamp(static_cast<int>(std::pow(count + 1.0, part)) - 1, 0, count - 1);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace ca::bench
