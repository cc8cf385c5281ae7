// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/TaskThread.h"

#include <utility>

namespace ca {

TaskThread::TaskThread(std::size_t mostWaiting) : m_mostWaiting(mostWaiting), m_thread([this] { loop(); }) {}

TaskThread::~TaskThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

Result<Done> TaskThread::state() const
{
    return m_failure ? Result<Done>(*m_failure) : Result<Done>(Done{});
}

Result<Done> TaskThread::add(Task task)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_failure || m_waiting.size() < m_mostWaiting; });
    if (!m_failure)
        m_waiting.push_back(std::move(task));
    m_changed.notify_all();
    return state();
}

Result<Done> TaskThread::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_running && m_waiting.empty(); });
    return state();
}

void TaskThread::loop()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_ending)
            return;
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_running = true;
        lock.unlock();
        const Result<Done> done = task();
        task = {};  // what it holds goes away before the next is awaited
        lock.lock();
        m_running = false;
        if (!done) {
            m_failure = done.error();
            m_waiting.clear();
        }
        m_changed.notify_all();
    }
}

} // namespace ca
