// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/CanvasMenu.h"

#include "base/Tr.h"
#include "canvas/HitChooser.h"
#include "canvas/HitMenu.h"
#include "canvas/MapCanvas.h"
#include "panels/Describe.h"
#include "window/Session.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace ca {

namespace {

constexpr double zoomFactor = 2;

} // namespace

void showCanvasMenu(const Session &session, MapCanvas &canvas, HitChooser &chooser, QPoint at)
{
    const LatLon place = canvas.view().toLatLon(at);
    auto *menu = new QMenu(&canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Hit &hit : choicesOf(canvas.hitsAt(at))) {
        const QString name = choiceText(session, hit);
        menu->addAction(tr("Select %1").arg(name), &chooser, [&chooser, hit] { chooser.choose(hit); });
        if (session.atlas() && session.atlas()->knows(hit.id))
            menu->addAction(tr("Add passage on %1 …").arg(name), &canvas,
                            [&canvas, id = hit.id] { Q_EMIT canvas.passageRequested(id); });
    }
    menu->addSeparator();
    const auto zoom = [&canvas, at](double factor) { canvas.setView(canvas.view().zoomedAt(at, factor)); };
    menu->addAction(tr("Zoom in here"), &canvas, [zoom] { zoom(zoomFactor); });
    menu->addAction(tr("Zoom out"), &canvas, [zoom] { zoom(1 / zoomFactor); });
    menu->addAction(tr("Default view"), &canvas, &MapCanvas::showDefault);
    menu->addAction(tr("All corridors"), &canvas, &MapCanvas::showAll);
    menu->addSeparator();
    menu->addAction(tr("Copy coordinates"), &canvas,
                    [place] { QGuiApplication::clipboard()->setText(describe::coordinates(place)); });
    menu->popup(canvas.mapToGlobal(at));
}

} // namespace ca
