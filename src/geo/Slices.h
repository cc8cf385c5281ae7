// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace ca {

/// Calls @p work(begin, end) for slices that together make 0 … @p count, on up to @p threads threads of which the
/// caller's is one, and returns when all are done. No slice is shorter than @p least unless there is only one: a thread
/// costs some ten microseconds, and PROJ a millisecond of set-up in each. @p work must not throw.
template <class Work>
void inSlices(std::size_t count, std::size_t least, unsigned threads, const Work &work)
{
    const std::size_t slices = std::clamp<std::size_t>(count / std::max<std::size_t>(least, 1), 1, std::max(threads, 1u));
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < slices; ++i)
        workers.emplace_back([&work, count, slices, i] { work(count * i / slices, count * (i + 1) / slices); });
    if (count > 0)
        work(std::size_t(0), count / slices);
}

} // namespace ca
