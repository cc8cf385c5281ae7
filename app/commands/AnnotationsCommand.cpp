// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "citation/WebAnnotation.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "commands/LibraryAccess.h"
#include "commands/ProjectAccess.h"
#include "project/AuthorName.h"
#include "sharing/LibraryCopies.h"
#include "sharing/SharedPassages.h"
#include "sharing/WholeFile.h"

#include <QFileInfo>

namespace ca {

namespace {

void note(const QStringList &warnings, CommandIo &io)
{
    for (const QString &warning : warnings)
        io.note(warning);
}

int exportAll(const CommandLine &line, const Project &project, const Atlas &atlas, CommandIo &io)
{
    const Result<std::unique_ptr<Library>> library = openGivenLibrary(line);
    if (!library)
        return io.failed(library.error().text());
    LibraryCopies copies(library->get());
    std::vector<PassageWithLinks> shared = sharedPassages(project);
    completeFromAtlas(shared, atlas, copies);
    const Result<QByteArray> json = annotationFile(shared);
    if (!json)
        return io.failed(json.error().text());
    note(json.warnings(), io);
    const QString out = line.value(QStringLiteral("--out"));
    if (out.isEmpty()) {
        io.out << QString::fromUtf8(*json);
        return ExitDone;
    }
    const Result<Done> written = writeWhole(out, *json);
    if (!written)
        return io.failed(written.error().text());
    io.out << tr("%1 written").arg(out) << '\n';
    return ExitDone;
}

int importAll(const QString &file, const QString &target, Project &project, const Atlas &atlas, CommandIo &io)
{
    const Result<QByteArray> json = readWhole(file, webannotation::maxBytes);
    if (!json)
        return io.failed(json.error().text());
    const Result<std::vector<PassageWithLinks>> passages = readAnnotationFile(*json, &atlas);
    if (!passages)
        return io.failed(tr("%1: %2").arg(file, passages.error().text()));
    note(passages.warnings(), io);
    const Result<Project::Imported> count = importShared(project, *passages);
    if (!count)
        return io.failed(count.error().text());
    const bool isNew = project.file().isEmpty();
    const Result<Done> saved = isNew ? project.saveAs(target) : project.isModified() ? project.save() : Result<Done>(Done{});
    project.discard();  // saved, or told that it was not: nothing is left to recover
    if (!saved)
        return io.failed(saved.error().text());
    note(saved.warnings(), io);
    io.out << (isNew ? tr("%1: new project. %2") : tr("%1: %2")).arg(target, importedText(*count)) << '\n';
    return ExitDone;
}

int runAnnotations(const CommandLine &line, CommandIo &io)
{
    const QString file = line.value(QStringLiteral("--project"));
    const bool imports = line.has(QStringLiteral("--in"));
    if (file.isEmpty())
        return io.badUsage(tr("annotations: of which project? --project FILE"));
    if (imports && (line.has(QStringLiteral("--out")) || line.has(QStringLiteral("--library"))))
        return io.badUsage(tr("annotations: --in goes with neither --out nor --library"));
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    if (imports && !QFileInfo::exists(file)) {
        const QTemporaryDir folder;
        Project project(folder.path());
        project.setAuthor(authorName());
        return importAll(line.value(QStringLiteral("--in")), file, project, **atlas, io);
    }
    const Result<std::unique_ptr<OpenedProject>> opened = openProject(line);
    if (!opened)
        return io.failed(opened.error().text());
    note(opened.warnings(), io);
    Project &project = *(*opened)->project;
    project.setAuthor(authorName());
    return imports ? importAll(line.value(QStringLiteral("--in")), file, project, **atlas, io) : exportAll(line, project, **atlas, io);
}

} // namespace

const Command &annotationsCommand()
{
    static const Command command{
        QStringLiteral("annotations"), {}, 0, tr("a project's passages and links as W3C Web Annotations (JSON-LD), out and in"),
        {{QStringLiteral("--project"), QStringLiteral("FILE"), tr("the project (.catlas); with --in made where there is none")},
         {QStringLiteral("--out"), QStringLiteral("FILE"), tr("the file to write (default: print)")},
         {QStringLiteral("--in"), QStringLiteral("FILE"), tr("add what is in this file to the project and save it")},
         {QStringLiteral("--library"), QStringLiteral("FILE"), tr("take the words of linked passages of the atlas from this library")},
         atlasOption()},
        false, runAnnotations};
    return command;
}

} // namespace ca
