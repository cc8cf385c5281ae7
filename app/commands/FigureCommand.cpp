// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "commands/FigureOptions.h"
#include "commands/FigureSubject.h"
#include "commands/Interrupt.h"
#include "commands/LibraryAccess.h"
#include "commands/ProjectAccess.h"
#include "figure/FigurePresets.h"
#include "figures/BatchPlan.h"
#include "figures/FigureBatch.h"
#include "figures/OwnPassages.h"
#include "map/Fonts.h"
#include "sharing/LibraryCopies.h"
#include "project/MatchedAtlas.h"
#include "store/AtlasFile.h"
#include "window/AtlasLocation.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ca {

namespace {

/// All that figures are made of.
struct Given {
    FigureOptions options;
    QString atlasFile;
    std::shared_ptr<const Atlas> atlas;
    std::unique_ptr<OpenedProject> project;  ///< null = none
    FigureCheckInput checked;
};

void noteAll(const QStringList &warnings, CommandIo &io)
{
    for (const QString &warning : warnings)
        io.note(warning);
}

/// How the library's copies have the bundled passages.
std::optional<Error> readVerdicts(const CommandLine &line, Given &given)
{
    const Result<std::unique_ptr<Library>> library = openGivenLibrary(line);
    if (!library)
        return library.error();
    if (!*library || !given.options.check)
        return std::nullopt;
    LibraryCopies copies(library->get());
    for (const Passage &passage : given.atlas->data().passages) {
        const FoundInCopy found = copies.bundled(passage);
        if (found.copy)
            given.checked.verdicts.insert(passage.id, found.verdict);
    }
    return std::nullopt;
}

Result<Given> gather(const CommandLine &line, const FigureOptions &options, CommandIo &io)
{
    Given given;
    given.options = options;
    given.atlasFile = options.atlasIsWord ? findAtlasFile() : atlasFileFor(line);
    const Result<std::shared_ptr<const Atlas>> atlas = AtlasFile::readAtlas(given.atlasFile);
    if (!atlas)
        return atlas.error();
    given.atlas = *atlas;
    if (line.has(QStringLiteral("--project"))) {
        Result<std::unique_ptr<OpenedProject>> opened = openProject(line);
        if (!opened)
            return opened.error();
        noteAll(opened.warnings(), io);
        given.project = std::move(*opened);
        given.atlas = withMatches(given.atlas, given.project->project->matches());
    }
    if (const std::optional<Error> error = readVerdicts(line, given))
        return *error;
    return given;
}

/// What a figure is unless the options say otherwise.
FigureView usual()
{
    FigureView view;
    takePreset(view.figure, usualFigurePreset());
    return view;
}

FigureView changed(const FigureView &saved, const FigureOptions &options)
{
    FigureView view = options.applied(saved);
    view.figure.title = options.title.value_or(view.figure.title);
    return view;
}

Result<FigureView> savedView(const Given &given)
{
    const Project &project = *given.project->project;
    if (const std::optional<ProjectView> view = project.viewNamed(given.options.name))
        return changed(view->view, given.options);
    QStringList names;
    for (const ProjectView &view : project.views())
        names << view.name;
    return Error{names.isEmpty() ? tr("no view is called “%1”: the project has none").arg(given.options.name)
                                 : tr("no view is called “%1”; the project has %2").arg(given.options.name, names.join(QStringLiteral(", "))), {}, 0};
}

WriteOptions writeOptions(const FigureOptions &options, const FigureSpec &figure)
{
    WriteOptions writing;
    if (options.formats.size() == 1)
        writing.format = options.formats.front();
    writing.dpi = options.dpiFor(figure);
    writing.textAsOutlines = options.outlines;
    writing.worldFile = options.worldFile;
    return writing;
}

/// Of every one there is, each in the formats asked for.
std::vector<FigureTask> tasksOfAll(const Given &given)
{
    const FigureOptions &options = given.options;
    std::vector<FigureTask> tasks;
    QStringList taken;
    const auto add = [&](const QString &id, const FigureSpec &figure, std::function<Result<FigureView>()> view) {
        tasks.push_back(FigureBatch::task(id, std::move(view), options.out, options.formats, writeOptions(options, figure), taken));
    };
    if (options.region == FigureOptions::Extent::EveryView) {
        for (const ProjectView &saved : given.project->project->views())
            add(saved.name, options.applied(saved.view).figure, [view = changed(saved.view, options)] { return view; });
        return tasks;
    }
    const FigureView like = options.applied(usual());
    const auto addOne = [&](const QString &id) {
        add(id, like.figure, [atlas = given.atlas, id, like, title = options.title] {
            Result<FigureView> view = FigureMaker::viewOf(*atlas, id, like);
            if (view)
                view->figure.title = title.value_or(view->figure.title);
            return view;
        });
    };
    BatchPlan every;
    every.what = options.region == FigureOptions::Extent::EveryCorridor ? BatchPlan::What::Corridors : BatchPlan::What::Segments;
    for (const QString &id : every.ids(*given.atlas))
        addOne(id);
    return tasks;
}

Result<std::vector<FigureTask>> tasksOf(const Given &given)
{
    const FigureOptions &options = given.options;
    if (options.isBatch()) {
        if (!QDir().mkpath(options.out))
            return Error{tr("the folder cannot be made"), options.out, 0};
        return tasksOfAll(given);
    }
    const Result<FigureView> view = options.region == FigureOptions::Extent::View ? savedView(given) : viewOf(*given.atlas, options, usual());
    if (!view)
        return view.error();
    FigureTask task{view->name, [made = *view] { return made; }, {}};
    task.files.push_back({options.out, writeOptions(options, view->figure)});
    return std::vector<FigureTask>{std::move(task)};
}

QJsonArray jsonOf(const std::vector<FigureOutcome> &outcomes)
{
    QJsonArray files;
    for (const FigureOutcome &outcome : outcomes) {
        for (const WrittenFigure &file : outcome.written) {
            files.append(QJsonObject{{QStringLiteral("file"), file.path},
                                     {QStringLiteral("id"), outcome.id},
                                     {QStringLiteral("width"), file.size.width()},
                                     {QStringLiteral("height"), file.size.height()},
                                     {QStringLiteral("warnings"), QJsonArray::fromStringList(outcome.warnings)},
                                     {QStringLiteral("findings"), FigureCheck::toJson(outcome.findings)}});
        }
    }
    return files;
}

/// What there is to say of a figure beside its file, each line beginning with @p name unless that is empty.
void tell(const FigureOutcome &outcome, const QString &name, CommandIo &io)
{
    const QString before = name.isEmpty() ? QString() : name + QStringLiteral(": ");
    for (const QString &warning : outcome.warnings)
        io.note(before + warning);
    for (const QString &finding : FigureCheck::toText(outcome.findings))
        io.note(before + finding);
    for (const Error &error : outcome.errors)
        (void)io.failed(before + error.text());
}

void tellProgress(const FigureOutcome &outcome, std::size_t number, std::size_t all, CommandIo &io)
{
    if (!outcome.cancelled)
        io.err << QStringLiteral("[%1/%2] %3").arg(number).arg(all).arg(outcome.id) << '\n';
    tell(outcome, outcome.id, io);
    io.err.flush();
}

int conclude(const std::vector<FigureOutcome> &outcomes, const CommandLine &line, CommandIo &io)
{
    if (line.has(QStringLiteral("--json"))) {
        io.out << QString::fromUtf8(QJsonDocument(jsonOf(outcomes)).toJson());
    } else {
        for (const FigureOutcome &outcome : outcomes) {
            for (const WrittenFigure &file : outcome.written)
                io.out << tr("%1 written").arg(file.path) << '\n';
        }
    }
    QStringList failed;
    for (const FigureOutcome &outcome : outcomes) {
        if (!outcome.errors.empty())
            failed << outcome.id;
    }
    if (std::any_of(outcomes.begin(), outcomes.end(), [](const FigureOutcome &outcome) { return outcome.cancelled; }))
        return io.failed(tr("interrupted; no file was left half written"));
    if (failed.isEmpty())
        return ExitDone;
    return outcomes.size() == 1 ? ExitFailed : io.failed(tr("%1 of %2 figures failed: %3").arg(failed.size()).arg(outcomes.size()).arg(failed.join(QStringLiteral(", "))));
}

int runFigure(const CommandLine &line, CommandIo &io)
{
    const Result<FigureOptions> options = FigureOptions::of(line);
    if (!options)
        return io.badUsage(tr("figure: %1").arg(options.error().text()));
    const std::future<void> fonts = loadFontsAhead();
    Result<Given> given = gather(line, *options, io);
    if (!given)
        return io.failed(given.error().text());
    const Result<std::vector<FigureTask>> tasks = tasksOf(*given);
    if (!tasks)
        return io.failed(tasks.error().text());
    FigureMaker maker(given->atlas, sceneSourceFor(line, given->atlasFile));
    if (given->project) {
        OwnPassages own = OwnPassages::of(*given->project->project);
        given->checked.verdicts.insert(own.verdicts);
        maker.setOwnPassages(std::move(own.passages));
    }
    const CancelToken cancel;
    const Interrupt interrupt(cancel);
    std::size_t number = 0;
    const auto outcomes = FigureBatch::run(maker, *tasks, {options->check, options->strict, given->checked}, cancel, [&](const FigureOutcome &outcome) {
        if (options->isBatch())
            tellProgress(outcome, ++number, tasks->size(), io);
        else
            tell(outcome, {}, io);
    });
    return conclude(outcomes, line, io);
}

} // namespace

const Command &figureCommand()
{
    static const Command command{QStringLiteral("figure"), {}, FigureOptions::mostLayers,
                                 tr("a figure for slides, pages and papers, of a saved view, a corridor, a segment or a box, or of each"),
                                 FigureOptions::specs(), true, runFigure};
    return command;
}

} // namespace ca
