// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/DownloadProxy.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ca {

/// Asks by which way downloads go. What was chosen is remembered, the password is not.
class ProxyForm : public QWidget {
    Q_OBJECT
public:
    explicit ProxyForm(QWidget *parent = nullptr);

    [[nodiscard]] DownloadProxy proxy() const;
    void remember() const;

private:
    QComboBox *m_kind;
    QWidget *m_manual;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
};

} // namespace ca
