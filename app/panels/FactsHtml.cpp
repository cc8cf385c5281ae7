// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FactsHtml.h"

#include "base/Tr.h"
#include "panels/Describe.h"

#include <algorithm>

namespace ca {

namespace {

QString valueCell(const Atlas &atlas, const std::vector<const Fact *> &facts)
{
    return HtmlWriter::span("value", factValue(*facts.front())) + QStringLiteral("<br>")
        + factStatements(atlas, facts);
}

void writeSideBySide(HtmlWriter &html, const Atlas &atlas, const std::vector<std::vector<const Fact *>> &values)
{
    html.html(QStringLiteral("<table width=\"100%\" cellspacing=\"3\" cellpadding=\"0\"><tr>"));
    for (const auto &facts : values)
        html.html(QStringLiteral("<td class=\"side\" width=\"%1%\">").arg(100 / static_cast<int>(values.size())))
            .html(valueCell(atlas, facts))
            .close("td");
    html.html(QStringLiteral("</tr></table>"));
}

void writeStacked(HtmlWriter &html, const Atlas &atlas, const std::vector<std::vector<const Fact *>> &values)
{
    for (const auto &facts : values)
        html.open("p").html(valueCell(atlas, facts)).close("p");
}

// Characters of a value that a third of the panel can hold without breaking words.
constexpr int widestCell = 22;

bool fitsSideBySide(const std::vector<std::vector<const Fact *>> &values)
{
    return values.size() <= 3 && std::all_of(values.begin(), values.end(), [](const auto &facts) {
        return factValue(*facts.front()).size() <= widestCell;
    });
}

} // namespace

QString factStatements(const Atlas &atlas, const std::vector<const Fact *> &facts)
{
    QStringList notes;
    for (const Fact *fact : facts)
        if (!notes.contains(fact->note))
            notes << fact->note;
    QStringList lines;
    for (const QString &note : notes) {
        QStringList sources;
        for (const Fact *fact : facts)
            if (const QString source = factSources(atlas, *fact); fact->note == note && !sources.contains(source))
                sources << source;
        lines << QStringLiteral("<span class=\"small\">%1</span>").arg(sources.join(QStringLiteral("; ")));
        if (!note.isEmpty())
            lines << HtmlWriter::span("small", note);
    }
    return lines.join(QStringLiteral("<br>"));
}

void writeFacts(HtmlWriter &html, const Atlas &atlas, const std::vector<FactGroup> &groups)
{
    for (const FactGroup &group : groups) {
        QString heading = HtmlWriter::escaped(describe::attribute(group.attribute));
        if (group.disagree)
            heading += QStringLiteral("&nbsp; ") + HtmlWriter::chip(tr("sources differ"), "warn");
        html.headingHtml(3, heading);
        const auto values = factsByValue(group.facts);
        if (group.disagree && fitsSideBySide(values))
            writeSideBySide(html, atlas, values);
        else
            writeStacked(html, atlas, values);
    }
}

QString recordLinks(const Atlas &atlas, const QStringList &records)
{
    QStringList links;
    for (const QString &id : records) {
        const Record *record = atlas.record(id);
        if (!record)
            continue;
        const QString text = record->shortCitation();
        links << (record->url().isEmpty() ? HtmlWriter::escaped(text) : HtmlWriter::link("record", id, text));
    }
    return links.join(QStringLiteral(", "));
}

QString factSources(const Atlas &atlas, const Fact &fact)
{
    QStringList parts;
    QStringList publishers;
    for (const QString &id : fact.sources)
        if (const Record *record = atlas.record(id))
            publishers << record->shortCitation();
    // "Reuters · Reuters, 2026-02-10" says the same thing twice.
    if (!fact.claimedBy.isEmpty() && !publishers.join(QLatin1Char(' ')).contains(fact.claimedBy))
        parts << HtmlWriter::escaped(tr("says %1").arg(fact.claimedBy));
    parts << recordLinks(atlas, fact.sources);
    if (!fact.asOf.isEmpty() && !publishers.join(QLatin1Char(' ')).contains(fact.asOf))
        parts << HtmlWriter::escaped(tr("as of %1").arg(fact.asOf));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace ca
