// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureDesk.h"

#include "canvas/MapCanvas.h"
#include "figures/CanvasView.h"
#include "figures/FigureMaker.h"
#include "figures/FigurePage.h"
#include "figures/OwnPassages.h"
#include "figures/PageMenu.h"
#include "project/Project.h"
#include "window/Icons.h"
#include "window/Session.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QToolBar>

namespace ca {

namespace {

constexpr int slowMs = 900;   // a page that is not there by then is spoken of

} // namespace

FigureDesk::FigureDesk(Session &session, MapCanvas &canvas, QStackedWidget &centre, QObject *parent)
    : QObject(parent), m_session(session), m_canvas(canvas), m_centre(centre), m_page(new FigurePage(m_document, &centre)),
      m_show(make(tr("&Figure"), "figure", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F))),
      m_takeView(make(tr("&Take the map's view"), "take-view", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M))),
      m_fit(make(tr("Fit &page"), "fit-page", QKeySequence(Qt::CTRL | Qt::Key_6))),
      m_actualSize(make(tr("Actual &size"), "", QKeySequence(Qt::CTRL | Qt::Key_1))),
      m_restoreAll(make(tr("Restore &all places"), "", {}))
{
    centre.addWidget(m_page);
    m_show->setCheckable(true);
    m_show->setToolTip(tr("Make a figure of what the map shows: the page as it will be written"));
    m_takeView->setToolTip(tr("Show in the figure what the map shows now"));
    m_wantTimer.setSingleShot(true);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(slowMs);
    connect(&m_wantTimer, &QTimer::timeout, this, &FigureDesk::want);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] { m_page->setNotice(tr("The figure is being drawn …")); });
    connect(m_page, &FigurePage::wishChanged, &m_wantTimer, qOverload<>(&QTimer::start));
    connect(&session.styles(), &StyleLibrary::styleChanged, this, &FigureDesk::remake);
    connect(&session.project(), &Project::changed, this, [this](const ProjectNews &news) {
        if (!news.everything && news.passages.isEmpty() && news.links.isEmpty())
            return;
        m_passagesStale = true;
        remake();
    });
    connect(&session, &Session::sceneChanged, this, &FigureDesk::takeScene);
    connectActions();
    refresh();
}

FigureDesk::~FigureDesk() = default;

QAction *FigureDesk::make(const QString &text, const char *iconName, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    if (*iconName)
        action->setIcon(icon(QLatin1String(iconName), m_centre.palette().color(QPalette::ButtonText)));
    return action;
}

void FigureDesk::connectActions()
{
    connect(m_show, &QAction::triggered, this, &FigureDesk::setShown);
    connect(m_takeView, &QAction::triggered, this, &FigureDesk::takeMapsView);
    connect(m_fit, &QAction::triggered, m_page, &FigurePage::fitPage);
    connect(m_actualSize, &QAction::triggered, m_page, &FigurePage::showActualSize);
    connect(m_restoreAll, &QAction::triggered, this, [this] { restoreAllPlaces(m_document); });
    connect(&m_document, &FigureDocument::changed, this, &FigureDesk::refresh);
}

void FigureDesk::refresh()
{
    m_show->setEnabled(m_canvas.ready() || m_session.scene());
    m_show->setChecked(m_shown);
    for (QAction *action : {m_takeView, m_fit, m_actualSize, m_restoreAll}) {
        action->setEnabled(m_shown);
        action->setVisible(m_shown);
    }
    m_restoreAll->setEnabled(m_shown && !m_document.view().figure.placed.empty());
}

void FigureDesk::fillMenu(QMenu &menu)
{
    menu.addActions({m_show, m_takeView});
    menu.addSeparator();
    menu.addActions({m_fit, m_actualSize});
    menu.addSeparator();
    QMenu *hidden = menu.addMenu(tr("Switch &on"));
    menu.addAction(m_restoreAll);
    connect(&menu, &QMenu::aboutToShow, this, [this, hidden] {
        fillHiddenElements(*hidden, m_document);
        hidden->menuAction()->setVisible(m_shown);
    });
}

