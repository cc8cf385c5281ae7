// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "commands/FigureOptions.h"
#include "figure/FigureWriter.h"
#include "figures/FigureMaker.h"

#include <QCoreApplication>

namespace ca {

namespace {

constexpr int mostLayers = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportCommand", text);
}

/// All of the options but what is to be seen.
FigureView chosen(const FigureOptions &options)
{
    FigureView view;
    view.crs = options.crs;
    view.asOf = options.asOf;
    view.language = options.language;
    view.namePolicy = options.policy;
    view.layers = options.layers;
    view.figure.theme = options.style;
    view.figure.page = options.page;
    view.figure.scale = options.scale;
    view.figure.setShown(FigureElement::Legend, options.legend);
    view.figure.setShown(FigureElement::ScaleBar, options.scaleBar);
    view.figure.setShown(FigureElement::NorthArrow, options.northArrow);
    view.figure.setShown(FigureElement::Credits, options.credits);
    view.figure.setShown(FigureElement::Notes, options.notes);
    return view;
}

Result<FigureView> viewOf(const Atlas &atlas, const FigureOptions &options)
{
    const bool box = options.region == FigureOptions::Extent::Default || options.region == FigureOptions::Extent::Box;
    const auto wanted = options.region == FigureOptions::Extent::Corridor ? Wanted::Corridor : Wanted::Segment;
    const Result<QString> id = box ? Result<QString>(QString()) : resolveOne(atlas, options.name, wanted);
    if (!id)
        return id.error();
    Result<FigureView> view = box ? FigureMaker::viewOfBox(options.box, chosen(options)) : FigureMaker::viewOf(atlas, *id, chosen(options));
    if (view && box)
        view->figure.title = atlas.data().title;
    if (view && options.title)
        view->figure.title = *options.title;
    return view;
}

Result<Figure> figureOf(const std::shared_ptr<const Atlas> &atlas, const QString &atlasFile, const FigureOptions &options)
{
    const Result<FigureView> view = viewOf(*atlas, options);
    if (!view)
        return view.error();
    return FigureMaker(atlas, std::make_shared<SceneSource>(atlasFile, SceneCache(SceneCache::defaultFolder()))).figure(*view);
}

int runExport(const CommandLine &line, CommandIo &io)
{
    const Result<FigureOptions> options = FigureOptions::of(line);
    if (!options)
        return io.badUsage(tr("export: %1").arg(options.error().text()));
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    const Result<Figure> figure = figureOf(*atlas, atlasFileFor(line), *options);
    if (!figure)
        return io.failed(figure.error().text());
    WriteOptions writing;
    writing.dpi = options->dpi;
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
    static const Command command{QStringLiteral("export"), {}, mostLayers,
                                 tr("a figure: map, legend, scale bar, credits and numbered sources as .png, .svg or .pdf"),
                                 FigureOptions::specs(), true, runExport};
    return command;
}

} // namespace ca
