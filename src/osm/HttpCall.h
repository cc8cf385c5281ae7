// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QNetworkRequest>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QNetworkAccessManager;

namespace ca {

/// One request and its answer. Ends in exactly one ended(), unless it is deleted before: then in none. GUI thread.
class HttpCall : public QObject {
    Q_OBJECT
public:
    /// @p silence without a byte ends the call. @p head: only the headers are asked for.
    HttpCall(QNetworkAccessManager &network, const QNetworkRequest &request, bool head, std::chrono::milliseconds silence,
             QObject *parent = nullptr);
    ~HttpCall() override;

    [[nodiscard]] QNetworkReply &reply() const { return *m_reply; }
    /// Of a call that has ended.
    [[nodiscard]] bool failed() const;
    [[nodiscard]] Error error() const;

Q_SIGNALS:
    /// Headers of the last answer are here, before the first bytes; not for redirects.
    void answered();
    void bytesReady();
    void ended();

private:
    QPointer<QNetworkReply> m_reply;   ///< deleted later when this goes; null when the manager went first
    QTimer m_silence;
    bool m_silent = false;
    bool m_answered = false;

    void tellAnswer();
};

} // namespace ca
