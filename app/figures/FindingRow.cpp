// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FindingRow.h"

#include "window/Icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

namespace ca {

namespace {

constexpr int iconSize = 18;
constexpr int longestButton = 44;  ///< characters: the panel is narrow, and a button cannot wrap

QString buttonText(const QString &text)
{
    return text.size() <= longestButton ? text : text.left(longestButton - 1).trimmed() + QStringLiteral("…");
}

QLabel *sentenceLabel(const Finding &finding, QWidget *parent)
{
    auto *label = new QLabel(QStringLiteral("<b>%1.</b> %2").arg(severityTitle(finding.severity).toHtmlEscaped(), finding.sentence.toHtmlEscaped()), parent);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);  // the row takes the click
    return label;
}

} // namespace

FindingRow::FindingRow(const Finding &finding, QWidget *parent) : QFrame(parent), m_severity(finding.severity), m_icon(new QLabel(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(QStringLiteral("%1: %2").arg(severityTitle(finding.severity), finding.sentence));
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *text = new QVBoxLayout;
    text->addWidget(sentenceLabel(finding, this));
    if (finding.fix) {
        m_fix = madeButton(*finding.fix);
        text->addWidget(m_fix, 0, Qt::AlignLeft);
        setAccessibleDescription(tr("Can be mended: %1").arg(finding.fix->title));
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(text, 1);
    dress();
}

QPushButton *FindingRow::madeButton(const FigureFix &fix)
{
    auto *button = new QPushButton(buttonText(fix.title).replace(u'&', QStringLiteral("&&")), this);
    button->setToolTip(fix.title);
    button->setAccessibleName(fix.title);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &FindingRow::fixWanted);
    return button;
}

void FindingRow::dress()
{
    const QString name = m_severity == Finding::Severity::Objection ? QStringLiteral("warning") : QStringLiteral("info");
    m_icon->setPixmap(icon(name, palette().color(QPalette::WindowText)).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
}

void FindingRow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QFrame::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    Q_EMIT activated();
}

void FindingRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return Q_EMIT activated();
    case Qt::Key_Down:
        return Q_EMIT stepWanted(1);
    case Qt::Key_Up:
        return Q_EMIT stepWanted(-1);
    default:
        QFrame::keyPressEvent(event);
    }
}

void FindingRow::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.rect = rect().adjusted(2, 2, -2, -2);
    option.state |= QStyle::State_KeyboardFocusChange;
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void FindingRow::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
}

void FindingRow::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

void FindingRow::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        dress();
}

} // namespace ca
