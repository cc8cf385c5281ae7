// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QNetworkAccessManager;
class QSettings;

namespace ca {

/// By which way downloads leave this machine.
struct DownloadProxy {
    enum class Kind { System, None, Manual };   ///< System: what the desktop or http_proxy says
    Kind kind = Kind::System;
    QString host;                ///< of an HTTP proxy; only for Manual
    quint16 port = 8080;
    QString user;                ///< empty = the proxy wants none
    QString password;            ///< in memory only
    bool operator==(const DownloadProxy &) const = default;

    void applyTo(QNetworkAccessManager &network) const;
    /// All but the password, which is written nowhere.
    void save(QSettings &settings) const;
    /// What is missing or makes no sense is as in a default-constructed one.
    [[nodiscard]] static DownloadProxy load(const QSettings &settings);
};

} // namespace ca
