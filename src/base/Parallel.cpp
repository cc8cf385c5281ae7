// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace ca {

void parallelFor(std::size_t count, const CancelToken &cancel, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto takeTurns = [&] {
        for (std::size_t i = next++; i < count && !cancel.cancelled(); i = next++)
            work(i);
    };
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(cores, count); ++i)
        helpers.emplace_back(takeTurns);
    takeTurns();
}

} // namespace ca
