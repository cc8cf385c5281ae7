// SPDX-License-Identifier: GPL-3.0-or-later
#include "AtlasAsOf.h"
#include "atlas/AtlasCheck.h"
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "commands/LibraryAccess.h"
#include "commands/NameOptions.h"
#include "commands/ProjectAccess.h"
#include "report/ReportMaker.h"
#include "report/ReportWriter.h"
#include "sharing/LibraryCopies.h"
#include "sharing/ReportWords.h"
#include "sharing/SharedPassages.h"

#include <QFileInfo>

namespace ca {

namespace {

/// What the command line asks for.
struct Wish {
    Wanted wanted = Wanted::Segment;
    QString name;
    QString out;
    ReportFormat format = ReportFormat::Html;
    ReportOptions options;
};

std::optional<Error> readSubject(const CommandLine &line, Wish &wish)
{
    const QStringList given = line.given({QStringLiteral("--segment"), QStringLiteral("--corridor")});
    if (given.size() != 1)
        return Error::of(given.isEmpty() ? tr("about what? --segment ID|NAME or --corridor ID|NAME") : tr("--segment and --corridor exclude each other"));
    wish.name = line.value(given.front());
    wish.wanted = given.front() == QLatin1String("--corridor") ? Wanted::Corridor : Wanted::Segment;
    return std::nullopt;
}

std::optional<Error> readOutput(const CommandLine &line, Wish &wish)
{
    wish.out = line.value(QStringLiteral("--out"));
    if (wish.out.isEmpty())
        return Error::of(tr("--out FILE is missing"));
    const bool named = line.has(QStringLiteral("--format"));
    const QString word = named ? line.value(QStringLiteral("--format")) : QFileInfo(wish.out).suffix();
    const std::optional<ReportFormat> format = reportwriter::formatOf(word);
    if (!format)
        return Error::of(named ? tr("--format wants html, odt or pdf, not “%1”").arg(word)
                             : tr("--out wants a file .html, .odt or .pdf, or say --format"));
    wish.format = *format;
    return std::nullopt;
}

std::optional<Error> readNames(const CommandLine &line, Wish &wish)
{
    if (const std::optional<Error> error = readLanguage(line, wish.options.language))
        return error;
    return readNamePolicy(line, wish.options.policy);
}

std::optional<Error> readDate(const CommandLine &line, Wish &wish)
{
    wish.options.asOf = line.value(QStringLiteral("--as-of"));
    if (line.has(QStringLiteral("--as-of")) && !isIsoDate(wish.options.asOf))
        return Error::of(tr("--as-of wants a date as 2026-02-10, 2026-02 or 2026, not “%1”").arg(wish.options.asOf));
    return std::nullopt;
}

Result<Wish> wishOf(const CommandLine &line)
{
    Wish wish;
    for (const auto read : {readSubject, readOutput, readNames, readDate}) {
        if (const std::optional<Error> error = read(line, wish))
            return *error;
    }
    return wish;
}

/// What --project and --library add.
std::optional<Error> addOwn(const CommandLine &line, const Atlas &atlas, const QString &id, ReportOptions &options, CommandIo &io)
{
    std::vector<PassageWithLinks> shared;
    if (line.has(QStringLiteral("--project"))) {
        const Result<std::unique_ptr<OpenedProject>> opened = openProject(line);
        if (!opened)
            return opened.error();
        for (const QString &warning : opened.warnings())
            io.note(warning);
        shared = sharedPassages(*(*opened)->project);
    }
    const Result<std::unique_ptr<Library>> library = openGivenLibrary(line);
    if (!library)
        return library.error();
    LibraryCopies copies(library->get());
    completeFromAtlas(shared, atlas, copies);
    addOwnWords(options, atlas, id, shared, copies);
    return std::nullopt;
}

int runReport(const CommandLine &line, CommandIo &io)
{
    const Result<Wish> wish = wishOf(line);
    if (!wish)
        return io.badUsage(tr("report: %1").arg(wish.error().text()));
    const Result<std::shared_ptr<const Atlas>> whole = openAtlas(line);
    if (!whole)
        return io.failed(whole.error().text());
    const Result<std::shared_ptr<const Atlas>> drawn = drawnAtlas(*whole, line);
    if (!drawn)
        return io.failed(drawn.error().text());
    std::shared_ptr<const Atlas> atlas = *drawn;
    const QString limit = atlas->data().date;
    if (!wish->options.asOf.isEmpty()) {
        if (!limit.isEmpty() && wish->options.asOf > limit)
            io.note(tr("the atlas is of %1 and knows nothing later").arg(limit));
        atlas = atlasAsOf(atlas, wish->options.asOf);
    }
    const Result<QString> id = resolveOne(*atlas, wish->name, wish->wanted);
    if (!id)
        return io.failed(id.error().text());
    ReportOptions options = wish->options;
    if (const std::optional<Error> error = addOwn(line, *atlas, *id, options, io))
        return io.failed(error->text());
    const Result<Done> done = reportwriter::write(makeReport(*atlas, *id, options), wish->format, wish->out);
    if (!done)
        return io.failed(done.error().text());
    io.out << tr("%1 written").arg(wish->out) << '\n';
    return ExitDone;
}

} // namespace

const Command &reportCommand()
{
    static const Command command{
        QStringLiteral("report"), {}, 0, tr("a report on a segment or corridor, with numbered sources, as .html, .odt or .pdf"),
        {{QStringLiteral("--segment"), QStringLiteral("ID|NAME"), tr("about this segment")},
         {QStringLiteral("--corridor"), QStringLiteral("ID|NAME"), tr("about this corridor and its segments")},
         {QStringLiteral("--out"), QStringLiteral("FILE"), tr("the file to write")},
         {QStringLiteral("--format"), QStringLiteral("F"), tr("html, odt or pdf (default: by the file's suffix)")},
         {QStringLiteral("--as-of"), QStringLiteral("DATE"), tr("the atlas as it stood then (default: the atlas' date)")},
         {QStringLiteral("--language"), QStringLiteral("L"), tr("of names: en, az, hy, ka, tr, ru")},
         {QStringLiteral("--name-policy"), QStringLiteral("P"), tr("neutral, armenian, azerbaijani or both")},
         {QStringLiteral("--project"), QStringLiteral("FILE"), tr("with the passages that this project links to it")},
         {QStringLiteral("--library"), QStringLiteral("FILE"), tr("with the words of passages from the copies in this library")},
         atlasOption()},
        true, runReport};
    return command;
}

} // namespace ca
