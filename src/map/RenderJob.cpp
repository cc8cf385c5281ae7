// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/RenderJob.h"

#include "base/ThreadPriority.h"
#include "map/LayerCache.h"

#include <QMetaObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace ca {
namespace {

struct Answer {
    CancelToken done;
    QImage image;
    RenderRequest request;
    DrawnSummary summary;
};

} // namespace

/// The thread and what it shares with the GUI thread. All that passes between them lies here under one lock; Qt is only asked
/// to call deliver().
struct RenderJob::Private {
    int unanswered = 0;                      ///< requests without a signal so far; the GUI thread's

    std::mutex mutex;                        ///< of what follows
    std::condition_variable changed;
    bool busy = false;                       ///< the thread is at work, or about to be
    std::optional<RenderRequest> next;       ///< what it takes up now
    std::optional<RenderRequest> waiting;    ///< and when it is done with that
    CancelToken token;                       ///< of the latest request taken up
    std::deque<Answer> answers;
    bool ending = false;
    std::thread thread;                      ///< last: it uses the rest

    void put(RenderJob *job, const RenderRequest &request, bool urgent);
    void takeUp(const RenderRequest &request);
    void work(RenderJob *job);
};

void RenderJob::Private::put(RenderJob *job, const RenderRequest &request, bool urgent)
{
    ++unanswered;
    bool replaced = false;
    {
        const std::lock_guard lock(mutex);
        if (urgent)
            token.cancel();
        replaced = waiting.has_value();
        if (busy)
            waiting = request;
        else
            takeUp(request);
    }
    changed.notify_one();
    if (replaced) {
        --unanswered;
        Q_EMIT job->cancelled();
    }
}

/// With the lock held.
void RenderJob::Private::takeUp(const RenderRequest &request)
{
    busy = true;
    token = CancelToken();
    next = request;
}

/// Goes on by itself while something waits: waking a thread costs the GUI thread more than a frame should.
void RenderJob::Private::work(RenderJob *job)
{
    stepAside();
    LayerCache cache;
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [this] { return ending || next; });
        if (ending)
            return;
        Answer answer;
        answer.request = *std::exchange(next, std::nullopt);
        answer.done = token;
        lock.unlock();
        answer.image = MapPainter::render(answer.request, &answer.summary, answer.done, &cache);
        lock.lock();
        answers.push_back(std::move(answer));
        busy = false;
        if (waiting)
            takeUp(*std::exchange(waiting, std::nullopt));
        QMetaObject::invokeMethod(job, "deliver", Qt::QueuedConnection);
    }
}

RenderJob::RenderJob(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->thread = std::thread([this] { d->work(this); });
}

RenderJob::~RenderJob()
{
    {
        const std::lock_guard lock(d->mutex);
        d->token.cancel();
        d->ending = true;
    }
    d->changed.notify_one();
    d->thread.join();
}

void RenderJob::start(const RenderRequest &request)
{
    d->put(this, request, true);
}

void RenderJob::queue(const RenderRequest &request)
{
    d->put(this, request, false);
}

void RenderJob::cancel()
{
    bool waited = false;
    {
        const std::lock_guard lock(d->mutex);
        d->token.cancel();
        waited = std::exchange(d->waiting, std::nullopt).has_value();
    }
    if (waited) {
        --d->unanswered;
        Q_EMIT cancelled();
    }
}

void RenderJob::deliver()
{
    std::optional<Answer> answer;
    {
        const std::lock_guard lock(d->mutex);
        if (d->answers.empty())
            return;
        answer = std::move(d->answers.front());
        d->answers.pop_front();
    }
    --d->unanswered;
    if (answer->done.cancelled())
        Q_EMIT cancelled();
    else
        Q_EMIT finished(answer->image, answer->request, answer->summary);
}

bool RenderJob::running() const
{
    return d->unanswered > 0;
}

} // namespace ca