void FigureDesk::fillToolBar(QToolBar &bar)
{
    bar.addActions({m_show, m_takeView, m_fit});
}

std::shared_ptr<const FigureComposition> FigureDesk::composition() const
{
    return m_page->picture().composition;
}

QStringList FigureDesk::warnings() const
{
    return m_page->picture().warnings;
}

std::shared_ptr<FigureMaker> FigureDesk::maker()
{
    if (!m_maker && m_session.atlas()) {
        m_makerAtlas = m_session.atlas();
        m_makerSource = m_session.sceneSource();
        m_maker = std::make_shared<FigureMaker>(m_makerAtlas, m_makerSource);
    }
    if (m_maker && std::exchange(m_passagesStale, false))
        m_maker->setOwnPassages(OwnPassages::of(m_session.project()).passages);
    return m_maker;
}

void FigureDesk::setShown(bool shown)
{
    if (shown && !m_canvas.ready())
        return refresh();
    if (shown && !m_begun) {
        m_begun = true;
        m_document.reset(canvasView(m_session, m_canvas));
    }
    if (shown != m_shown) {
        m_shown = shown;
        QWidget *front = shown ? static_cast<QWidget *>(m_page) : &m_canvas;
        m_centre.setCurrentWidget(front);
        front->setFocus(Qt::OtherFocusReason);
        Q_EMIT shownChanged(shown);
        m_wantTimer.start();
    }
    refresh();
}

void FigureDesk::open(const FigureView &view)
{
    m_begun = true;
    m_document.reset(view);
    setShown(true);
}

void FigureDesk::adopt(const FigureView &view, const QString &step)
{
    if (std::exchange(m_begun, true))
        m_document.edit(step, [&view](FigureView &now) { now = view; });
    else
        m_document.reset(view);
}

void FigureDesk::takeMapsView()
{
    if (!m_canvas.ready())
        return;
    const FigureView now = canvasView(m_session, m_canvas);
    m_document.edit(tr("take the map's view"), [&now](FigureView &view) { takeMap(view, now); });
}

void FigureDesk::setFilter(FigureJob::Filter filter)
{
    m_filter = std::move(filter);
    if (m_job)
        m_job->setFilter(m_filter);
    m_wantTimer.start();
}

void FigureDesk::remake()
{
    if (m_job)
        m_job->forget();
    m_wantTimer.start();
}

/// Figures are made of the atlas and the base map as they are drawn now.
void FigureDesk::takeScene()
{
    if (m_maker && (m_makerAtlas != m_session.atlas() || m_makerSource != m_session.sceneSource())) {
        m_job.reset();
        m_maker.reset();
        m_passagesStale = true;
        m_wantTimer.start();
    }
    refresh();
}

void FigureDesk::want()
{
    if (!m_shown || !m_begun)
        return;   // asked again when it is shown
    const auto made = maker();
    if (!m_job) {
        m_job = std::make_unique<FigureJob>([made](const FigureView &view, const CancelToken &cancel) { return made->figure(view, cancel); });
        m_job->setFilter(m_filter);
        connect(m_job.get(), &FigureJob::finished, this, [this](quint64, const PagePicture &picture) { take(picture); });
        connect(m_job.get(), &FigureJob::failed, this, [this](quint64, const QString &reason) {
            m_slowTimer.stop();
            m_page->setNotice(tr("The figure cannot be drawn: %1").arg(reason));
            Q_EMIT failed(reason);
        });
    }
    m_job->want(m_page->wish());
    if (!m_slowTimer.isActive())
        m_slowTimer.start();
}

void FigureDesk::take(const PagePicture &picture)
{
    m_slowTimer.stop();
    m_page->setPicture(picture);
    if (m_job->running())
        m_slowTimer.start();
    Q_EMIT composed();
}

} // namespace ca
