// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureMaker.h"

#include "base/Tr.h"
#include "figures/DatedScenes.h"
#include "layers/LayerLooks.h"
#include "layers/LayerStore.h"
#include "window/StyleFolder.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

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

/// The house projection holds for the South Caucasus; a wider or farther map gets parallels of its own.
QString crsFor(const GeoBox &extent)
{
    const GeoBox home{36, 36, 56, 45.5};
    const bool atHome = extent.west >= home.west && extent.east <= home.east && extent.south >= home.south
        && extent.north <= home.north;
    return atHome ? Projection::defaultDefinition() : Projection::conicFor(extent);
}

void emphasise(FigureView &view, const Atlas &atlas, const QString &id)
{
    view.visibility.hiddenCorridors.clear();
    view.visibility.hiddenSegments.clear();
    view.selection = atlas.segment(id) ? id : QString();
    if (!view.selection.isEmpty())
        return;
    for (const Subject *corridor : atlas.corridors()) {
        if (corridor->id != id)
            view.visibility.hiddenCorridors.insert(corridor->id);
    }
}

/// Where the view looks, in its projection.
Result<MapView> mapViewOf(const FigureView &view)
{
    const auto projection = Projection::create(view.crs.isEmpty() ? Projection::defaultDefinition() : view.crs);
    if (!projection)
        return projection.error();
    MapView map{*projection, view.centre.defined() ? (*projection)->forward(view.centre) : PointXY{NAN, NAN}, view.metresPerPixel, view.size};
    if (!map.centre.finite())
        return Error{tr("the projection does not show the middle of the view"), {}, 0};
    if (!(std::isfinite(map.metresPerPixel) && map.metresPerPixel > 0) || map.size.isEmpty())
        return Error{tr("the view has no scale or no size"), {}, 0};
    return map;
}

/// The style of @p figure's theme. Bundled ones are shared, and left to the figure, which knows them by name.
std::optional<Error> dress(Figure &figure)
{
    const QString theme = figure.theme.isEmpty() ? QStringLiteral("light") : figure.theme;
    if (!MapStyle::bundledPath(theme).isEmpty()) {
        figure.map.style = MapStyle::bundled(theme);
        return std::nullopt;
    }
    const QString path = stylePath(theme);
    if (path.isEmpty())
        return Error{tr("there is no style called “%1”").arg(theme), {}, 0};
    const auto style = MapStyle::read(path);
    if (!style)
        return style.error();
    figure.map.style = *style;
    figure.theme.clear();
    return std::nullopt;
}

/// Adds those of @p ready that are @p wanted, and to @p warnings what is wrong with them; false where there are none.
bool addLayer(Figure &figure, const FigureLayer &wanted, const std::vector<ReadyLayer> &ready, QStringList &warnings)
{
    auto &added = figure.map.userLayers;
    const std::size_t before = added.size();
    for (const ReadyLayer &layer : ready) {
        if (!wanted.title.isEmpty() && layer.data.title != wanted.title)
            continue;
        for (const QString &remark : layer.data.remarks())
            warnings << QStringLiteral("%1: %2").arg(layer.data.title, remark);
        added.push_back({QString::number(added.size() + 1), layer.data.title, layer.prepared.shapes,
                         wanted.look.isEmpty() ? firstLook(layer.data, added.size()) : lookFrom(wanted.look), layer.prepared.picture,
                         layer.data.credit});
    }
    return added.size() > before;
}

} // namespace

struct FigureMaker::Private {
    Private(std::shared_ptr<const Atlas> atlas, std::shared_ptr<SceneSource> source)
        : scenes(std::move(atlas), std::move(source)), layers(LayerStore::defaultFolder())
    {
    }
    std::optional<Error> addLayers(Figure &figure, const std::vector<FigureLayer> &wanted, QStringList &warnings, const CancelToken &cancel) const;

    DatedScenes scenes;
    LayerStore layers;
    std::mutex mutex;  ///< of the passages
    std::vector<AnnotatedPassage> passages;
};

