// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/CanvasView.h"

#include "canvas/MapCanvas.h"
#include "figure/FigurePresets.h"
#include "figures/NoteChoice.h"
#include "map/StyleProperties.h"
#include "window/Session.h"

namespace ca {

namespace {

std::vector<FigureLayer> shownLayers(const Session &session)
{
    std::vector<FigureLayer> layers;
    for (const LayerList::Entry &entry : session.layers().entries()) {
        if (session.visibility().layer(UserLayer::visibilityId(entry.id)))
            layers.push_back({entry.data->path, entry.data->title, styleproperties::words(entry.style)});
    }
    return layers;
}

/// Without the user's layers, whose ids mean nothing once the program has ended: FigureView::layers are those that are shown.
Visibility bundledVisibility(Visibility visibility)
{
    const QString own = UserLayer::visibilityId({});
    visibility.hiddenLayers.removeIf([&own](const QString &id) { return id.startsWith(own); });
    return visibility;
}

void beginPage(FigureSpec &figure, const Session &session)
{
    takePreset(figure, usualFigurePreset());
    const QString subject = session.selection().subject();
    figure.title = subject.isEmpty() ? session.atlas()->data().title : session.nameOf(subject);
    if (!subject.isEmpty())
        figure.noteSubjects = {subject};
    if (!session.selection().passage().isEmpty())
        figure.notePassages = notechoice::idsOf(session, session.selection().passage());
}

} // namespace

FigureView canvasView(const Session &session, const MapCanvas &canvas)
{
    FigureView view;
    const MapView &map = canvas.view();
    view.crs = map.projection->definition();
    view.centre = map.projection->inverse(map.centre);
    view.metresPerPixel = map.metresPerPixel;
    view.size = map.size;
    view.visibility = bundledVisibility(session.visibility());
    view.selection = session.selection().subject();
    view.language = session.look().language;
    view.namePolicy = session.look().namePolicy;
    view.layers = shownLayers(session);
    beginPage(view.figure, session);
    return view;
}

void takeMap(FigureView &view, const FigureView &from)
{
    view.crs = from.crs;
    view.centre = from.centre;
    view.metresPerPixel = from.metresPerPixel;
    view.size = from.size;
    view.visibility = from.visibility;
    view.selection = from.selection;
    view.language = from.language;
    view.namePolicy = from.namePolicy;
    view.layers = from.layers;
}

} // namespace ca
