// SPDX-License-Identifier: GPL-3.0-or-later
#include "SceneSource.h"
#include "commands/AtlasAccess.h"
#include "commands/AtlasAsOf.h"
#include "commands/Command.h"
#include "commands/FigureOptions.h"
#include "figure/FigureWriter.h"
#include "layers/LayerLooks.h"
#include "layers/LayerStore.h"
#include "window/StyleFolder.h"

#include <QCoreApplication>

#include <algorithm>

namespace ca {

namespace {

constexpr int mostLayers = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportCommand", text);
}

/// What is to be seen: the box, whose sources are noted, what stands out.
struct Region {
    QString id;      ///< empty = a box of the map
    GeoBox extent;
};

/// A margin around what is shown, and never so close that a short segment loses its surroundings.
GeoBox withMargin(const GeoBox &box)
{
    constexpr double share = 0.07, leastHeight = 0.45, leastWidth = 0.6;
    const double tall = std::max((box.north - box.south) * (1 + 2 * share), leastHeight);
    const double wide = std::max((box.east - box.west) * (1 + 2 * share), leastWidth);
    const LatLon centre = box.centre();
    return {centre.lon - wide / 2, centre.lat - tall / 2, centre.lon + wide / 2, centre.lat + tall / 2};
}

GeoBox extentOf(const Atlas &atlas, const QString &id)
{
    GeoBox extent;
    const auto add = [&](const Segment *segment) {
        if (segment && !segment->extent.empty()) {
            extent.extend({segment->extent.south, segment->extent.west});
            extent.extend({segment->extent.north, segment->extent.east});
        }
    };
    add(atlas.segment(id));
    for (const CorridorMember *member : atlas.members(id))
        add(atlas.segment(member->segment));
    return extent;
}

Result<Region> subjectOf(const Atlas &atlas, const FigureOptions &options)
{
    if (options.region == FigureOptions::Extent::Default)
        return Region{{}, defaultExtent()};
    if (options.region == FigureOptions::Extent::Box)
        return Region{{}, options.box};
    const bool corridor = options.region == FigureOptions::Extent::Corridor;
    const Result<QString> id = resolveOne(atlas, options.name, corridor ? Wanted::Corridor : Wanted::Segment);
    if (!id)
        return id.error();
    const GeoBox extent = extentOf(atlas, *id);
    if (extent.empty())
        return Error{tr("“%1” has no line to draw").arg(*id), {}, 0};
    return Region{*id, withMargin(extent)};
}

/// The house projection holds for the South Caucasus; a wider or farther map gets parallels of its own.
QString crsFor(const FigureOptions &options, const GeoBox &extent)
{
    const GeoBox home{36, 36, 56, 45.5};
    if (!options.crs.isEmpty())
        return options.crs;
    const bool atHome = extent.west >= home.west && extent.east <= home.east && extent.south >= home.south
        && extent.north <= home.north;
    return atHome ? Projection::defaultDefinition() : Projection::conicFor(extent);
}

void emphasise(Figure &figure, const Atlas &atlas, const Region &subject)
{
    if (subject.id.isEmpty())
        return;
    if (atlas.segment(subject.id)) {
        figure.map.highlight.selected = {subject.id};
        return;
    }
    for (const Subject *corridor : atlas.corridors()) {
        if (corridor->id != subject.id)
            figure.map.visibility.hiddenCorridors.insert(corridor->id);
    }
}

/// Adds the user's own layers to the figure, or says why not; @p warnings gets what was wrong with them.
std::optional<Error> addLayers(Figure &figure, const QStringList &files, QStringList &warnings)
{
    const LayerStore store(LayerStore::defaultFolder());
    auto &layers = figure.map.userLayers;
    for (const QString &file : files) {
        const auto opened = store.open(file, *figure.map.view.projection);
        if (!opened)
            return opened.error();
        for (const ReadyLayer &layer : *opened) {
            for (const QString &remark : layer.data.remarks())
                warnings << QStringLiteral("%1: %2").arg(layer.data.title, remark);
            layers.push_back({QString::number(layers.size() + 1), layer.data.title, layer.prepared.shapes,
                              firstLook(layer.data, layers.size()), layer.prepared.picture});
        }
    }
    return std::nullopt;
}

Result<Figure> figureOf(const std::shared_ptr<const Atlas> &atlas, SceneSource &source, const FigureOptions &options)
{
    const Result<Region> subject = subjectOf(*atlas, options);
    if (!subject)
        return subject.error();
    const auto projection = Projection::create(crsFor(options, subject->extent));
    if (!projection)
        return projection.error();
    const auto style = MapStyle::read(stylePath(options.style));
    if (!style)
        return style.error();
    const auto scene = source.scene(atlas, *projection, SceneSource::WithoutBaseMap::Fail);
    if (!scene)
        return scene.error();
    Figure figure;
    figure.map.style = *style;
    figure.theme.clear();
    figure.map.scene = *scene;
    figure.map.view.projection = *projection;
    figure.map.namePolicy = options.policy;
    figure.map.language = options.language;
    figure.page = options.page;
    figure.scale = options.scale;
    figure.asOf = options.asOf;
    figure.extent = subject->extent;
    figure.setShown(FigureElement::Legend, options.legend);
    figure.setShown(FigureElement::ScaleBar, options.scaleBar);
    figure.setShown(FigureElement::NorthArrow, options.northArrow);
    figure.setShown(FigureElement::Credits, options.credits);
    const QString name = subject->id.isEmpty() ? atlas->data().title
                                               : atlas->displayName(subject->id, options.policy, options.language);
    figure.title = options.title.value_or(name);
    if (options.notes && !subject->id.isEmpty())
        figure.noteSubjects = {subject->id};
    emphasise(figure, *atlas, *subject);
    QStringList warnings = scene.warnings();
    if (const auto problem = addLayers(figure, options.layers, warnings))
        return *problem;
    Result<Figure> result(std::move(figure));
    result.warn(warnings);
    return result;
}

std::shared_ptr<const Atlas> dated(std::shared_ptr<const Atlas> atlas, const FigureOptions &options, CommandIo &io)
{
    const QString limit = atlas->data().date;
    if (options.asOf.isEmpty())
        return atlas;
    if (!limit.isEmpty() && options.asOf > limit)
        io.note(tr("the atlas is of %1 and knows nothing later").arg(limit));
    return atlasAsOf(atlas, options.asOf);
}

int runExport(const CommandLine &line, CommandIo &io)
{
    const Result<FigureOptions> options = FigureOptions::of(line);
    if (!options)
        return io.badUsage(tr("export: %1").arg(options.error().text()));
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    SceneSource source(atlasFileFor(line), SceneCache(SceneCache::defaultFolder()));
    const Result<Figure> figure = figureOf(dated(*atlas, *options, io), source, *options);
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
