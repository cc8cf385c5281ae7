// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/SheetHtml.h"

#include "base/Tr.h"
#include "panels/Describe.h"
#include "panels/FactsHtml.h"
#include "panels/HtmlWriter.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace ca {

namespace {

struct Sheet {
    const Atlas &atlas;
    NamePolicy policy;
    QString language;
    HtmlWriter html;

    [[nodiscard]] QString name(const QString &id) const { return atlas.displayName(id, policy, language); }
};

QString joinedLinks(const Sheet &sheet, const QStringList &ids)
{
    QStringList links;
    for (const QString &id : ids)
        links << HtmlWriter::link("subject", id, sheet.name(id));
    return links.join(QStringLiteral(" · "));
}

void writeStatus(Sheet &sheet, const QString &id)
{
    const CurrentStatus status = sheet.atlas.status(id);
    QString line = HtmlWriter::chip(title(status.status), status.status == Status::Operating ? "note" : "chip");
    if (!status.asOf.isEmpty())
        line += QStringLiteral(" ") + HtmlWriter::span("muted", tr("as of %1").arg(status.asOf));
    if (status.fact)
        line += QStringLiteral(" <span class=\"small\">· %1</span>")
                    .arg(recordLinks(sheet.atlas, status.fact->sources));
    else
        line += QStringLiteral(" ") + HtmlWriter::span("small", tr("no source gives a status"));
    sheet.html.open("p").html(line).close("p");
}

QString usage(const Name &name)
{
    QStringList parts;
    if (!name.usedBy.isEmpty())
        parts << tr("used by %1").arg(name.usedBy);
    if (!name.avoidedBy.isEmpty())
        parts << tr("avoided by %1").arg(name.avoidedBy);
    if (!name.from.isEmpty())
        parts << tr("since %1").arg(name.from);
    return parts.join(QStringLiteral("; "));
}

void writeNames(Sheet &sheet, const QString &id)
{
    std::vector<const Name *> shown;
    for (const Name *name : sheet.atlas.names(id))
        if (name->policy != QLatin1String("search"))
            shown.push_back(name);
    if (shown.empty())
        return;
    sheet.html.heading(2, tr("Names, and who uses them"));
    sheet.html.html(QStringLiteral("<table cellspacing=\"0\" cellpadding=\"0\">"));
    for (const Name *name : shown) {
        const QString source = recordLinks(sheet.atlas, {name->source});
        sheet.html.html(QStringLiteral("<tr><td>%1<br><span class=\"small\">%2</span></td><td class=\"small\">%3%4</td></tr>")
                            .arg(HtmlWriter::span("value", name->name),
                                 HtmlWriter::escaped(describe::language(name->language)),
                                 HtmlWriter::escaped(usage(*name)),
                                 source.isEmpty() ? QString() : QStringLiteral("<br>") + source));
    }
    sheet.html.html(QStringLiteral("</table>"));
}

/// Kilometres of a published length: the number its value begins with; 0 where it begins with none.
double publishedKilometres(const Fact &fact)
{
    static const QRegularExpression number(QStringLiteral("^[^0-9]{0,4}([0-9]+(?:\\.[0-9]+)?)"));
    const auto match = number.match(fact.value);
    if (!match.hasMatch() || (!fact.unit.isEmpty() && fact.unit != QLatin1String("km")))
        return 0;
    return match.captured(1).toDouble();
}

QString difference(double measuredKm, double publishedKm)
{
    const double km = measuredKm - publishedKm;
    const QChar sign = km < 0 ? QChar(0x2212) : QLatin1Char('+');
    return QStringLiteral("%1%2 km (%1%3 %)")
        .arg(sign)
        .arg(QString::number(std::abs(km), 'f', 1), QString::number(std::abs(km) / publishedKm * 100, 'f', 1));
}

void writeLength(Sheet &sheet, const Segment &segment)
{
    const double measured = segment.lengthMetres / 1000;
    const auto published = sheet.atlas.publishedLengths(segment.id);
    QString heading = HtmlWriter::escaped(tr("Length"));
    if (factsByValue(published).size() > 1)
        heading += QStringLiteral("&nbsp; ") + HtmlWriter::chip(tr("sources differ"), "warn");
    sheet.html.headingHtml(2, heading);
    sheet.html.open("p")
        .html(HtmlWriter::span("value", tr("%1 km").arg(QString::number(measured, 'f', 1))))
        .html(QStringLiteral(" ") + HtmlWriter::span("muted", tr("measured on the ellipsoid along the line as drawn")))
        .close("p");
    if (published.empty()) {
        sheet.html.paragraph(tr("No published length is known."), "small");
        return;
    }
    sheet.html.html(QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">"));
    for (const auto &facts : factsByValue(published)) {
        const double km = publishedKilometres(*facts.front());
        sheet.html.html(QStringLiteral("<tr><td>%1<br>%2</td><td align=\"right\" class=\"small\">%3</td></tr>")
                            .arg(HtmlWriter::span("value", factValue(*facts.front())),
                                 factStatements(sheet.atlas, facts),
                                 km > 0 ? HtmlWriter::escaped(tr("drawn line:\n%1").arg(difference(measured, km)))
                                              .replace(QLatin1Char('\n'), QLatin1String("<br>"))
                                        : QString()));
    }
    sheet.html.html(QStringLiteral("</table>"));
}

