// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/RenderJob.h"

#include "base/ThreadPriority.h"
#include "map/LayerCache.h"

#include <QMetaObject>
#include <QThreadPool>

#include <mutex>
#include <optional>

namespace ca {

struct RenderJob::Private {
    QThreadPool pool;                        ///< of one thread
    LayerCache cache;                        ///< that thread's
    int unanswered = 0;                      ///< requests without a signal so far; the GUI thread's

    std::mutex mutex;                        ///< of what follows
    CancelToken token;                       ///< of the latest request begun
    bool busy = false;                       ///< the thread is at work, or about to be
    std::optional<RenderRequest> waiting;    ///< taken up by the thread when it is done with the one before

    void put(RenderJob *job, const RenderRequest &request, bool urgent);
    void dropped(RenderJob *job);
    void work(RenderJob *job, RenderRequest request, CancelToken cancel);
    void answer(RenderJob *job, const CancelToken &done, const QImage &image, const RenderRequest &request, const DrawnSummary &summary);
};

void RenderJob::Private::put(RenderJob *job, const RenderRequest &request, bool urgent)
{
    ++unanswered;
    std::unique_lock lock(mutex);
    if (urgent)
        token.cancel();
    const bool replaced = waiting.has_value();
    if (busy) {
        waiting = request;
    } else {
        busy = true;
        token = CancelToken();
        pool.start([this, job, request, cancel = token] { work(job, request, cancel); });
    }
    lock.unlock();
    if (replaced)
        dropped(job);
}

/// A request that waited will never be begun.
void RenderJob::Private::dropped(RenderJob *job)
{
    --unanswered;
    Q_EMIT job->cancelled();
}

/// Goes on by itself while something waits: for the GUI thread, waking a thread costs more than a frame should.
void RenderJob::Private::work(RenderJob *job, RenderRequest request, CancelToken cancel)
{
    stepAside();
    for (;;) {
        DrawnSummary summary;
        const QImage image = MapPainter::render(request, &summary, cancel, &cache);
        QMetaObject::invokeMethod(
            job, [this, job, cancel, image, request, summary] { answer(job, cancel, image, request, summary); }, Qt::QueuedConnection);
        const std::lock_guard lock(mutex);
        busy = waiting.has_value();
        if (!busy)
            return;
        request = *std::exchange(waiting, std::nullopt);
        token = cancel = CancelToken();
    }
}

void RenderJob::Private::answer(RenderJob *job, const CancelToken &done, const QImage &image, const RenderRequest &request,
                                const DrawnSummary &summary)
{
    --unanswered;
    if (done.cancelled())
        Q_EMIT job->cancelled();
    else
        Q_EMIT job->finished(image, request, summary);
}

RenderJob::RenderJob(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->pool.setMaxThreadCount(1);
}

RenderJob::~RenderJob()
{
    {
        const std::lock_guard lock(d->mutex);
        d->token.cancel();
        d->waiting.reset();
    }
    d->pool.waitForDone();
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
    if (waited)
        d->dropped(this);
}

bool RenderJob::running() const
{
    return d->unanswered > 0;
}

} // namespace ca
