// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "commands/FigureOptions.h"
#include "commands/FigureSubject.h"
#include "figure/FigureWriter.h"
#include "figures/FigureMaker.h"
#include "map/Fonts.h"

namespace ca {

namespace {

Result<Figure> figureOf(const std::shared_ptr<const Atlas> &atlas, const CommandLine &line, const FigureOptions &options)
{
    const Result<FigureView> view = viewOf(*atlas, options, {});
    if (!view)
        return view.error();
    return FigureMaker(atlas, sceneSourceFor(line)).figure(*view);
}

int runExport(const CommandLine &line, CommandIo &io)
{
    const Result<FigureOptions> options = FigureOptions::of(line);
    if (!options)
        return io.badUsage(tr("export: %1").arg(options.error().text()));
    if (options->isBatch())
        return io.badUsage(tr("export makes one figure; see “corridor-atlas figure --help” for one of each"));
    const std::future<void> fonts = loadFontsAhead();
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    const Result<Figure> figure = figureOf(*atlas, line, *options);
    if (!figure)
        return io.failed(figure.error().text());
    WriteOptions writing;
    writing.dpi = options->dpi.value_or(96);
    const Result<Done> done = FigureWriter::write(*figure, options->out, writing);
    for (const QString &warning : figure.warnings() + done.warnings())
        io.note(warning);
    if (!done)
        return io.failed(done.error().text());
    io.out << tr("%1 written").arg(options->out) << '\n';
    return ExitDone;
}

} // namespace

const Command &exportCommand()
{
    static const Command command{QStringLiteral("export"), {}, FigureOptions::mostLayers,
                                 tr("a figure: map, legend, scale bar, credits and numbered sources as .png, .svg, .pdf, .tif, .pptx or .docx"),
                                 FigureOptions::exportSpecs(), true, runExport};
    return command;
}

} // namespace ca
