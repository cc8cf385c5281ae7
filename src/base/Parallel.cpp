// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Parallel.h"

#include "base/ThreadPriority.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace ca {

namespace {

/// One call of parallelFor().
struct Job {
    std::size_t count;
    const CancelToken &cancel;
    const std::function<void(std::size_t)> &work;
    std::atomic<std::size_t> next = 0;
    int helpers = 0;                     ///< that work on it besides the caller; guarded by Workers

    [[nodiscard]] bool exhausted() const { return next.load() >= count || cancel.cancelled(); }
    void takeTurns()
    {
        for (std::size_t i = next++; i < count && !cancel.cancelled(); i = next++)
            work(i);
    }
};

/// Threads that wait for work, one less than there are cores. A caller that has to wait for its helpers helps others
/// meanwhile, so that calls may be nested. The threads end with the application, before Qt's statics (caches of fonts, which
/// each thread has) are gone; later callers work alone.
class Workers {
public:
    static Workers &instance()
    {
        static Workers workers;
        return workers;
    }

    void run(Job &job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(&job);
        }
        m_changed.notify_all();
        job.takeTurns();
        std::unique_lock lock(m_mutex);
        m_jobs.remove(&job);
        while (job.helpers > 0) {
            if (Job *other = open())
                help(*other, lock);
            else
                m_changed.wait(lock);
        }
    }

private:
    Workers()
    {
        const unsigned cores = std::max(2u, std::thread::hardware_concurrency());
        for (unsigned i = 1; i < cores; ++i)
            m_threads.emplace_back([this] {
                stepAside();
                loop();
            });
        qAddPostRoutine([] { instance().end(); });
    }
    ~Workers() { end(); }

    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_changed.notify_all();
        m_threads.clear();   // waits for them
    }

    /// A job that has turns left, the latest first: what is nested is waited for.
    Job *open()
    {
        const auto found = std::find_if(m_jobs.rbegin(), m_jobs.rend(), [](const Job *job) { return !job->exhausted(); });
        return found == m_jobs.rend() ? nullptr : *found;
    }

    void help(Job &job, std::unique_lock<std::mutex> &lock)
    {
        ++job.helpers;
        lock.unlock();
        job.takeTurns();
        lock.lock();
        if (--job.helpers == 0)
            m_changed.notify_all();
    }

    void loop()
    {
        std::unique_lock lock(m_mutex);
        while (!m_ending) {
            if (Job *job = open())
                help(*job, lock);
            else
                m_changed.wait(lock);
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;   ///< a job has come, a helper has left one, or the end is near
    std::list<Job *> m_jobs;
    bool m_ending = false;
    std::vector<std::jthread> m_threads;
};

} // namespace

void parallelFor(std::size_t count, const CancelToken &cancel, const std::function<void(std::size_t)> &work)
{
    if (count == 1) {
        if (!cancel.cancelled())
            work(0);
        return;
    }
    Job job{count, cancel, work};
    if (count > 0)
        Workers::instance().run(job);
}

} // namespace ca
