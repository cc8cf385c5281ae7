// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RemoteFileCheck.h"

#include "osm/HttpCall.h"
#include "osm/HttpRequests.h"

namespace ca {

RemoteFileCheck::RemoteFileCheck(QNetworkAccessManager &network, QUrl url, std::chrono::milliseconds silence, QObject *parent)
    : QObject(parent), m_network(network), m_url(std::move(url)), m_silence(silence)
{
}

RemoteFileCheck::~RemoteFileCheck() = default;

void RemoteFileCheck::start()
{
    m_call = new HttpCall(m_network, http::request(m_url), true, m_silence, this);
    connect(m_call, &HttpCall::ended, this, [this] {
        if (m_call->failed())
            Q_EMIT finished(m_call->error());
        else
            Q_EMIT finished(RemoteFile{http::length(m_call->reply()), http::lastModified(m_call->reply())});
    });
}

} // namespace ca
