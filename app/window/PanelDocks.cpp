// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/PanelDocks.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QScreen>
#include <QSettings>

#include <algorithm>

namespace ca {

namespace {

constexpr int layoutVersion = 2;

/// For panels that have a tab: the title would say the same again.
void hideTitle(QDockWidget &dock)
{
    dock.setTitleBarWidget(new QWidget(&dock));
}

} // namespace

PanelDocks::PanelDocks(QMainWindow &window, QMenu &viewMenu, const Panels &panels)
    : QObject(&window), m_window(window), m_viewMenu(viewMenu)
{
    addLeft(panels);
    addRight(panels);
    add(tr("Along the corridor"), "dockStrip", panels.strip, Qt::BottomDockWidgetArea);
}

void PanelDocks::addLeft(const Panels &panels)
{
    QDockWidget *layers = add(tr("Map"), "dockLayers", panels.layers, Qt::LeftDockWidgetArea);
    QDockWidget *all = add(tr("All passages"), "dockAllPassages", panels.allPassages, Qt::LeftDockWidgetArea);
    QDockWidget *library = add(tr("Library"), "dockLibrary", panels.library, Qt::LeftDockWidgetArea);
    QDockWidget *review = add(tr("Review"), "dockReview", panels.review, Qt::LeftDockWidgetArea);
    m_window.tabifyDockWidget(layers, all);
    m_window.tabifyDockWidget(all, library);
    m_window.tabifyDockWidget(library, review);
    layers->raise();
    for (QDockWidget *tab : {layers, all, library, review})
        hideTitle(*tab);
}

void PanelDocks::addRight(const Panels &panels)
{
    QDockWidget *sheet = add(tr("Selected"), "dockSheet", panels.sheet, Qt::RightDockWidgetArea);
    QDockWidget *passages = add(tr("Passages"), "dockPassages", panels.passages, Qt::RightDockWidgetArea);
    m_window.splitDockWidget(sheet, passages, Qt::Vertical);
    QDockWidget *reader = add(tr("Article"), "dockReader", panels.reader, Qt::RightDockWidgetArea);
    m_window.tabifyDockWidget(passages, reader);
    passages->raise();
    hideTitle(*passages);
    hideTitle(*reader);
}

QDockWidget *PanelDocks::add(const QString &title, const char *name, QWidget *content, Qt::DockWidgetArea area)
{
    auto *made = new QDockWidget(title, &m_window);
    made->setObjectName(QLatin1String(name));
    made->setWidget(content);
    m_window.addDockWidget(area, made);
    m_viewMenu.addAction(made->toggleViewAction());
    m_ofMap << made;
    return made;
}

QDockWidget *PanelDocks::addForFigure(const QString &title, const char *name, QWidget *content)
{
    QDockWidget *made = add(title, name, content, Qt::RightDockWidgetArea);
    m_ofMap.removeOne(made);
    m_ofFigure << made;
    made->hide();
    made->toggleViewAction()->setVisible(false);
    return made;
}

QDockWidget *PanelDocks::addHidden(const QString &title, const char *name, QWidget *content)
{
    QDockWidget *made = add(title, name, content, Qt::LeftDockWidgetArea);
    if (QDockWidget *review = dock("dockReview"))
        m_window.tabifyDockWidget(review, made);
    hideTitle(*made);
    made->hide();
    raise("dockLayers");  // the tab that the new one was put behind has come to the front
    return made;
}

QDockWidget *PanelDocks::dock(const char *name) const
{
    return m_window.findChild<QDockWidget *>(QLatin1String(name));
}

void PanelDocks::raise(const char *name)
{
    if (QDockWidget *found = dock(name)) {
        found->show();
        found->raise();
    }
}

void PanelDocks::setFigureShown(bool shown)
{
    if (shown == m_figureShown)
        return;
    m_figureShown = shown;
    (shown ? m_mapState : m_figureState) = m_window.saveState(layoutVersion);
    const QByteArray &state = shown ? m_figureState : m_mapState;
    if (state.isEmpty() || !m_window.restoreState(state, layoutVersion)) {
        for (QDockWidget *one : m_ofMap)
            one->setVisible(!shown);
        for (QDockWidget *one : m_ofFigure)
            one->setVisible(shown);
    }
    for (QDockWidget *one : m_ofFigure)
        one->toggleViewAction()->setVisible(shown);
}

void PanelDocks::restore(bool remembered)
{
    const QSettings settings;
    const QByteArray geometry = settings.value(QStringLiteral("window/geometry")).toByteArray();
    if (remembered && !geometry.isEmpty() && m_window.restoreGeometry(geometry)) {
        m_arranged = m_window.restoreState(settings.value(QStringLiteral("window/state")).toByteArray(), layoutVersion);
        m_figureState = settings.value(QStringLiteral("window/figureState")).toByteArray();
        return;
    }
    const QSize room = m_window.screen() ? m_window.screen()->availableSize() : QSize(1280, 800);
    m_window.resize(std::min(1600, room.width() * 19 / 20), std::min(1000, room.height() * 19 / 20));
}

void PanelDocks::remember() const
{
    QSettings settings;
    const QByteArray now = m_window.saveState(layoutVersion);
    settings.setValue(QStringLiteral("window/geometry"), m_window.saveGeometry());
    settings.setValue(QStringLiteral("window/state"), m_figureShown ? m_mapState : now);
    if (const QByteArray figure = m_figureShown ? now : m_figureState; !figure.isEmpty())
        settings.setValue(QStringLiteral("window/figureState"), figure);
}

void PanelDocks::arrange()
{
    if (std::exchange(m_arranged, true))
        return;
    const int width = m_window.width(), height = m_window.height();
    const int left = std::clamp(width * 21 / 100, 250, 320);
    const int right = std::clamp(width * 28 / 100, 340, 440);
    m_window.resizeDocks({dock("dockLayers"), dock("dockSheet")}, {left, right}, Qt::Horizontal);
    m_window.resizeDocks({dock("dockStrip")}, {160}, Qt::Vertical);
    m_window.resizeDocks({dock("dockSheet"), dock("dockPassages")}, {height * 42 / 100, height * 48 / 100}, Qt::Vertical);
}

} // namespace ca