void writePrecision(Sheet &sheet, const Segment &segment)
{
    sheet.html.heading(2, tr("How well the line is known"));
    for (const describe::PrecisionShare &share : describe::precisionShares(segment)) {
        const QString percent = tr("%1 % %2").arg(QString::number(std::round(share.share * 100)), title(share.precision));
        sheet.html.open("p")
            .html(HtmlWriter::span("value", percent))
            .html(QStringLiteral(" ") + HtmlWriter::span("muted", describe::precisionNote(share.precision)))
            .close("p");
    }
    QMap<QString, int> legs;
    for (const Leg &leg : segment.legs)
        ++legs[leg.provenance];
    QStringList origins;
    for (auto it = legs.cbegin(); it != legs.cend(); ++it)
        origins << describe::provenance(it.key());
    sheet.html.paragraph(tr("Geometry from: %1.").arg(origins.join(QStringLiteral(", "))), "small");
    QStringList told;
    for (const Leg &leg : segment.legs) {
        if (leg.note.isEmpty() || told.contains(leg.note))
            continue;
        told << leg.note;
        const QString error = leg.errorMetres ? tr(" Guessed error: %1.").arg(describe::kilometres(*leg.errorMetres))
                                              : QString();
        sheet.html.paragraph(leg.note + error, "small");
    }
}

void writeFactsOf(Sheet &sheet, const QString &id, bool withoutLength)
{
    std::vector<const Fact *> facts = sheet.atlas.facts(id);
    if (withoutLength)
        std::erase_if(facts, [](const Fact *fact) { return fact->attribute == QLatin1String("length"); });
    if (facts.empty())
        return;
    sheet.html.heading(2, tr("Facts and their sources"));
    writeFacts(sheet.html, sheet.atlas, groupFacts(facts));
}

void writeSegment(Sheet &sheet, const Segment &segment)
{
    sheet.html.heading(1, sheet.name(segment.id));
    const QString ends = tr("%1 – %2").arg(segment.from, segment.to);
    if (ends != sheet.name(segment.id))
        sheet.html.paragraph(ends, "lead");
    sheet.html.open("p")
        .html(HtmlWriter::span("muted", describe::modes(segment) + QStringLiteral(" · ")))
        .html(joinedLinks(sheet, sheet.atlas.corridorsOf(segment.id)))
        .close("p");
    writeStatus(sheet, segment.id);
    if (!segment.note.isEmpty())
        sheet.html.paragraph(segment.note);
    writeLength(sheet, segment);
    writeFactsOf(sheet, segment.id, true);
    writeNames(sheet, segment.id);
    writePrecision(sheet, segment);
}

void writeMembers(Sheet &sheet, const QString &corridor)
{
    const auto members = sheet.atlas.members(corridor);
    if (members.empty())
        return;
    double metres = 0;
    for (const CorridorMember *member : members)
        if (const Segment *segment = sheet.atlas.segment(member->segment); segment && member->role == Role::Main)
            metres += segment->lengthMetres;
    sheet.html.heading(2, tr("Segments"));
    sheet.html.paragraph(tr("Main line: %1 as drawn, measured on the ellipsoid.").arg(describe::kilometres(metres)), "small");
    for (const CorridorMember *member : members) {
        const Segment *segment = sheet.atlas.segment(member->segment);
        if (!segment)
            continue;
        QStringList details{describe::kilometres(segment->lengthMetres),
                            describe::status(sheet.atlas.status(segment->id))};
        if (member->role != Role::Main)
            details.prepend(title(member->role));
        sheet.html.open("p")
            .html(HtmlWriter::link("subject", segment->id, sheet.name(segment->id)) + QStringLiteral("<br>"))
            .html(HtmlWriter::span("small", details.join(QStringLiteral(" · "))))
            .close("p");
    }
}

void writeSubject(Sheet &sheet, const Subject &subject)
{
    sheet.html.heading(1, sheet.name(subject.id));
    QString line = HtmlWriter::span("muted", title(subject.kind));
    if (subject.position.defined())
        line += HtmlWriter::span("muted", QStringLiteral(" · ") + describe::coordinates(subject.position));
    sheet.html.open("p").html(line).close("p");
    if (!sheet.atlas.members(subject.id).empty() && sheet.atlas.status(subject.id).fact)
        writeStatus(sheet, subject.id);
    if (!subject.note.isEmpty())
        sheet.html.paragraph(subject.note, "lead");
    if (const QString source = recordLinks(sheet.atlas, {subject.source}); !source.isEmpty())
        sheet.html.open("p", "small").html(HtmlWriter::escaped(tr("Source: ")) + source).close("p");
    if (subject.kind != SubjectKind::Corridor && !subject.position.defined())
        sheet.html.paragraph(tr("Has no one place and therefore no symbol on the map."), "small");
    else if (!subject.coordSource.isEmpty())
        sheet.html.paragraph(tr("Place on the map: %1.").arg(subject.coordSource), "small");
    writeMembers(sheet, subject.id);
    writeFactsOf(sheet, subject.id, false);
    writeNames(sheet, subject.id);
}

} // namespace

QString sheetHtml(const Atlas &atlas, const QString &id, NamePolicy policy, const QString &language)
{
    Sheet sheet{atlas, policy, language, {}};
    if (const Segment *segment = atlas.segment(id))
        writeSegment(sheet, *segment);
    else if (const Subject *subject = atlas.subject(id))
        writeSubject(sheet, *subject);
    return sheet.html.text();
}

} // namespace ca
