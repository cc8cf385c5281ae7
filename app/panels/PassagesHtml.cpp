// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/PassagesHtml.h"

#include "anchor/TextFragment.h"
#include "base/Tr.h"
#include "panels/Describe.h"
#include "panels/FactsHtml.h"
#include "panels/HtmlWriter.h"

#include <algorithm>

namespace ca {

namespace {

QString chips(const Atlas &atlas, const PassagesInput &input, const PassageLink &link)
{
    QString line = HtmlWriter::chip(title(link.passage->claim));
    if (!link.passage->refersTo.isEmpty())
        line += QStringLiteral(" ") + HtmlWriter::span("small", tr("refers to: %1").arg(link.passage->refersTo));
    if (link.wholeCorridor)
        line += QStringLiteral(" ")
            + HtmlWriter::chip(tr("concerns the whole corridor: %1")
                                   .arg(atlas.displayName(link.corridor, input.policy, input.language)), "note");
    if (link.context)
        line += QStringLiteral(" ") + HtmlWriter::chip(tr("context only"), "note");
    return line;
}

QString warnings(const Atlas &atlas, const Passage &passage)
{
    QString rows;
    for (const QString &id : passage.contradictedBy) {
        const Contradiction *other = atlas.contradiction(id);
        if (!other)
            continue;
        const QString sources = recordLinks(atlas, other->sources);
        rows += QStringLiteral("<tr><td class=\"warning\">\u26a0 %1 %2%3</td></tr>")
                    .arg(HtmlWriter::escaped(tr("Other sources differ:")), HtmlWriter::escaped(other->statement),
                         sources.isEmpty() ? QString() : QStringLiteral("<br>") + sources);
    }
    return rows.isEmpty() ? QString()
                          : QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">%1</table>").arg(rows);
}

QString actions(const Atlas &atlas, const PassagesInput &input, const Passage &passage)
{
    QStringList parts{HtmlWriter::span("small", tr("paragraph %1").arg(passage.paragraph))};
    if (input.ownCopies.contains(passage.record))
        parts << HtmlWriter::link("read", passage.id, tr("Read in my copy"));
    const Record *record = atlas.record(passage.record);
    if (record && !passageUrl(*record, passage).isEmpty())
        parts << HtmlWriter::link("open", passage.id, tr("Open the article"));
    else
        parts << HtmlWriter::span("small", tr("no address of the article is known"));
    return parts.join(QStringLiteral(" &nbsp;·&nbsp; "));
}

void writeCard(HtmlWriter &html, const Atlas &atlas, const PassagesInput &input, const PassageLink &link)
{
    const Passage &passage = *link.passage;
    const char *css = passage.id == input.chosen ? "chosen" : "card";
    html.html(QStringLiteral("<tr>"))
        .open("td", css)
        .html(QStringLiteral("<p><a name=\"%1\"></a>%2</p>").arg(HtmlWriter::escaped(passage.id), chips(atlas, input, link)))
        .html(QStringLiteral("<p>%1</p>").arg(HtmlWriter::link("passage", passage.id, passage.paraphrase, "plain")))
        .html(warnings(atlas, passage))
        .html(QStringLiteral("<p class=\"small last\">%1</p>").arg(actions(atlas, input, passage)))
        .close("td")
        .html(QStringLiteral("</tr>"));
}

void writeArticleHeading(HtmlWriter &html, const Atlas &atlas, const QString &recordId)
{
    const Record *record = atlas.record(recordId);
    if (!record)
        return;
    html.heading(2, record->shortCitation());
    QStringList details{record->authorText(), record->titleText(), record->custom(QStringLiteral("viewpoint"))};
    details.removeAll(QString());
    if (!details.isEmpty())
        html.paragraph(details.join(QStringLiteral(" · ")), "small");
}

QStringList factRecords(const Atlas &atlas, const QString &subject)
{
    QStringList records;
    for (const Fact *fact : atlas.facts(subject))
        for (const QString &id : fact->sources)
            if (!records.contains(id))
                records << id;
    return records;
}

/// A segment or subject no article names: say so, and say what supports what is told of it.
void writeSilence(HtmlWriter &html, const Atlas &atlas, const QString &subject, bool corridorSpeaks)
{
    html.paragraph(passagesSummary(atlas, subject) + QLatin1Char('.'), "lead");
    const QStringList records = factRecords(atlas, subject);
    if (records.isEmpty())
        html.paragraph(tr("There is no fact of its own with a source either."));
    else
        html.open("p")
            .html(HtmlWriter::escaped(tr("What its sheet tells rests on: ")))
            .html(recordLinks(atlas, records) + QLatin1Char('.'))
            .close("p");
    if (corridorSpeaks)
        html.paragraph(tr("Passages that concern the corridor as a whole follow."), "small");
}

} // namespace

QString passagesSummary(const Atlas &atlas, const QString &subject)
{
    QSet<QString> articles;
    std::size_t own = 0;
    for (const PassageLink &link : atlas.passages(subject)) {
        if (link.wholeCorridor)
            continue;
        ++own;
        articles.insert(link.passage->record);
    }
    if (own == 0)
        return atlas.segment(subject) ? tr("No article speaks of this segment by name")
                                      : tr("No article speaks of this");
    const QString where = articles.size() == 1 ? tr("1 article") : tr("%1 articles").arg(articles.size());
    return tr("%1 in %2").arg(describe::passageCount(own), where);
}

QString passagesHtml(const Atlas &atlas, const PassagesInput &input)
{
    HtmlWriter html;
    const auto links = atlas.passages(input.subject);
    if (describe::ownPassages(atlas, input.subject) == 0)
        writeSilence(html, atlas, input.subject, !links.empty());
    QString record;
    // Article order, but within an article what names the subject comes before what concerns its whole corridor.
    std::vector<PassageLink> sorted(links.begin(), links.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const PassageLink &a, const PassageLink &b) {
        return std::make_pair(a.passage->record, a.wholeCorridor) < std::make_pair(b.passage->record, b.wholeCorridor);
    });
    for (const PassageLink &link : sorted) {
        if (link.passage->record != record) {
            html.html(record.isEmpty() ? QString() : QStringLiteral("</table>"));
            record = link.passage->record;
            writeArticleHeading(html, atlas, record);
            html.html(QStringLiteral("<table width=\"100%\" cellspacing=\"4\" cellpadding=\"0\">"));
        }
        writeCard(html, atlas, input, link);
    }
    html.html(record.isEmpty() ? QString() : QStringLiteral("</table>"));
    return html.text();
}

} // namespace ca
