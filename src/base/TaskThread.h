// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace ca {

/// A thread that runs tasks one after the other, in the order in which they were added: for what may be used by one thread
/// at a time and takes long, such as a database, while the caller prepares the next. When a task has failed, those after
/// it are dropped. To be used by one thread at a time.
class TaskThread {
public:
    using Task = std::function<Result<Done>()>;  ///< must not throw

    /// No more than @p mostWaiting tasks wait: that bounds what they hold in memory.
    explicit TaskThread(std::size_t mostWaiting);
    /// Drops what waits and returns when the task that runs is done.
    ~TaskThread();
    Q_DISABLE_COPY_MOVE(TaskThread)

    /// Blocks while too many wait.
    /// @returns the error of an earlier task, if one is known to have failed.
    [[nodiscard]] Result<Done> add(Task task);
    /// Blocks until all tasks are done.
    /// @returns the error of the one that failed.
    [[nodiscard]] Result<Done> wait();

private:
    void loop();
    [[nodiscard]] Result<Done> state() const;

    std::size_t m_mostWaiting;
    std::mutex m_mutex;
    std::condition_variable m_changed;  ///< a task has come or is done, or the end is near
    std::deque<Task> m_waiting;
    bool m_running = false;
    bool m_ending = false;
    std::optional<Error> m_failure;
    std::thread m_thread;               ///< uses all that is above
};

} // namespace ca
