// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/TransferRate.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr qint64 windowMs = 8000;     // long enough to be calm, short enough to follow the line
constexpr qint64 leastMs = 500;       // less tells nothing

} // namespace

void TransferRate::add(qint64 ms, qint64 bytes)
{
    m_samples.emplace_back(ms, bytes);
    while (m_samples.size() > 2 && ms - m_samples[1].first >= windowMs)
        m_samples.pop_front();
}

double TransferRate::speed() const
{
    if (m_samples.size() < 2)
        return 0;
    const qint64 ms = m_samples.back().first - m_samples.front().first;
    const qint64 bytes = m_samples.back().second - m_samples.front().second;
    return ms < leastMs ? 0 : std::max(0.0, double(bytes) * 1000 / double(ms));
}

qint64 TransferRate::secondsLeft(qint64 total) const
{
    const double now = speed();
    if (now <= 0 || total < 0)
        return -1;
    return std::max<qint64>(0, std::llround(double(total - m_samples.back().second) / now));
}

} // namespace ca
