// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/RichPanel.h"

#include "panels/HtmlWriter.h"
#include "window/LinkHandler.h"

#include <QEvent>
#include <QScrollBar>
#include <QToolTip>

namespace ca {

RichPanel::RichPanel(LinkHandler &links, QWidget *parent) : QTextBrowser(parent), m_links(links)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(12);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) { m_links.follow(link); });
    connect(this, &QTextBrowser::highlighted, this, &RichPanel::showTip);
}

void RichPanel::showHtml(const QString &html, bool keepPlace)
{
    const int place = verticalScrollBar()->value();
    document()->setDefaultStyleSheet(HtmlWriter::styleSheet(palette()));
    setHtml(html);
    verticalScrollBar()->setValue(keepPlace ? place : 0);
}

void RichPanel::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_refill)
        m_refill();
}

void RichPanel::showTip(const QUrl &link)
{
    const QUrl address = m_links.addressOf(link);
    if (address.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(QCursor::pos(), tr("Opens in the browser: %1").arg(address.toDisplayString()), this);
}

} // namespace ca
