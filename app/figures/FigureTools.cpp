// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureTools.h"

#include "canvas/MapCanvas.h"
#include "figures/BatchDialog.h"
#include "figures/CanvasView.h"
#include "figures/FigureDesk.h"
#include "figures/FigureInspector.h"
#include "figures/FigureMaker.h"
#include "figures/FigureOutput.h"
#include "figures/FigurePage.h"
#include "figures/FigureViews.h"
#include "figures/OwnPassages.h"
#include "figures/ViewRestorer.h"
#include "figures/ViewsPanel.h"
#include "project/Project.h"
#include "window/PanelDocks.h"
#include "window/Session.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace ca {

namespace {

/// The figure while it is shown, else one of what the map shows.
FigureSupply supplyOf(Session &session, MapCanvas &canvas, FigureDesk &desk)
{
    FigureSupply supply;
    supply.view = [&] { return desk.shown() ? desk.document().view() : canvasView(session, canvas); };
    supply.maker = [&desk, &canvas]() -> FigureJob::Make {
        const std::shared_ptr<FigureMaker> maker = canvas.ready() ? desk.maker() : nullptr;
        if (!maker)
            return {};
        return [maker](const FigureView &view, const CancelToken &cancel) { return maker->figure(view, cancel); };
    };
    return supply;
}

} // namespace

FigureTools::FigureTools(Session &session, MapCanvas &canvas, FigureDesk &desk, QMainWindow &window, FigureIntake::OldWay oldWay)
    : QObject(&window), m_session(session), m_canvas(canvas), m_restorer(new ViewRestorer(session, canvas, desk, this)), m_desk(desk), m_window(window),
      m_inspector(new FigureInspector(desk.document(), session, &window)), m_output(new FigureOutput(session, supplyOf(session, canvas, desk), window)),
      m_views(new FigureViews(session, *m_restorer, window)), m_viewsPanel(new ViewsPanel(*m_views, &window)),
      m_intake(new FigureIntake(session, *m_restorer, window, std::move(oldWay)))
{
    connect(&session, &Session::sceneChanged, this, [this, &canvas] { m_output->setReady(canvas.ready()); });
    connect(&desk, &FigureDesk::shownChanged, m_output, &FigureOutput::setSettled);
    connect(m_output, &FigureOutput::written, this, &FigureTools::written);
    connect(m_output, &FigureOutput::checkRequested, this, [this](const FigureView &view) {
        m_desk.adopt(view, tr("figure of the map"));
        Q_EMIT checkRequested();
    });
    connect(m_intake, &FigureIntake::figureOpened, &desk, [&desk] { desk.setShown(true); });
    connect(m_inspector, &FigureInspector::elementActivated, &desk, [&desk](FigureElement element) { desk.page()->select(element); });
}

void FigureTools::fillFile(QMenu &menu)
{
    menu.addAction(tr("Open &figure …"), m_intake, &FigureIntake::chooseAndOpen);
    m_output->fillFile(menu);
    QAction *batch = menu.addAction(tr("&Many figures at once …"), this, &FigureTools::openBatch);
    batch->setEnabled(false);
    connect(&m_session, &Session::sceneChanged, batch, [batch] { batch->setEnabled(true); });
}

void FigureTools::openBatch()
{
    if (!m_canvas.ready() || !m_desk.maker())
        return;
    BatchSource source{m_session.atlas(), m_desk.maker(), m_session.project().views(), m_restorer->current(), {}};
    source.checked.verdicts = OwnPassages::of(m_session.project()).verdicts;
    auto *dialog = new BatchDialog(std::move(source), {}, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FigureTools::fillBar(QMenuBar &bar)
{
    m_views->fillMenu(*bar.addMenu(tr("Vie&ws")));
}

void FigureTools::fillToolBar(QToolBar &bar)
{
    m_output->fillToolBar(bar);
}

void FigureTools::addDocks(PanelDocks &docks)
{
    QDockWidget *inspector = docks.addForFigure(tr("Inspector"), "dockInspector", m_inspector);
    m_window.tabifyDockWidget(inspector, docks.addForFigure(tr("Views"), "dockViews", m_viewsPanel));
    // Of two tabs the later one would be in front.
    connect(&m_desk, &FigureDesk::shownChanged, inspector, [inspector] { inspector->raise(); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace ca
