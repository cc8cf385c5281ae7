// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/HttpCall.h"

#include "osm/HttpRequests.h"

#include <QNetworkAccessManager>

#include <utility>

namespace ca {

namespace {

constexpr qint64 readAhead = 4 << 20;  // bytes kept in memory while the disk is slower than the line

} // namespace

HttpCall::HttpCall(QNetworkAccessManager &network, const QNetworkRequest &request, bool head, std::chrono::milliseconds silence,
                   QObject *parent)
    : QObject(parent), m_reply(head ? network.head(request) : network.get(request))
{
    m_reply->setReadBufferSize(readAhead);
    m_silence.setInterval(silence);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        m_silent = true;
        m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { m_silence.start(); });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        m_silence.start();
        tellAnswer();
        Q_EMIT bytesReady();
    });
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        m_silence.stop();
        if (!failed())
            tellAnswer();
        Q_EMIT ended();
    });
    m_silence.start();
}

HttpCall::~HttpCall()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpCall::tellAnswer()
{
    if (!std::exchange(m_answered, true))
        Q_EMIT answered();
}

bool HttpCall::failed() const
{
    return m_reply->error() != QNetworkReply::NoError;
}

Error HttpCall::error() const
{
    return http::error(*m_reply, m_silent);
}

} // namespace ca
