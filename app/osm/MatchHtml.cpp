// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/MatchHtml.h"

#include "base/Tr.h"
#include "osm/LifeCycle.h"
#include "osm/OsmNotice.h"
#include "panels/HtmlWriter.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace ca {
namespace {

constexpr std::size_t mostWays = 400;  // links in a panel; the project and exports have all of them

QString kilometresText(double metres)
{
    return tr("%1 km").arg(QString::number(metres / 1000, 'f', 1));
}

QString partsText(const std::vector<MatchFindings::Part> &parts, QString (*title)(const QString &), const QString &unknown)
{
    QStringList texts;
    for (const MatchFindings::Part &part : parts)
        texts << QStringLiteral("%1 %2").arg(part.what.isEmpty() ? unknown : title(part.what), kilometresText(part.metres));
    return texts.join(QStringLiteral(", "));
}

QString asItIs(const QString &text)
{
    return text;
}

QString gaugeTitle(const QString &gauge)
{
    return tr("%1 mm").arg(gauge);
}

QString wayLinks(const MatchFindings &findings)
{
    QStringList links;
    for (std::size_t i = 0; i < std::min(findings.ways.size(), mostWays); ++i) {
        const MatchFindings::Way &way = findings.ways[i];
        links << HtmlWriter::link("osm", QStringLiteral("way/%1").arg(way.id), QString::number(way.id))
                + QStringLiteral("&nbsp;") + HtmlWriter::span("muted", kilometresText(way.metres));
    }
    if (findings.ways.size() > mostWays)
        links << HtmlWriter::escaped(tr("and %1 more, which the project file lists").arg(findings.ways.size() - mostWays));
    return links.join(QStringLiteral(" · "));
}

void writeRow(HtmlWriter &html, const QString &title, const QString &value)
{
    if (!value.isEmpty())
        html.html(QStringLiteral("<tr><td class=\"small\" style=\"padding-right:10px\">%1</td><td>%2</td></tr>")
                      .arg(HtmlWriter::escaped(title), HtmlWriter::escaped(value)));
}

QString gapText(const MatchFindings &findings)
{
    double metres = 0;
    for (const MatchFindings::Gap &gap : findings.gaps)
        metres += gap.metres;
    return findings.gaps.empty() ? tr("none") : tr("%1, together %2 m").arg(findings.gaps.size()).arg(metres, 0, 'f', 0);
}

void writeFound(HtmlWriter &html, const RouteMatch &found)
{
    html.paragraph(found.text);
    if (!found.hasRoute() && found.partialMetres > 0)
        html.paragraph(tr("Between some of the stops there is track, %1 in all. It can be drawn; the bundled line stays for the rest.")
                           .arg(kilometresText(found.partialMetres)), "small");
    for (const QString &remark : found.remarks)
        html.paragraph(remark, "small");
}

} // namespace

QString extractText(const QDateTime &date)
{
    return date.isValid() ? tr("extract of %1").arg(date.toUTC().date().toString(Qt::ISODate)) : tr("extract of unknown date");
}

QString matchHtml(const ProjectMatch &match)
{
    const MatchFindings &findings = match.findings;
    HtmlWriter html;
    html.html(QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\">"));
    writeRow(html, tr("Verdict"), verdictTitle(match.verdict));
    const auto ways = findings.ways.size();
    writeRow(html, tr("From OpenStreetMap"), tr("%1, %2, %3").arg(kilometresText(findings.metres),
                                                                  ways == 1 ? tr("1 way") : tr("%1 ways").arg(ways), extractText(match.extractDate)));
    if (isPartial(match))
        writeRow(html, tr("Of it"), tr("%1 track, %2 bundled line").arg(kilometresText(findings.trackMetres()), kilometresText(findings.metres - findings.trackMetres())));
    writeRow(html, tr("Bundled line"), kilometresText(findings.bundledMetres));
    writeRow(html, tr("Apart"), tr("95 % within %1 m, at most %2 m").arg(findings.deviation95, 0, 'f', 0).arg(findings.deviationMost, 0, 'f', 0));
    writeRow(html, tr("Gaps closed"), gapText(findings));
    writeRow(html, tr("Countries"), partsText(findings.countries, &asItIs, tr("unknown")));
    writeRow(html, tr("Life cycle"), partsText(findings.stages, &lifeCycleTitle, tr("unknown")));
    writeRow(html, tr("Gauge"), partsText(findings.gauges, &gaugeTitle, tr("not tagged")));
    writeRow(html, tr("Files"), match.files.join(QStringLiteral(", ")));
    html.html(QStringLiteral("</table>"));
    for (const MatchFindings::Gap &gap : findings.gaps)
        html.paragraph(tr("Gap of %1 m: %2").arg(gap.metres, 0, 'f', 0).arg(gap.how), "small");
    html.open("p", "small").html(HtmlWriter::escaped(tr("Ways: ")) + wayLinks(findings)).close("p");
    html.paragraph(osmNotice(match.extractDate), "small");
    return html.text();
}

QString rowHtml(const MatchRow &row, const Segment &bundled)
{
    HtmlWriter html;
    if (row.found)
        writeFound(html, *row.found);
    if (const std::optional<ProjectMatch> shown = shownMatch(row, bundled))
        html.html(matchHtml(*shown));
    return html.text();
}

} // namespace ca
