// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/FactGroups.h"
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/AtlasJson.h"
#include "commands/Command.h"
#include "commands/ProjectAccess.h"
#include "commands/TextTable.h"
#include "library/Library.h"
#include "window/AtlasLocation.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace ca {

namespace {

/// A list both as JSON and as a table; only one of the two is asked for.
struct Listing {
    QJsonArray json;
    TextTable table;
};

QString kilometres(const QJsonObject &row)
{
    return QString::number(row.value(QStringLiteral("length_km")).toDouble(), 'f', 1);
}

QString count(const QJsonObject &row, const char *key)
{
    return QString::number(row.value(QLatin1String(key)).toInt());
}

QString cellText(const QJsonObject &row, const char *key)
{
    return row.value(QLatin1String(key)).toString();
}

QString statusText(const CurrentStatus &status)
{
    return status.asOf.isEmpty() ? title(status.status) : tr("%1 (%2)").arg(title(status.status), status.asOf);
}

Listing segments(const Atlas &atlas)
{
    Listing list{{}, TextTable({tr("ID"), tr("FROM – TO"), tr("MODE"), tr("STATUS"), tr("KM"), tr("LINE"), tr("FACTS"),
                                tr("PASSAGES"), tr("CORRIDORS")}, {4, 6, 7})};
    for (const Segment &segment : atlas.data().segments) {
        const QJsonObject row = atlasjson::segment(atlas, segment);
        list.json.append(row);
        list.table.addRow({segment.id, segment.from + QStringLiteral(" – ") + segment.to, title(segment.mainMode()),
                           statusText(atlas.status(segment.id)), kilometres(row), cellText(row, "precision"),
                           count(row, "facts"), count(row, "passages"),
                           atlas.corridorsOf(segment.id).join(QStringLiteral(", "))});
    }
    return list;
}

Listing corridors(const Atlas &atlas)
{
    Listing list{{}, TextTable({tr("ID"), tr("NAME"), tr("SEGMENTS"), tr("MAIN LINE, KM"), tr("FACTS"), tr("PASSAGES")},
                               {2, 3, 4, 5})};
    for (const Subject *corridor : atlas.corridors()) {
        const QJsonObject row = atlasjson::corridor(atlas, *corridor);
        list.json.append(row);
        list.table.addRow({corridor->id, cellText(row, "name"),
                           QString::number(row.value(QStringLiteral("segments")).toArray().size()), kilometres(row),
                           count(row, "facts"), count(row, "passages")});
    }
    return list;
}

Listing facts(const Atlas &atlas)
{
    Listing list{{}, TextTable({tr("ID"), tr("SUBJECT"), tr("ATTRIBUTE"), tr("AS OF"), tr("SOURCE"), tr("VALUE")})};
    for (const Fact &fact : atlas.data().facts) {
        list.json.append(atlasjson::fact(fact));
        list.table.addRow({fact.id, fact.subject, fact.attribute, fact.asOf, fact.sources.join(u';'),
                           factValue(fact).replace(QChar(0xa0), u' ')});
    }
    return list;
}

Listing passages(const Atlas &atlas)
{
    Listing list{{}, TextTable({tr("ID"), tr("ARTICLE"), tr("¶"), tr("CLAIM"), tr("WHAT IT SAYS")}, {2})};
    for (const Passage &passage : atlas.data().passages) {
        list.json.append(atlasjson::passage(passage));
        list.table.addRow({passage.id, passage.record, QString::number(passage.paragraph), title(passage.claim),
                           passage.paraphrase});
    }
    return list;
}

Listing subjects(const Atlas &atlas)
{
    Listing list{{}, TextTable({tr("ID"), tr("KIND"), tr("FACTS"), tr("PASSAGES"), tr("TITLE")}, {2, 3})};
    for (const Subject &subject : atlas.data().subjects) {
        const QJsonObject row = atlasjson::subject(atlas, subject);
        list.json.append(row);
        list.table.addRow({subject.id, title(subject.kind), count(row, "facts"), count(row, "passages"), subject.title});
    }
    return list;
}

Listing documents(const std::vector<Document> &held)
{
    Listing list{{}, TextTable({tr("ID"), tr("FILE"), tr("RECORD"), tr("ADDED"), tr("TITLE")}, {0})};
    for (const Document &document : held) {
        list.json.append(QJsonObject{{QStringLiteral("id"), document.id},
                                     {QStringLiteral("file"), document.fileName},
                                     {QStringLiteral("path"), document.path},
                                     {QStringLiteral("title"), atlasjson::orNull(document.title)},
                                     {QStringLiteral("sha256"), document.sha256},
                                     {QStringLiteral("record"), atlasjson::orNull(document.record)},
                                     {QStringLiteral("added"), document.added.toString(Qt::ISODate)}});
        list.table.addRow({QString::number(document.id), document.fileName, document.record,
                           document.added.toString(Qt::ISODate), document.title});
    }
    return list;
}

int print(const Listing &list, const CommandLine &line, CommandIo &io)
{
    if (line.has(QStringLiteral("--json")))
        io.out << QString::fromUtf8(QJsonDocument(list.json).toJson());
    else if (list.json.isEmpty())
        io.out << tr("none") << '\n';
    else
        io.out << list.table.text();
    return ExitDone;
}

int listDocuments(const CommandLine &line, CommandIo &io)
{
    const QString given = line.value(QStringLiteral("--library"));
    const QString file = given.isEmpty() ? defaultLibraryFile() : given;
    if (!QFileInfo::exists(file)) {
        if (!given.isEmpty())
            return io.failed(tr("there is no library %1").arg(file));
        return print(documents({}), line, io);  // nothing was ever added; looking must not make a library
    }
    const Result<std::unique_ptr<Library>> library = Library::open(file);
    if (!library)
        return io.failed(library.error().text());
    return print(documents((*library)->documents()), line, io);
}

Listing links(const Project &project)
{
    Listing list{{}, TextTable({tr("SUBJECT"), tr("ROLE"), tr("CLAIM"), tr("AUTHOR"), tr("CREATED"), tr("SOURCE"), tr("NOTE")})};
    for (const ProjectLink &link : project.links()) {
        const QJsonObject row = linkJson(project, link);
        list.json.append(row);
        list.table.addRow({link.subject, cellText(row, "role"), cellText(row, "claim"), link.author, link.created.toString(Qt::ISODate),
                           sourceText(project, link).simplified(), link.note.simplified()});
    }
    return list;
}

Listing views(const Project &project)
{
    Listing list{{}, TextTable({tr("NAME"), tr("AS OF"), tr("PAGE"), tr("MODIFIED"), tr("TITLE")})};
    for (const ProjectView &view : project.views()) {
        const FigureSpec &figure = view.view.figure;
        list.json.append(viewJson(view));
        list.table.addRow({view.name, view.view.asOf, figure.preset, view.modified.toString(Qt::ISODate), figure.title.simplified()});
    }
    return list;
}

int listOfProject(const QString &what, const CommandLine &line, CommandIo &io)
{
    if (!line.has(QStringLiteral("--project")))
        return io.badUsage(tr("list: %1 are those of a project: list %1 --project FILE").arg(what));
    const Result<std::unique_ptr<OpenedProject>> opened = openProject(line);
    if (!opened)
        return io.failed(opened.error().text());
    for (const QString &warning : opened.warnings())
        io.note(warning);
    const Project &project = *(*opened)->project;
    return print(what == QLatin1String("views") ? views(project) : links(project), line, io);
}

int runList(const CommandLine &line, CommandIo &io)
{
    static const QHash<QString, Listing (*)(const Atlas &)> lists{
        {QStringLiteral("segments"), segments}, {QStringLiteral("corridors"), corridors}, {QStringLiteral("facts"), facts},
        {QStringLiteral("passages"), passages}, {QStringLiteral("subjects"), subjects}};
    const QString what = line.words().value(0, QStringLiteral("segments"));
    const bool ofLibrary = what == QLatin1String("documents");
    const bool ofProject = what == QLatin1String("links") || what == QLatin1String("views");
    if (!ofLibrary && !ofProject && !lists.contains(what))
        return io.badUsage(tr("list: “%1” is not one of segments, corridors, facts, passages, documents, links, views, subjects").arg(what));
    if (!ofLibrary && line.has(QStringLiteral("--library")))
        return io.badUsage(tr("list: --library only goes with documents"));
    if (!ofProject && line.has(QStringLiteral("--project")))
        return io.badUsage(tr("list: --project only goes with links and views"));
    if (ofLibrary)
        return listDocuments(line, io);
    if (ofProject)
        return listOfProject(what, line, io);
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    return print(lists.value(what)(**atlas), line, io);
}

} // namespace

const Command &listCommand()
{
    static const Command command{
        QStringLiteral("list"), QStringLiteral("[segments|corridors|facts|passages|documents|links|views|subjects]"), 1,
        tr("what the atlas, the library and a project hold"),
        {jsonOption(), atlasOption(),
         {QStringLiteral("--library"), QStringLiteral("FILE"), tr("the library whose documents are listed")},
         projectOption()},
        false, runList};
    return command;
}

} // namespace ca
