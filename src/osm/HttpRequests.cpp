// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/HttpRequests.h"

#include "base/Tr.h"

#include <QNetworkReply>

namespace ca::http {

namespace {

constexpr int mostRedirects = 5;

/// What the answer's status tells; empty = nothing of use.
QString statusWords(int status)
{
    if (status == 404 || status == 410)
        return tr("the server has no such file");
    if (status == 401 || status == 403)
        return tr("the server does not give this file out");
    if (status == 429)
        return tr("the server asks to wait: too many requests");
    return status >= 500 ? tr("the server has a fault of its own, try again later") : QString();
}

QString replyWords(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return tr("the server's name is not known: is there a connection to the internet?");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return tr("the proxy asks for another user or password");
    case QNetworkReply::InsecureRedirectError:
        return tr("the server sends on to an address that is not secure; this is not followed");
    case QNetworkReply::TooManyRedirectsError:
        return tr("the server sends on too many times");
    case QNetworkReply::RemoteHostClosedError:
        return tr("the connection was cut");
    default:
        return reply.errorString();
    }
}

} // namespace

QNetworkRequest request(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("CorridorAtlas/%1").arg(QCoreApplication::applicationVersion()));
    // Lengths and ranges are those of the file itself.
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

int status(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Error error(const QNetworkReply &reply, bool silent)
{
    const int code = status(reply);
    QString words = silent ? tr("nothing has come from the server for too long") : statusWords(code);
    if (words.isEmpty())
        words = replyWords(reply);
    if (code >= 400)
        words = tr("%1 (status %2)").arg(words).arg(code);
    return {words, reply.request().url().toString(QUrl::RemoveUserInfo), 0};
}

QDateTime lastModified(const QNetworkReply &reply)
{
    return reply.header(QNetworkRequest::LastModifiedHeader).toDateTime().toUTC();
}

qint64 length(const QNetworkReply &reply)
{
    bool known = false;
    const qint64 length = reply.rawHeader("Content-Length").trimmed().toLongLong(&known);
    return known && length >= 0 ? length : -1;
}

} // namespace ca::http
