// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <functional>
#include <vector>

namespace ca {

/// Wall-clock milliseconds that @p work takes.
[[nodiscard]] double millisecondsOf(const std::function<void()> &work);
/// Milliseconds since the process began, by the kernel's clock ticks (hundredths of a second); 0 where they are not to be had.
[[nodiscard]] double millisecondsSinceStart();
/// The most memory the process has had in use so far, megabytes (10^6); 0 where it is not to be had.
[[nodiscard]] double peakMegabytes();

/// Figures of the same thing, measured several times.
class Samples {
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] double quantile(double share) const;  ///< nearest rank; 0 without samples
    [[nodiscard]] QJsonObject medianAndRange() const;   ///< {p50, min, max}
    [[nodiscard]] QJsonObject medianAndTail() const;    ///< {p50, p99, max}

private:
    std::vector<double> m_values;
};

} // namespace ca
