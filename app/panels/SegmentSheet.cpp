// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/SegmentSheet.h"

#include "panels/HtmlWriter.h"
#include "panels/SheetHtml.h"
#include "window/Session.h"

namespace ca {

SegmentSheet::SegmentSheet(Session &session, LinkHandler &links, QWidget *parent)
    : RichPanel(links, parent), m_session(session)
{
    setObjectName(QStringLiteral("segmentSheet"));
    setAccessibleName(tr("Sheet of the selected segment or subject"));
    setRefill([this] { refill(); });
    connect(&session, &Session::atlasLoaded, this, &SegmentSheet::refill);
    connect(&session, &Session::lookChanged, this, &SegmentSheet::refill);
    connect(&session.selection(), &Selection::subjectChanged, this, &SegmentSheet::refill);
    refill();
}

void SegmentSheet::refill()
{
    const QString id = m_session.selection().subject();
    QString html;
    if (m_session.atlas() && !id.isEmpty())
        html = sheetHtml(*m_session.atlas(), id, m_session.look().namePolicy, m_session.look().language);
    if (html.isEmpty())
        html = HtmlWriter()
                   .paragraph(tr("Click a line on the map, or choose a segment, an agreement or a place in the list "
                                 "on the left. Its facts and their sources appear here."), "empty")
                   .text();
    showHtml(html);
}

} // namespace ca
