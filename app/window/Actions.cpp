// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/Actions.h"

#include "canvas/MapCanvas.h"
#include "figures/FigureDesk.h"
#include "figures/FigureTools.h"
#include "panels/Describe.h"
#include "project/ProjectActions.h"
#include "sharing/ShareActions.h"
#include "window/Icons.h"
#include "window/ProjectionMenu.h"
#include "window/Session.h"
#include "window/StyleMenu.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace ca {

namespace {

constexpr double zoomStep = 1.5;

/// The corridor and, with it, its segments.
QStringList corridorSegments(const Session &session)
{
    QStringList ids;
    if (session.atlas())
        for (const CorridorMember *member : session.atlas()->members(session.corridor()))
            ids << member->segment;
    return ids;
}

QStringList selectedThings(const Session &session)
{
    const QString subject = session.selection().subject();
    QStringList ids{subject};
    if (session.atlas())
        for (const CorridorMember *member : session.atlas()->members(subject))
            ids << member->segment;
    return ids;
}

} // namespace

Actions::Actions(Session &session, MapCanvas &canvas, QWidget &window)
    : QObject(&window), m_session(session), m_canvas(canvas), m_window(window),
      m_addFiles(make(tr("&Add sources …"), QStringLiteral("add"))), m_addFolder(make(tr("Add &folder …"))),
      m_addLayers(make(tr("Add map &layer …"))),
      m_quit(make(tr("&Quit"))),
      m_zoomIn(make(tr("Zoom &in"), QStringLiteral("zoom-in"))),
      m_zoomOut(make(tr("Zoom &out"), QStringLiteral("zoom-out"))),
      m_default(make(tr("&South Caucasus"), QStringLiteral("fit-default"))),
      m_all(make(tr("Fit &all"), QStringLiteral("fit-all"))), m_corridor(make(tr("Fit &corridor"))),
      m_selected(make(tr("Fit s&election"))), m_back(make(tr("&Previous view"), QStringLiteral("back"))),
      m_forward(make(tr("&Next view"), QStringLiteral("forward"))),
      m_search(make(tr("&Go to anything …"), QStringLiteral("search"))),
      m_librarySearch(make(tr("Search your &sources …"))), m_pasteSource(make(tr("&Paste as source"))),
      m_getData(make(tr("&Get OpenStreetMap data …"))), m_about(make(tr("&About Corridor Atlas")))
{
    m_addFiles->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_addLayers->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_quit->setShortcut(QKeySequence::Quit);
    m_zoomIn->setShortcuts(QKeySequence::ZoomIn);
    m_zoomOut->setShortcuts(QKeySequence::ZoomOut);
    m_default->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    m_all->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_9));
    m_corridor->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_8));
    m_selected->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_7));
    m_back->setShortcuts(QKeySequence::Back);
    m_forward->setShortcuts(QKeySequence::Forward);
    m_search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    m_librarySearch->setShortcut(QKeySequence::Find);
    m_pasteSource->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));

    connect(m_addFiles, &QAction::triggered, this, &Actions::addFilesRequested);
    connect(m_addFolder, &QAction::triggered, this, &Actions::addFolderRequested);
    connect(m_addLayers, &QAction::triggered, this, &Actions::addLayersRequested);
    connect(m_quit, &QAction::triggered, &window, &QWidget::close);
    connect(m_zoomIn, &QAction::triggered, this, [this] { Q_EMIT zoomRequested(zoomStep); });
    connect(m_zoomOut, &QAction::triggered, this, [this] { Q_EMIT zoomRequested(1 / zoomStep); });
    connect(m_default, &QAction::triggered, &canvas, &MapCanvas::showDefault);
    connect(m_all, &QAction::triggered, &canvas, &MapCanvas::showAll);
    connect(m_corridor, &QAction::triggered, this, [this] { m_canvas.fit(corridorSegments(m_session)); });
    connect(m_selected, &QAction::triggered, this, [this] { m_canvas.fit(selectedThings(m_session)); });
    connect(m_back, &QAction::triggered, &canvas, &MapCanvas::goBack);
    connect(m_forward, &QAction::triggered, &canvas, &MapCanvas::goForward);
    connect(m_search, &QAction::triggered, this, &Actions::searchRequested);
    connect(m_librarySearch, &QAction::triggered, this, &Actions::librarySearchRequested);
    connect(m_pasteSource, &QAction::triggered, this, &Actions::pasteSourceRequested);
    connect(m_getData, &QAction::triggered, this, &Actions::getDataRequested);
    connect(m_about, &QAction::triggered, this, &Actions::aboutRequested);
    connect(&canvas, &MapCanvas::historyChanged, this, &Actions::refresh);
    connect(&canvas, &MapCanvas::viewChanged, this, &Actions::refresh);
    connect(&session, &Session::lookChanged, this, &Actions::refresh);
    connect(&session, &Session::atlasLoaded, this, &Actions::refresh);
    connect(&session.selection(), &Selection::subjectChanged, this, &Actions::refresh);
    dressIcons();
    refresh();
}

