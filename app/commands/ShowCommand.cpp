// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/FactGroups.h"
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/AtlasJson.h"
#include "commands/Command.h"
#include "commands/ProjectAccess.h"
#include "commands/TextTable.h"
#include "project/MatchedAtlas.h"

#include <QJsonDocument>

namespace ca {

namespace {

QString dated(const QString &text, const QString &asOf)
{
    return asOf.isEmpty() ? text : tr("%1, as of %2").arg(text, asOf);
}

QString recordName(const Atlas &atlas, const QString &id)
{
    const Record *record = atlas.record(id);
    return record ? record->shortCitation() : id;
}

QString sourcesOf(const Atlas &atlas, const Fact &fact)
{
    QStringList names;
    for (const QString &source : fact.sources)
        names << recordName(atlas, source);
    return names.join(QStringLiteral("; "));
}

QString headSegment(const Atlas &atlas, const Segment &segment)
{
    QStringList modes, corridors;
    for (const Mode mode : segment.modes)
        modes << title(mode);
    for (const QString &corridor : atlas.corridorsOf(segment.id))
        corridors << atlas.displayName(corridor, NamePolicy::Neutral, QStringLiteral("en"));
    const CurrentStatus status = atlas.status(segment.id);
    TextTable head;
    head.addRow({tr("id"), segment.id});
    head.addRow({tr("from – to"), segment.from + QStringLiteral(" – ") + segment.to});
    head.addRow({tr("corridors"), corridors.isEmpty() ? tr("none") : corridors.join(QStringLiteral("; "))});
    head.addRow({tr("modes"), modes.join(QStringLiteral(", "))});
    head.addRow({tr("status"), dated(title(status.status), status.asOf)});
    head.addRow({tr("length"), tr("%1 km, measured along the line as drawn").arg(segment.lengthMetres / 1000, 0, 'f', 1)});
    for (const atlasjson::LengthComparison &length : atlasjson::lengthComparisons(atlas, segment))
        head.addRow({tr("published"), tr("%1 km (%2); the line differs by %3 %")
                                          .arg(QString::number(length.publishedKm, 'f', 1), sourcesOf(atlas, *length.fact),
                                               QString::asprintf("%+.1f", length.differencePercent))});
    head.addRow({tr("line"), title(segment.weakestPrecision())});
    if (!segment.note.isEmpty())
        head.addRow({tr("note"), segment.note});
    return head.text();
}

QString headSubject(const Atlas &atlas, const Subject &subject)
{
    TextTable head;
    head.addRow({tr("id"), subject.id});
    head.addRow({tr("kind"), title(subject.kind)});
    head.addRow({tr("title"), subject.title});
    if (subject.position.defined())
        head.addRow({tr("place"), tr("%1° N, %2° E").arg(subject.position.lat, 0, 'f', 4).arg(subject.position.lon, 0, 'f', 4)});
    if (!subject.note.isEmpty())
        head.addRow({tr("note"), subject.note});
    QString text = head.text();
    TextTable members({tr("SEGMENT"), tr("ROLE"), tr("STATUS"), tr("KM")}, {3});
    const std::vector<const CorridorMember *> rows = atlas.members(subject.id);
    for (const CorridorMember *member : rows) {
        const Segment *segment = atlas.segment(member->segment);
        members.addRow({member->segment, title(member->role), title(atlas.status(member->segment).status),
                        segment ? QString::number(segment->lengthMetres / 1000, 'f', 1) : QString()});
    }
    if (!rows.empty())
        text += u'\n' + tr("Segments (%1)").arg(rows.size()) + u'\n' + members.indented();
    return text;
}

QString factsText(const Atlas &atlas, const QString &id)
{
    const std::vector<const Fact *> facts = atlas.facts(id);
    TextTable table;
    for (const Fact *fact : facts) {
        QStringList behind;
        if (!fact->asOf.isEmpty())
            behind << fact->asOf;
        if (!fact->claimedBy.isEmpty())
            behind << fact->claimedBy;
        behind << tr("[%1]").arg(sourcesOf(atlas, *fact));
        table.addRow({fact->attribute, factValue(*fact).replace(QChar(0xa0), u' '), behind.join(QStringLiteral(", "))});
    }
    const QString heading = tr("Facts (%1)").arg(facts.size());
    return u'\n' + heading + u'\n' + table.indented();
}

QString passageText(const Atlas &atlas, const PassageLink &link)
{
    const Passage &passage = *link.passage;
    QStringList marks{tr("¶ %1").arg(passage.paragraph), title(passage.claim)};
    if (link.context)
        marks << tr("as context");
    if (link.wholeCorridor)
        marks << tr("speaks of the whole corridor: %1")
                     .arg(atlas.displayName(link.corridor, NamePolicy::Neutral, QStringLiteral("en")));
    QString text = QStringLiteral("    %1  %2\n").arg(passage.id, marks.join(QStringLiteral(", ")));
    text += QStringLiteral("      %1\n").arg(passage.paraphrase);
    text += tr("      from “%1” to “%2”").arg(passage.firstWords, passage.lastWords) + u'\n';
    for (const QString &id : passage.contradictedBy) {
        const Contradiction *contradiction = atlas.contradiction(id);
        text += tr("      other sources differ: %1").arg(contradiction ? contradiction->statement : id) + u'\n';
    }
    return text;
}

QString passagesText(const Atlas &atlas, const QString &id)
{
    const std::vector<PassageLink> links = atlas.passages(id);
    QString text = u'\n' + tr("Passages (%1)").arg(links.size()) + u'\n';
    if (links.empty())
        return text + tr("  No article speaks of it; the facts above have their own sources.") + u'\n';
    QString record;
    for (const PassageLink &link : links) {
        if (link.passage->record != record) {
            record = link.passage->record;
            const Record *cited = atlas.record(record);
            text += QStringLiteral("  %1\n").arg(cited ? cited->citation() : record);
        }
        text += passageText(atlas, link);
    }
    return text;
}

QString namesText(const Atlas &atlas, const QString &id)
{
    const std::vector<const Name *> names = atlas.names(id);
    if (names.empty())
        return {};
    TextTable table;
    for (const Name *name : names) {
        QStringList use;
        if (!name->usedBy.isEmpty())
            use << tr("used by %1").arg(name->usedBy);
        if (!name->avoidedBy.isEmpty())
            use << tr("avoided by %1").arg(name->avoidedBy);
        table.addRow({name->language, name->name, name->policy, use.join(QStringLiteral("; "))});
    }
    return u'\n' + tr("Names (%1)").arg(names.size()) + u'\n' + table.indented();
}

QString sheetText(const Atlas &atlas, const QString &id)
{
    const QString title = atlas.displayName(id, NamePolicy::Neutral, QStringLiteral("en"));
    const Segment *segment = atlas.segment(id);
    const QString head = segment ? headSegment(atlas, *segment) : headSubject(atlas, *atlas.subject(id));
    return title + u'\n' + head + factsText(atlas, id) + passagesText(atlas, id) + namesText(atlas, id);
}

QString linksText(const Project &project, const QString &id)
{
    const std::vector<ProjectLink> links = project.linksOfSubject(id);
    QString text = u'\n' + tr("Links of the project (%1)").arg(links.size()) + u'\n';
    for (const ProjectLink &link : links) {
        QStringList marks;
        if (link.claim)
            marks << title(*link.claim);
        if (link.context)
            marks << tr("as context");
        marks << dated(link.author, link.created.toString(QStringLiteral("yyyy-MM-dd")));
        text += QStringLiteral("  %1  %2\n").arg(sourceText(project, link), marks.join(QStringLiteral(", ")));
        if (const ProjectPassage *passage = project.passage(link.passage))
            text += tr("    “%1”").arg(passage->original.anchor.exact.simplified()) + u'\n';
        if (!link.note.isEmpty())
            text += QStringLiteral("    %1\n").arg(link.note.simplified());
    }
    return text;
}

QJsonArray linksJson(const Project &project, const QString &id)
{
    QJsonArray links;
    for (const ProjectLink &link : project.linksOfSubject(id))
        links.append(linkJson(project, link));
    return links;
}

int printSheet(const Atlas &atlas, const QString &id, const Project *project, bool json, CommandIo &io)
{
    if (!json) {
        io.out << sheetText(atlas, id) << (project ? linksText(*project, id) : QString());
        return ExitDone;
    }
    QJsonObject sheet = atlasjson::sheet(atlas, id);
    if (project)
        sheet.insert(QStringLiteral("links"), linksJson(*project, id));
    io.out << QString::fromUtf8(QJsonDocument(sheet).toJson());
    return ExitDone;
}

int runShow(const CommandLine &line, CommandIo &io)
{
    if (line.words().isEmpty())
        return io.badUsage(tr("show: which one? corridor-atlas show ID|NAME"));
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    const Result<QString> id = resolveOne(**atlas, line.words().front(), Wanted::Anything);
    if (!id)
        return io.failed(id.error().text());
    const bool json = line.has(QStringLiteral("--json"));
    if (!line.has(QStringLiteral("--project")))
        return printSheet(**atlas, *id, nullptr, json, io);
    const Result<std::unique_ptr<OpenedProject>> opened = openProject(line);
    if (!opened)
        return io.failed(opened.error().text());
    for (const QString &warning : opened.warnings())
        io.note(warning);
    return printSheet(*withMatches(*atlas, (*opened)->project->matches()), *id, (*opened)->project.get(), json, io);
}

} // namespace

const Command &showCommand()
{
    static const Command command{QStringLiteral("show"), QStringLiteral("ID|NAME"), 1,
                                 tr("one segment, corridor or other subject with its facts, passages and names"),
                                 {jsonOption(), atlasOption(), projectOption()}, false, runShow};
    return command;
}

} // namespace ca
