// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractDownload.h"
#include "osm/TransferRate.h"

#include <QElapsedTimer>
#include <QObject>

#include <vector>

namespace ca {

/// How far a download is.
struct DownloadProgress {
    qint64 bytes = 0;
    qint64 total = -1;         ///< -1 = not told
    double speed = 0;          ///< bytes a second; 0 = not known yet
    qint64 secondsLeft = -1;   ///< -1 = not known
    bool checking = false;     ///< all has come, its sum is taken
};

/// Downloads one after another: servers are asked for one file at a time. GUI thread.
class DownloadQueue : public QObject {
    Q_OBJECT
public:
    struct Task {
        int row = 0;             ///< the caller's; in all signals
        DownloadRequest request;
    };

    DownloadQueue(QNetworkAccessManager &network, std::vector<Task> tasks, QObject *parent = nullptr);

    void start();    ///< once
    /// The one that runs, and those that wait.
    void cancel();

Q_SIGNALS:
    void progressed(int row, const ca::DownloadProgress &progress);
    /// Of each that has begun.
    void ended(int row, const ca::DownloadOutcome &outcome);
    /// Exactly once after start(), after the last ended().
    void finished(bool cancelled);

private:
    QNetworkAccessManager &m_network;
    std::vector<Task> m_tasks;
    std::size_t m_next = 0;
    ExtractDownload *m_running = nullptr;
    bool m_cancelled = false;
    TransferRate m_rate;
    QElapsedTimer m_clock;

    void next();
    void take(int row, const DownloadOutcome &outcome);
};

} // namespace ca
