// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/DragSpeed.h"

#include <algorithm>

namespace ca {

namespace {

constexpr double remembered = 80;  // milliseconds over which a speed is the mean
constexpr double stillAfter = 50;  // milliseconds without a move after which the pointer stands
constexpr double leastSpan = 4;    // milliseconds; moves that came in a heap tell no speed

} // namespace

void DragSpeed::begin(QPointF at, double time)
{
    m_samples = {{at, time}};
}

void DragSpeed::move(QPointF to, double time)
{
    m_samples.push_back({to, time});
    std::erase_if(m_samples, [time](const Sample &sample) { return sample.time < time - remembered; });
}

QPointF DragSpeed::velocity(double time) const
{
    if (m_samples.empty() || time - m_samples.back().time > stillAfter)
        return {};
    const double span = m_samples.back().time - m_samples.front().time;
    return span < leastSpan ? QPointF() : (m_samples.back().at - m_samples.front().at) / span;
}

} // namespace ca
