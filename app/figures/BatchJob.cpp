// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/BatchJob.h"

#include <QMetaObject>

#include <algorithm>

namespace ca {

BatchJob::BatchJob(std::shared_ptr<FigureMaker> maker, std::vector<FigureTask> tasks, BatchChecks checks, QObject *parent)
    : QObject(parent), m_maker(std::move(maker)), m_tasks(std::move(tasks)), m_checks(std::move(checks))
{
    qRegisterMetaType<FigureOutcome>();
}

BatchJob::~BatchJob()
{
    m_cancel.cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void BatchJob::start()
{
    Q_ASSERT(!m_thread.joinable());
    // What is posted to this object goes with it: a job that is deleted tells nothing more.
    m_thread = std::thread([this] {
        int done = 0;
        const std::vector<FigureOutcome> all = FigureBatch::run(*m_maker, m_tasks, m_checks, m_cancel, [&](const FigureOutcome &outcome) {
            QMetaObject::invokeMethod(this, [this, outcome, number = ++done] { Q_EMIT progressed(number, outcome); }, Qt::QueuedConnection);
        });
        const bool cancelled = std::any_of(all.begin(), all.end(), [](const FigureOutcome &outcome) { return outcome.cancelled; });
        QMetaObject::invokeMethod(this, [this, cancelled] { Q_EMIT finished(cancelled); }, Qt::QueuedConnection);
    });
}

} // namespace ca
