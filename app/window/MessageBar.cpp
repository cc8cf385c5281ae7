// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/MessageBar.h"

#include "panels/HtmlWriter.h"
#include "window/Icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace ca {

namespace {

constexpr int goodNewsMs = 8000, offerMs = 20000;

struct Dress {
    const char *icon;
    QRgb tint;
};

Dress dressOf(Session::Severity severity)
{
    switch (severity) {
    case Session::Severity::Error:
        return {"error", 0xffd55e00};
    case Session::Severity::Warning:
        return {"warning", 0xffe69f00};
    case Session::Severity::Info:
        break;
    }
    return {"info", 0xff0072b2};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_offer(new QPushButton(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_offer, 0, Qt::AlignTop);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    m_offer->setObjectName(QStringLiteral("messageOffer"));
    m_offer->setAutoDefault(false);
    m_offer->hide();
    connect(m_offer, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        hide();
        if (act)
            act();
    });
    m_timer.setSingleShot(true);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::show(Session::Severity severity, const QString &text)
{
    if (isVisibleTo(parentWidget()) && m_severity == Session::Severity::Error && severity != m_severity)
        return m_text->setText(m_text->text() + QLatin1Char('\n') + text);
    m_severity = severity;
    m_offer->hide();
    m_text->setText(text);
    setAccessibleName(text);
    dress();
    QFrame::show();
    if (severity == Session::Severity::Info)
        m_timer.start(goodNewsMs);
    else
        m_timer.stop();
}

void MessageBar::offer(const QString &title, const std::function<void()> &act)
{
    m_offer->setText(title);
    m_act = act;
    m_offer->show();
    if (m_timer.isActive())
        m_timer.start(offerMs);
}

void MessageBar::dress()
{
    const Dress look = dressOf(m_severity);
    const QPalette base = parentWidget() ? parentWidget()->palette() : palette();
    QPalette tinted = base;
    tinted.setColor(QPalette::Window,
                    HtmlWriter::mixed(QColor::fromRgb(look.tint), base.color(QPalette::Window), 0.22));
    setPalette(tinted);
    const QColor ink = base.color(QPalette::WindowText);
    m_icon->setPixmap(icon(QLatin1String(look.icon), ink).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_close->setIcon(icon(QStringLiteral("close"), ink));
}

} // namespace ca
