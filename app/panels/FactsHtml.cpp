// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FactsHtml.h"

#include "panels/Describe.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace ca {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FactsHtml", text);
}

const QStringList &attributeOrder()
{
    static const QStringList order{
        QStringLiteral("status"), QStringLiteral("progress"), QStringLiteral("start"), QStringLiteral("completion"),
        QStringLiteral("opening"), QStringLiteral("length"), QStringLiteral("capacity"), QStringLiteral("volume"),
        QStringLiteral("transit-time"), QStringLiteral("gauge"), QStringLiteral("tracks"),
        QStringLiteral("electrification"), QStringLiteral("diameter"), QStringLiteral("depth"),
        QStringLiteral("operator"), QStringLiteral("owner"), QStringLiteral("stake"), QStringLiteral("lease"),
        QStringLiteral("cost"), QStringLiteral("contractor"), QStringLiteral("stations"), QStringLiteral("route"),
        QStringLiteral("source-of-name"), QStringLiteral("event"), QStringLiteral("other")};
    return order;
}

/// Attributes whose rows are separate statements, not answers to one question.
bool isFreeText(const QString &attribute)
{
    static const QSet<QString> words{QStringLiteral("event"), QStringLiteral("other"), QStringLiteral("route"),
                                     QStringLiteral("stations"), QStringLiteral("contractor")};
    return words.contains(attribute);
}

/// Attributes that change with time: another date with another value is a history, not a quarrel.
bool isHistory(const QString &attribute)
{
    static const QSet<QString> words{QStringLiteral("status"), QStringLiteral("progress"), QStringLiteral("volume")};
    return words.contains(attribute);
}

bool disagreement(const FactGroup &group)
{
    if (isFreeText(group.attribute))
        return false;
    for (std::size_t a = 0; a < group.facts.size(); ++a) {
        for (std::size_t b = a + 1; b < group.facts.size(); ++b) {
            const Fact &one = *group.facts[a];
            const Fact &other = *group.facts[b];
            const bool sameMatter = one.unit == other.unit && one.note == other.note;
            const bool later = isHistory(group.attribute) && one.asOf != other.asOf;
            if (sameMatter && !later && factValue(one) != factValue(other))
                return true;
        }
    }
    return false;
}

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
constexpr int widest = 22;

bool fitsSideBySide(const std::vector<std::vector<const Fact *>> &values)
{
    return values.size() <= 3 && std::all_of(values.begin(), values.end(), [](const auto &facts) {
        return factValue(*facts.front()).size() <= widest;
    });
}

} // namespace

QString factValue(const Fact &fact)
{
    return fact.unit.isEmpty() ? fact.value : fact.value + QChar(0xa0) + fact.unit;
}

std::vector<std::vector<const Fact *>> factsByValue(const std::vector<const Fact *> &facts)
{
    std::vector<std::vector<const Fact *>> values;
    for (const Fact *fact : facts) {
        const auto same = std::find_if(values.begin(), values.end(), [fact](const auto &value) {
            return factValue(*value.front()) == factValue(*fact);
        });
        if (same == values.end())
            values.push_back({fact});
        else
            same->push_back(fact);
    }
    return values;
}

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

std::vector<FactGroup> groupFacts(const std::vector<const Fact *> &facts)
{
    std::vector<FactGroup> groups;
    for (const Fact *fact : facts) {
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [fact](const FactGroup &g) { return g.attribute == fact->attribute; });
        if (group == groups.end())
            group = groups.insert(groups.end(), FactGroup{fact->attribute, {}, false});
        group->facts.push_back(fact);
    }
    for (FactGroup &group : groups) {
        std::stable_sort(group.facts.begin(), group.facts.end(),
                         [](const Fact *a, const Fact *b) { return a->asOf > b->asOf; });
        group.disagree = disagreement(group);
    }
    const auto rank = [](const FactGroup &group) {
        const auto at = attributeOrder().indexOf(group.attribute);
        return at < 0 ? attributeOrder().size() : at;
    };
    std::stable_sort(groups.begin(), groups.end(),
                     [rank](const FactGroup &a, const FactGroup &b) { return rank(a) < rank(b); });
    return groups;
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
