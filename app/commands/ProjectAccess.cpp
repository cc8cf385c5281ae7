// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/ProjectAccess.h"

#include "base/Tr.h"
#include "commands/AtlasJson.h"
#include "project/MatchedAtlas.h"
#include "project/ProjectWords.h"

#include <QJsonArray>

namespace ca {

namespace {

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject anchorJson(const PassagePlace &place)
{
    return {{QStringLiteral("exact"), place.anchor.exact},
            {QStringLiteral("prefix"), place.anchor.prefix},
            {QStringLiteral("suffix"), place.anchor.suffix},
            {QStringLiteral("start"), place.anchor.start < 0 ? QJsonValue() : QJsonValue(place.anchor.start)},
            {QStringLiteral("end"), place.anchor.end < 0 ? QJsonValue() : QJsonValue(place.anchor.end)},
            {QStringLiteral("normalisation"), place.anchor.normalisation},
            {QStringLiteral("document_sha256"), atlasjson::orNull(place.documentSha256)},
            {QStringLiteral("text_sha256"), atlasjson::orNull(place.textSha256)}};
}

QJsonObject passageJson(const ProjectPassage &passage)
{
    return {{QStringLiteral("id"), passage.id},
            {QStringLiteral("source"), passage.source},
            {QStringLiteral("url"), atlasjson::orNull(passage.sourceUrl)},
            {QStringLiteral("archive_url"), atlasjson::orNull(passage.archiveUrl)},
            {QStringLiteral("retrieved"), atlasjson::orNull(passage.retrieved)},
            {QStringLiteral("original"), anchorJson(passage.original)},
            {QStringLiteral("present"), anchorJson(passage.present)},
            {QStringLiteral("verdict"), passage.check.verdict ? QJsonValue(verdictId(*passage.check.verdict)) : QJsonValue()},
            {QStringLiteral("author"), atlasjson::orNull(passage.author)},
            {QStringLiteral("created"), timeJson(passage.created)}};
}

} // namespace

OptionSpec projectOption()
{
    return {QStringLiteral("--project"), QStringLiteral("FILE"), tr("the project (.catlas) whose links, views and lines from OpenStreetMap count")};
}

Result<std::unique_ptr<OpenedProject>> openProject(const CommandLine &line)
{
    auto opened = std::make_unique<OpenedProject>();
    opened->project = std::make_unique<Project>(opened->folder.path());
    const Result<Done> done = opened->project->open(line.value(QStringLiteral("--project")));
    if (!done)
        return done.error();
    Result<std::unique_ptr<OpenedProject>> result(std::move(opened));
    result.warn(done.warnings());
    return result;
}

Result<std::shared_ptr<const Atlas>> drawnAtlas(const std::shared_ptr<const Atlas> &atlas, const CommandLine &line)
{
    if (!line.has(QStringLiteral("--project")))
        return atlas;
    const Result<std::unique_ptr<OpenedProject>> opened = openProject(line);
    if (!opened)
        return opened.error();
    Result<std::shared_ptr<const Atlas>> drawn(withMatches(atlas, (*opened)->project->matches()));
    return std::move(drawn.warn(opened.warnings()));
}

QJsonObject linkJson(const Project &project, const ProjectLink &link)
{
    const ProjectPassage *passage = project.passage(link.passage);
    const QJsonObject of = passage ? passageJson(*passage)
                                   : QJsonObject{{QStringLiteral("id"), link.passage}, {QStringLiteral("atlas"), true}};
    const bool suggested = link.origin == LinkOrigin::Suggested;
    return {{QStringLiteral("id"), link.id},
            {QStringLiteral("subject"), link.subject},
            {QStringLiteral("role"), roleId(link.context)},
            {QStringLiteral("claim"), link.claim ? QJsonValue(toId(*link.claim)) : QJsonValue()},
            {QStringLiteral("note"), atlasjson::orNull(link.note)},
            {QStringLiteral("author"), atlasjson::orNull(link.author)},
            {QStringLiteral("created"), timeJson(link.created)},
            {QStringLiteral("modified"), timeJson(link.modified)},
            {QStringLiteral("origin"), originId(link.origin)},
            {QStringLiteral("score"), suggested ? QJsonValue(link.score) : QJsonValue()},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(link.reasons)},
            {QStringLiteral("passage"), of}};
}

QJsonObject viewJson(const ProjectView &view)
{
    return {{QStringLiteral("id"), view.id},
            {QStringLiteral("name"), view.name},
            {QStringLiteral("as_of"), atlasjson::orNull(view.view.asOf)},
            {QStringLiteral("title"), atlasjson::orNull(view.view.figure.title)},
            {QStringLiteral("preset"), atlasjson::orNull(view.view.figure.preset)},
            {QStringLiteral("author"), atlasjson::orNull(view.author)},
            {QStringLiteral("created"), timeJson(view.created)},
            {QStringLiteral("modified"), timeJson(view.modified)},
            {QStringLiteral("view"), view.view.toJson()}};
}

QString sourceText(const Project &project, const ProjectLink &link)
{
    const ProjectPassage *passage = project.passage(link.passage);
    if (!passage)
        return link.passage;
    const QString title = passage->source.value(QStringLiteral("title")).toString();
    if (!title.isEmpty() || !passage->sourceUrl.isEmpty() || passage->source.isEmpty())
        return title.isEmpty() ? passage->sourceUrl : title;
    return Record{{}, passage->source}.shortCitation();  // an untitled article without an address
}

} // namespace ca
