// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ViewRestorer.h"

#include "canvas/MapCanvas.h"
#include "figures/CanvasView.h"
#include "figures/FigureDesk.h"
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
    const auto gone = std::stable_partition(view.layers.begin(), view.layers.end(), [](const QString &file) { return QFileInfo(file).isFile(); });
    for (auto file = gone; file != view.layers.end(); ++file)
        lost << QFileInfo(*file).fileName();
    view.layers.erase(gone, view.layers.end());
    return view;
}

} // namespace

ViewRestorer::ViewRestorer(Session &session, MapCanvas &canvas, FigureDesk &desk, QObject *parent)
    : QObject(parent), m_session(session), m_canvas(canvas), m_desk(desk)
{
    connect(&session, &Session::sceneChanged, this, &ViewRestorer::restoreExtent);
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
    for (QString &file : placed.layers)
        file = found(file, known, folder);
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
    Visibility visibility = view.visibility;
    QStringList known;
    for (const LayerList::Entry &entry : m_session.layers().entries()) {
        known << entry.data->path;
        if (!view.layers.contains(entry.data->path))
            visibility.hiddenLayers.insert(UserLayer::visibilityId(entry.id));
    }
    m_session.setVisibility(visibility);
    for (const QString &file : view.layers) {
        if (!known.contains(file) && !m_session.layers().reading().contains(file))
            m_session.layers().add(file);
    }
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