QAction *Actions::make(const QString &text, const QString &iconName)
{
    auto *action = new QAction(text, this);
    action->setProperty("iconName", iconName);
    return action;
}

void Actions::dressIcons()
{
    const QColor ink = m_window.palette().color(QPalette::ButtonText);
    for (QAction *action : findChildren<QAction *>()) {
        const QString name = action->property("iconName").toString();
        if (!name.isEmpty())
            action->setIcon(icon(name, ink));
    }
}

void Actions::refresh()
{
    const bool ready = m_canvas.ready();
    for (QAction *action : {m_zoomIn, m_zoomOut})
        action->setEnabled(ready);
    for (QAction *action : {m_default, m_all, m_corridor})
        action->setEnabled(ready && m_mapShown);
    m_selected->setEnabled(ready && m_mapShown && !m_session.selection().subject().isEmpty());
    m_back->setEnabled(m_canvas.canGoBack() && m_mapShown);
    m_forward->setEnabled(m_canvas.canGoForward() && m_mapShown);
    for (QAction *action : {m_addFiles, m_addFolder, m_pasteSource, m_search})
        action->setEnabled(m_session.atlas() != nullptr);
}

void Actions::setMapShown(bool shown)
{
    m_mapShown = shown;
    refresh();
}

void Actions::fillMenus(QMenuBar &bar, ProjectActions &project, ShareActions &share, FigureDesk &figures, FigureTools &tools)
{
    QMenu *file = bar.addMenu(tr("&File"));
    project.fillFile(*file);
    file->addSeparator();
    fillFile(*file, share, tools);
    project.fillEdit(*bar.addMenu(tr("&Edit")));
    m_viewMenu = bar.addMenu(tr("&View"));
    fillView(*m_viewMenu);
    figures.fillMenu(*bar.addMenu(tr("F&igure")));
    tools.fillBar(bar);
    m_dataMenu = bar.addMenu(tr("&Data"));
    m_dataMenu->addAction(m_getData);
    bar.addMenu(tr("&Go"))->addActions({m_search, m_librarySearch, m_back, m_forward});
    bar.addMenu(tr("&Help"))->addAction(m_about);
}

void Actions::fillFile(QMenu &menu, ShareActions &share, FigureTools &tools)
{
    menu.addActions({m_addFiles, m_addFolder, m_pasteSource, m_addLayers});
    menu.addSeparator();
    tools.fillFile(menu);
    share.fillFile(menu);
    menu.addSeparator();
    menu.addAction(m_quit);
}

void Actions::fillView(QMenu &menu)
{
    menu.addActions({m_zoomIn, m_zoomOut});
    menu.addSeparator();
    menu.addActions({m_default, m_all, m_corridor, m_selected});
    menu.addSeparator();
    menu.addActions({m_back, m_forward});
    menu.addSeparator();
    fillLook(menu);
    menu.addSeparator();
}

void Actions::fillLook(QMenu &menu)
{
    menu.addMenu(new StyleMenu(m_session, &menu));
    const Look &look = m_session.look();
    addChoices(*menu.addMenu(tr("&Language of labels")), describe::languageChoices(), look.language,
               [](Look &changed, const QString &value) { changed.language = value; });
    addChoices(*menu.addMenu(tr("Na&mes")), describe::namePolicyChoices(), toId(look.namePolicy), [](Look &changed, const QString &value) {
                   changed.namePolicy = fromId<NamePolicy>(value).value_or(NamePolicy::Neutral);
               });
    new ProjectionMenu(m_session, m_canvas, *menu.addMenu(tr("Pro&jection")));
}

void Actions::addChoices(QMenu &menu, const QList<std::pair<QString, QString>> &titlesAndValues,
                         const QString &current, const std::function<void(Look &, const QString &)> &change)
{
    auto *group = new QActionGroup(&menu);
    for (const auto &[title, value] : titlesAndValues) {
        QAction *action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(value == current);
        action->setData(value);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this, change](const QAction *action) {
        changeLook([&](Look &look) { change(look, action->data().toString()); });
    });
}

void Actions::changeLook(const std::function<void(Look &)> &change)
{
    Look look = m_session.look();
    change(look);
    m_session.setLook(look);
}

void Actions::fillToolBar(QToolBar &bar, FigureDesk &figures, FigureTools &tools)
{
    bar.addActions({m_back, m_forward});
    bar.addSeparator();
    bar.addActions({m_zoomIn, m_zoomOut, m_default, m_all});
    bar.addSeparator();
    bar.addAction(m_addFiles);
    bar.addSeparator();
    figures.fillToolBar(bar);
    tools.fillToolBar(bar);
}

} // namespace ca
