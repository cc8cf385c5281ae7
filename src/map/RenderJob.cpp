// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/RenderJob.h"

#include "base/ThreadPriority.h"
#include "map/LayerCache.h"

#include <QMetaObject>
#include <QThreadPool>

#include <optional>

namespace ca {

struct RenderJob::Private {
    QThreadPool pool;                        ///< of one thread
    LayerCache cache;                        ///< that thread's
    CancelToken token;
    bool busy = false;                       ///< a request is being rendered or its result is on the way
    std::optional<RenderRequest> waiting;    ///< takes its turn when the running one has ended

    void launch(RenderJob *job, const RenderRequest &request);
    void ended(RenderJob *job, const CancelToken &done, const QImage &image, const RenderRequest &request,
               const DrawnSummary &summary);
};

void RenderJob::Private::launch(RenderJob *job, const RenderRequest &request)
{
    busy = true;
    token = CancelToken();
    pool.start([this, job, request, cancel = token] {
        stepAside();
        DrawnSummary summary;
        const QImage image = MapPainter::render(request, &summary, cancel, &cache);
        QMetaObject::invokeMethod(
            job, [this, job, cancel, image, request, summary] { ended(job, cancel, image, request, summary); },
            Qt::QueuedConnection);
    });
}

void RenderJob::Private::ended(RenderJob *job, const CancelToken &done, const QImage &image, const RenderRequest &request,
                               const DrawnSummary &summary)
{
    busy = false;
    if (waiting) {
        const RenderRequest next = *std::exchange(waiting, std::nullopt);
        launch(job, next);
    }
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
    d->token.cancel();
    d->pool.waitForDone();
}

void RenderJob::start(const RenderRequest &request)
{
    if (!d->busy)
        return d->launch(this, request);
    d->token.cancel();
    const bool replaced = d->waiting.has_value();
    d->waiting = request;
    if (replaced)
        Q_EMIT cancelled();
}

void RenderJob::cancel()
{
    d->token.cancel();
    if (std::exchange(d->waiting, std::nullopt))
        Q_EMIT cancelled();
}

bool RenderJob::running() const
{
    return d->busy;
}

} // namespace ca
