// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/DownloadProxy.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QSettings>

namespace ca {

namespace {

const QString proxyKindKey = QStringLiteral("download/proxy");
const QString proxyHostKey = QStringLiteral("download/proxyHost");
const QString proxyPortKey = QStringLiteral("download/proxyPort");
const QString proxyUserKey = QStringLiteral("download/proxyUser");

const QStringList proxyKinds{QStringLiteral("system"), QStringLiteral("none"), QStringLiteral("manual")};  // in the order of Kind

class SystemProxy : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

} // namespace

void DownloadProxy::applyTo(QNetworkAccessManager &network) const
{
    if (kind == Kind::System)
        return network.setProxyFactory(new SystemProxy);  // which the manager owns
    network.setProxy(kind == Kind::None ? QNetworkProxy(QNetworkProxy::NoProxy)
                                        : QNetworkProxy(QNetworkProxy::HttpProxy, host, port, user, password));
}

void DownloadProxy::save(QSettings &settings) const
{
    settings.setValue(proxyKindKey, proxyKinds.at(static_cast<int>(kind)));
    settings.setValue(proxyHostKey, host);
    settings.setValue(proxyPortKey, port);
    settings.setValue(proxyUserKey, user);
}

DownloadProxy DownloadProxy::load(const QSettings &settings)
{
    DownloadProxy proxy;
    proxy.kind = static_cast<Kind>(std::max<qsizetype>(0, proxyKinds.indexOf(settings.value(proxyKindKey).toString())));
    proxy.host = settings.value(proxyHostKey).toString();
    if (const int port = settings.value(proxyPortKey).toInt(); port > 0 && port < 65536)
        proxy.port = static_cast<quint16>(port);
    proxy.user = settings.value(proxyUserKey).toString();
    return proxy;
}

} // namespace ca
