// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/CanvasMenu.h"

#include "canvas/HitChooser.h"
#include "canvas/HitMenu.h"
#include "canvas/MapCanvas.h"
#include "panels/Describe.h"
#include "window/Session.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace ca {

namespace {

constexpr double zoomFactor = 2;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CanvasMenu)
};

} // namespace

void showCanvasMenu(const Session &session, MapCanvas &canvas, HitChooser &chooser, QPoint at)
{
    const LatLon place = canvas.view().toLatLon(at);
    auto *menu = new QMenu(&canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Hit &hit : choicesOf(canvas.hitsAt(at))) {
        const QString name = choiceText(session, hit);
        menu->addAction(Words::tr("Select %1").arg(name), &chooser, [&chooser, hit] { chooser.choose(hit); });
        if (session.atlas() && session.atlas()->knows(hit.id))
            menu->addAction(Words::tr("Add passage on %1 …").arg(name), &canvas,
                            [&canvas, id = hit.id] { Q_EMIT canvas.passageRequested(id); });
    }
    menu->addSeparator();
    const auto zoom = [&canvas, at](double factor) { canvas.setView(canvas.view().zoomedAt(at, factor)); };
    menu->addAction(Words::tr("Zoom in here"), &canvas, [zoom] { zoom(zoomFactor); });
    menu->addAction(Words::tr("Zoom out"), &canvas, [zoom] { zoom(1 / zoomFactor); });
    menu->addAction(Words::tr("Default view"), &canvas, &MapCanvas::showDefault);
    menu->addAction(Words::tr("All corridors"), &canvas, &MapCanvas::showAll);
    menu->addSeparator();
    menu->addAction(Words::tr("Copy coordinates"), &canvas,
                    [place] { QGuiApplication::clipboard()->setText(describe::coordinates(place)); });
    menu->popup(canvas.mapToGlobal(at));
}

} // namespace ca
