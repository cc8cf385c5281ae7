// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/DownloadQueue.h"

#include <utility>

namespace ca {

DownloadQueue::DownloadQueue(QNetworkAccessManager &network, std::vector<Task> tasks, QObject *parent)
    : QObject(parent), m_network(network), m_tasks(std::move(tasks))
{
}

void DownloadQueue::start()
{
    m_clock.start();
    next();
}

void DownloadQueue::next()
{
    if (m_cancelled || m_next >= m_tasks.size())
        return Q_EMIT finished(m_cancelled);
    const Task &task = m_tasks[m_next++];
    const int row = task.row;
    m_rate = {};
    m_running = new ExtractDownload(m_network, task.request, this);
    connect(m_running, &ExtractDownload::progressed, this, [this, row](qint64 bytes, qint64 total) {
        m_rate.add(m_clock.elapsed(), bytes);
        Q_EMIT progressed(row, {bytes, total, m_rate.speed(), m_rate.secondsLeft(total), false});
    });
    connect(m_running, &ExtractDownload::checked, this,
            [this, row](qint64 bytes, qint64 total) { Q_EMIT progressed(row, {bytes, total, 0, -1, true}); });
    connect(m_running, &ExtractDownload::finished, this, [this, row](const DownloadOutcome &outcome) { take(row, outcome); });
    m_running->start();
}

void DownloadQueue::take(int row, const DownloadOutcome &outcome)
{
    m_cancelled = m_cancelled || outcome.end == DownloadOutcome::End::Cancelled;
    std::exchange(m_running, nullptr)->deleteLater();
    Q_EMIT ended(row, outcome);
    next();
}

void DownloadQueue::cancel()
{
    m_cancelled = true;
    if (m_running)
        m_running->cancel();
}

} // namespace ca
