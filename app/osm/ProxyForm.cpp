// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ProxyForm.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>

namespace ca {

ProxyForm::ProxyForm(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_manual(new QWidget(this)), m_host(new QLineEdit(m_manual)), m_port(new QSpinBox(m_manual)),
      m_user(new QLineEdit(m_manual)), m_password(new QLineEdit(m_manual))
{
    m_kind->setObjectName(QStringLiteral("proxyKind"));
    m_host->setObjectName(QStringLiteral("proxyHost"));
    for (const QString &title : {tr("As the system says"), tr("None"), tr("This one:")})  // in the order of DownloadProxy::Kind
        m_kind->addItem(title);
    m_port->setRange(1, 65535);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("not remembered"));
    auto *line = new QHBoxLayout(m_manual);
    line->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &title, QWidget *field, int stretch) {
        auto *label = new QLabel(title, m_manual);
        label->setBuddy(field);
        line->addWidget(label);
        line->addWidget(field, stretch);
    };
    add(tr("H&ost"), m_host, 2);
    add(tr("&Port"), m_port, 0);
    add(tr("&User"), m_user, 1);
    add(tr("Pass&word"), m_password, 1);
    auto *layout = new QHBoxLayout(this);  // one line in any case: a dialog does not grow by itself
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_kind);
    layout->addWidget(m_manual, 1);
    layout->addStretch();
    setFocusProxy(m_kind);
    const DownloadProxy now = DownloadProxy::load(QSettings());
    m_kind->setCurrentIndex(static_cast<int>(now.kind));
    m_host->setText(now.host);
    m_port->setValue(now.port);
    m_user->setText(now.user);
    const auto refresh = [this] { m_manual->setVisible(proxy().kind == DownloadProxy::Kind::Manual); };
    connect(m_kind, &QComboBox::currentIndexChanged, this, refresh);
    refresh();
}

DownloadProxy ProxyForm::proxy() const
{
    return {static_cast<DownloadProxy::Kind>(m_kind->currentIndex()), m_host->text().trimmed(), static_cast<quint16>(m_port->value()), m_user->text(),
            m_password->text()};
}

void ProxyForm::remember() const
{
    QSettings settings;
    proxy().save(settings);
}

} // namespace ca