/// Adds the user's own layers to the figure, or says why not; @p warnings gets what was wrong with them.
std::optional<Error> FigureMaker::Private::addLayers(Figure &figure, const std::vector<FigureLayer> &wanted, QStringList &warnings, const CancelToken &cancel) const
{
    QHash<QString, std::vector<ReadyLayer>> opened;
    for (const FigureLayer &layer : wanted) {
        if (!opened.contains(layer.file)) {
            auto file = layers.open(layer.file, *figure.map.view.projection, cancel);
            if (!file)
                return file.error();
            opened.insert(layer.file, *std::move(file));
        }
        if (!addLayer(figure, layer, opened[layer.file], warnings))
            warnings << tr("%1 has no layer “%2” any more; it was left out").arg(QFileInfo(layer.file).fileName(), layer.title);
    }
    return std::nullopt;
}

FigureMaker::FigureMaker(std::shared_ptr<const Atlas> atlas, std::shared_ptr<SceneSource> source)
    : d(std::make_unique<Private>(std::move(atlas), std::move(source)))
{
}

FigureMaker::~FigureMaker() = default;

void FigureMaker::setOwnPassages(std::vector<AnnotatedPassage> passages)
{
    const std::lock_guard lock(d->mutex);
    d->passages = std::move(passages);
}

Result<Figure> FigureMaker::figure(const FigureView &view, const CancelToken &cancel)
{
    const Result<MapView> map = mapViewOf(view);
    if (!map)
        return map.error();
    Figure figure;
    static_cast<FigureSpec &>(figure) = view.figure;
    if (const std::optional<Error> problem = dress(figure))
        return *problem;
    const auto scene = d->scenes.scene(view.asOf, map->projection, cancel);
    if (!scene)
        return scene.error();
    figure.map.scene = *scene;
    figure.map.view = *map;
    figure.map.visibility = view.visibility;
    if (!view.selection.isEmpty())
        figure.map.highlight.selected = {view.selection};
    figure.map.namePolicy = view.namePolicy;
    figure.map.language = view.language;
    figure.asOf = view.asOf;
    QStringList warnings = scene.warnings();
    if (const QString newest = d->scenes.newest().data().date; !newest.isEmpty() && view.asOf > newest)
        warnings << tr("the atlas is of %1 and knows nothing later").arg(newest);
    if (const auto problem = d->addLayers(figure, view.layers, warnings, cancel))
        return *problem;
    const std::lock_guard lock(d->mutex);
    figure.ownPassages = d->passages;
    Result<Figure> result(std::move(figure));
    result.warn(warnings);
    return result;
}

Result<FigureView> FigureMaker::viewOf(const Atlas &atlas, const QString &id, const FigureView &like)
{
    if (!atlas.knows(id))
        return Error{tr("nothing in the atlas is called “%1”").arg(id), {}, 0};
    const GeoBox extent = extentOf(atlas, id);
    if (extent.empty())
        return Error{tr("“%1” has no line to draw").arg(id), {}, 0};
    Result<FigureView> view = viewOfBox(withMargin(extent), like);
    if (!view)
        return view;
    view->name = id;
    view->figure.title = atlas.displayName(id, like.namePolicy, like.language);
    view->figure.noteSubjects = {id};
    view->figure.notePassages.clear();
    emphasise(*view, atlas, id);
    return view;
}

Result<FigureView> FigureMaker::viewOfBox(const GeoBox &extent, const FigureView &like)
{
    FigureView view = like;
    if (view.crs.isEmpty())
        view.crs = crsFor(extent);
    const auto projection = Projection::create(view.crs);
    if (!projection)
        return projection.error();
    const Box box = (*projection)->bounds(extent);
    if (box.empty() || !(box.width() > 0 && box.height() > 0))
        return Error{tr("the projection does not show that part of the Earth"), {}, 0};
    const LatLon middle = (*projection)->inverse(box.centre());
    view.centre = middle.defined() ? middle : extent.centre();
    // Around a middle that is not the box's own, the box is seen whole all the same.
    const PointXY at = (*projection)->forward(view.centre);
    const double width = 2 * std::max(box.maxX - at.x, at.x - box.minX), height = 2 * std::max(box.maxY - at.y, at.y - box.minY);
    view.size = like.size.isEmpty() ? FigureView().size : like.size;
    view.size.setHeight(view.size.width() * height / width);
    view.metresPerPixel = MapView{*projection, at, 1, view.size}.fitted(Box{at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2}).metresPerPixel;
    return view;
}

} // namespace ca
