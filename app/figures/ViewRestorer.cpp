// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ViewRestorer.h"

#include "canvas/MapCanvas.h"
#include "figures/CanvasView.h"
#include "figures/FigureDesk.h"
#include "layers/LayerLooks.h"
#include "window/Session.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace ca {

namespace {

QString crsOf(const FigureView &view)
{
    return view.crs.isEmpty() ? Projection::defaultDefinition() : view.crs;
}

/// A file is named without its folder by views that have travelled: one of @p known has that name, or one in @p folder.
QString found(const QString &file, const QStringList &known, const QString &folder)
{
    if (!QFileInfo(file).isRelative())
        return file;
    const auto open = std::find_if(known.begin(), known.end(), [&file](const QString &path) { return QFileInfo(path).fileName() == file; });
    if (open != known.end())
        return *open;
    return folder.isEmpty() ? file : QDir(folder).filePath(file);
}

/// Without the layers whose files are gone; their names are added to @p lost.
FigureView withoutLost(FigureView view, QStringList &lost)
{
    const auto gone = std::stable_partition(view.layers.begin(), view.layers.end(), [](const FigureLayer &layer) { return QFileInfo(layer.file).isFile(); });
    for (auto layer = gone; layer != view.layers.end(); ++layer)
        lost << QFileInfo(layer->file).fileName();
    lost.removeDuplicates();
    view.layers.erase(gone, view.layers.end());
    return view;
}

/// The layers in @p list that @p layer means.
QStringList idsOf(const LayerList &list, const FigureLayer &layer)
{
    QStringList ids;
    for (const LayerList::Entry &entry : list.entries()) {
        if (entry.data->path == layer.file && (layer.title.isEmpty() || entry.data->title == layer.title))
            ids << entry.id;
    }
    return ids;
}

} // namespace

ViewRestorer::ViewRestorer(Session &session, MapCanvas &canvas, FigureDesk &desk, QObject *parent)
    : QObject(parent), m_session(session), m_canvas(canvas), m_desk(desk)
{
    connect(&session, &Session::sceneChanged, this, &ViewRestorer::restoreExtent);
    connect(&session.layers(), &LayerList::added, this, &ViewRestorer::placeLayers);
    connect(&session.layers(), &LayerList::failed, this, &ViewRestorer::placeLayers);
}

FigureView ViewRestorer::current() const
{
    if (m_desk.shown())
        return m_desk.document().view();
    const FigureView map = canvasView(m_session, m_canvas);
    if (!m_desk.begun())
        return map;
    FigureView view = m_desk.document().view();
    takeMap(view, map);
    return view;
}

void ViewRestorer::restore(const FigureView &view, const QString &step, const QString &folder)
{
    QStringList lost, known;
    for (const LayerList::Entry &entry : m_session.layers().entries())
        known << entry.data->path;
    FigureView placed = view;
    for (FigureLayer &layer : placed.layers)
        layer.file = found(layer.file, known, folder);
    const FigureView wanted = withoutLost(std::move(placed), lost);
    m_desk.adopt(wanted, step);
    restoreLook(wanted);
    restoreLayers(wanted);
    m_session.selection().selectSubject(wanted.selection);
    m_pending = wanted;
    if (m_session.scene() && m_session.scene()->projection()->definition() == crsOf(wanted))
        restoreExtent();
    if (!lost.isEmpty())
        m_session.report(Session::Severity::Warning, tr("These layers of the view are not there any more and were left out: %1.").arg(lost.join(QStringLiteral(", "))));
}

void ViewRestorer::restoreLook(const FigureView &view)
{
    Look look = m_session.look();
    look.projection = crsOf(view);
    look.language = view.language;
    look.namePolicy = view.namePolicy;
    m_session.setLook(look);
}

void ViewRestorer::restoreLayers(const FigureView &view)
{
    LayerList &list = m_session.layers();
    Visibility visibility = view.visibility;
    QStringList known;
    for (const LayerList::Entry &entry : list.entries()) {
        known << entry.data->path;
        visibility.hiddenLayers.insert(UserLayer::visibilityId(entry.id));
    }
    m_session.setVisibility(visibility);
    m_layers = view.layers;
    for (const FigureLayer &layer : view.layers) {
        if (!known.contains(layer.file) && !list.reading().contains(layer.file))
            list.add(layer.file);
    }
    placeLayers();
}

void ViewRestorer::placeLayers()
{
    LayerList &list = m_session.layers();
    Visibility visibility = m_session.visibility();
    for (const LayerList::Entry &entry : list.entries()) {  // the others of their files are not of the view
        if (std::any_of(m_layers.begin(), m_layers.end(), [&](const FigureLayer &layer) { return layer.file == entry.data->path; }))
            visibility.hiddenLayers.insert(UserLayer::visibilityId(entry.id));
    }
    for (const FigureLayer &layer : m_layers) {
        for (const QString &id : idsOf(list, layer)) {
            visibility.hiddenLayers.remove(UserLayer::visibilityId(id));
            if (!layer.look.isEmpty())
                list.setStyle(id, lookFrom(layer.look));
            list.move(id, int(list.entries().size()));  // above those before it
        }
    }
    m_session.setVisibility(visibility);
    if (std::none_of(m_layers.begin(), m_layers.end(), [&](const FigureLayer &layer) { return list.reading().contains(layer.file); }))
        m_layers.clear();
}

void ViewRestorer::restoreExtent()
{
    if (!m_pending || !m_canvas.ready())
        return;
    const FigureView view = *std::exchange(m_pending, std::nullopt);
    const std::shared_ptr<const Projection> projection = m_session.scene()->projection();
    if (projection->definition() != crsOf(view))
        return;  // it was given up, and the reason was told
    MapView map = m_canvas.view();
    const PointXY centre = projection->forward(view.centre);
    if (!centre.finite())
        return;
    // Another window: all that was seen is seen.
    const double factor = std::max(view.size.width() / map.size.width(), view.size.height() / map.size.height());
    m_canvas.setView({projection, centre, view.metresPerPixel * factor, map.size});
    Q_EMIT restored();
}

} // namespace ca
