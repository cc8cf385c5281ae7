// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/SegmentSheet.h"

#include "panels/HtmlWriter.h"
#include "osm/MatchHtml.h"
#include "panels/Describe.h"
#include "panels/SheetHtml.h"
#include "project/Project.h"
#include "window/Session.h"

namespace ca {
namespace {

/// Which of its two lines the project draws of a segment, and what the one from OpenStreetMap is made of.
QString lineText(const ProjectMatch &match)
{
    const MatchFindings &findings = match.findings;
    const auto count = findings.ways.size();
    const QString ways = count == 1 ? SegmentSheet::tr("1 way") : SegmentSheet::tr("%1 ways").arg(count);
    const QString bundled = describe::kilometres(findings.bundledMetres), found = describe::kilometres(findings.metres);
    if (match.drawn && isPartial(match))
        return SegmentSheet::tr("Drawn in part from OpenStreetMap: %1 of track, %2, %3; as bundled for the rest.")
            .arg(describe::kilometres(findings.trackMetres()), ways, extractText(match.extractDate));
    return match.drawn
        ? SegmentSheet::tr("Drawn from OpenStreetMap: %1, %2, %3; the bundled line has %4.").arg(ways, extractText(match.extractDate), found, bundled)
        : SegmentSheet::tr("Drawn as bundled, %4; the project keeps a line from OpenStreetMap beside it: %1, %2, %3.")
              .arg(ways, extractText(match.extractDate), found, bundled);
}

/// What the sheet says of the line in OpenStreetMap: in a word before the lengths, the rest at the end.
QString withLine(QString sheet, const ProjectMatch &match)
{
    const qsizetype lengths = sheet.indexOf(QLatin1String("<p class=\"h2\">"));
    sheet.insert(lengths < 0 ? sheet.size() : lengths, HtmlWriter().paragraph(lineText(match)).text());
    return sheet + HtmlWriter().heading(2, SegmentSheet::tr("Line from OpenStreetMap")).html(matchHtml(match)).text();
}

} // namespace

SegmentSheet::SegmentSheet(Session &session, LinkHandler &links, QWidget *parent)
    : RichPanel(links, parent), m_session(session)
{
    setObjectName(QStringLiteral("segmentSheet"));
    setAccessibleName(tr("Sheet of the selected segment or subject"));
    setRefill([this] { refill(); });
    connect(&session, &Session::atlasLoaded, this, &SegmentSheet::refill);
    connect(&session, &Session::lookChanged, this, &SegmentSheet::refill);
    connect(&session.project(), &Project::changed, this, [this](const ProjectNews &news) {
        if (news.matches.contains(m_session.selection().subject()))
            refill();
    });
    connect(&session.selection(), &Selection::subjectChanged, this, &SegmentSheet::refill);
    refill();
}

void SegmentSheet::refill()
{
    const QString id = m_session.selection().subject();
    QString html;
    if (m_session.atlas() && !id.isEmpty())
        html = sheetHtml(*m_session.atlas(), id, m_session.look().namePolicy, m_session.look().language);
    if (const ProjectMatch *match = m_session.project().match(id); match && !html.isEmpty())
        html = withLine(html, *match);
    if (html.isEmpty())
        html = HtmlWriter()
                   .paragraph(tr("Click a line on the map, or choose a segment, an agreement or a place in the list "
                                 "on the left. Its facts and their sources appear here."), "empty")
                   .text();
    showHtml(html);
}

} // namespace ca
