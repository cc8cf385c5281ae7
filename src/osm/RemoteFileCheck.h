// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;

namespace ca {

class HttpCall;

/// What a server tells of a file without giving it.
struct RemoteFile {
    qint64 bytes = -1;     ///< -1 = not told
    QDateTime modified;    ///< UTC; invalid = not told
};

/// Asks a server for size and date of one file (HEAD). Does nothing before start(). GUI thread.
class RemoteFileCheck : public QObject {
    Q_OBJECT
public:
    RemoteFileCheck(QNetworkAccessManager &network, QUrl url, std::chrono::milliseconds silence, QObject *parent = nullptr);
    ~RemoteFileCheck() override;

    void start();   ///< once

Q_SIGNALS:
    /// Exactly once after start(), unless it is deleted before.
    void finished(const ca::Result<ca::RemoteFile> &file);

private:
    QNetworkAccessManager &m_network;
    const QUrl m_url;
    const std::chrono::milliseconds m_silence;
    HttpCall *m_call = nullptr;
};

} // namespace ca
