// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/ProjectionMenu.h"

#include "canvas/MapCanvas.h"
#include "geo/ProjectionChoices.h"
#include "window/ProjectionDialog.h"
#include "window/Session.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace ca {

namespace {

constexpr int mostRecent = 6;
/// Set on actions that make their definition when they are triggered: how such definitions begin.
constexpr const char *prefixProperty = "definitionPrefix";

LatLon centreOf(const MapCanvas &canvas)
{
    const LatLon centre = canvas.view().projection->inverse(canvas.view().centre);
    return centre.valid() ? centre : defaultExtent().centre();
}

GeoBox shownBy(const MapCanvas &canvas)
{
    const GeoBox shown = canvas.ready() ? canvas.view().projection->bounds(canvas.view().box()) : GeoBox();
    return shown.empty() ? defaultExtent() : shown;
}

} // namespace

ProjectionMenu::ProjectionMenu(Session &session, MapCanvas &canvas, QMenu &menu)
    : QObject(&menu), m_session(session), m_canvas(canvas), m_menu(menu), m_group(new QActionGroup(this))
{
    using namespace projections;
    add(tr("Lambert conformal conic 38/43° N"), Projection::defaultDefinition());
    add(tr("Albers equal-area conic 38/43° N"), albers());
    add(tr("UTM zone 38 N"), utmNorth(38));
    add(tr("UTM zone 39 N"), utmNorth(39));
    add(tr("Web Mercator"), webMercator());
    menu.addSeparator();
    addComputed(tr("Conic for the present view"), QStringLiteral("+proj=lcc"), [this] { return Projection::conicFor(shownBy(m_canvas)); });
    addComputed(tr("Azimuthal equal-area around the middle of the map"), QStringLiteral("+proj=laea"),
                [this] { return azimuthal(Azimuthal::EqualArea, centreOf(m_canvas)); });
    addComputed(tr("Azimuthal equidistant around the middle of the map"), QStringLiteral("+proj=aeqd"),
                [this] { return azimuthal(Azimuthal::Equidistant, centreOf(m_canvas)); });
    menu.addSeparator();
    m_recentEnd = menu.addSeparator();
    m_other = menu.addAction(tr("&Other …"));
    connect(m_other, &QAction::triggered, this, &ProjectionMenu::ask);
    connect(&session, &Session::lookChanged, this, &ProjectionMenu::refresh);
    connect(&session, &Session::sceneChanged, this, &ProjectionMenu::refresh);
    readRecent();
    showRecent();
}

QAction *ProjectionMenu::add(const QString &title, const QString &definition)
{
    auto *action = new QAction(title, m_group);
    action->setCheckable(true);
    action->setData(definition);
    m_menu.insertAction(m_recentEnd, action);
    connect(action, &QAction::triggered, this, [this, definition] { use(definition); });
    return action;
}

QAction *ProjectionMenu::addComputed(const QString &title, const QString &prefix, const std::function<QString()> &definition)
{
    auto *action = new QAction(title, m_group);
    action->setCheckable(true);
    action->setProperty(prefixProperty, prefix);
    m_menu.addAction(action);
    connect(action, &QAction::triggered, this, [this, action, definition] {
        const QString made = definition();
        action->setData(made);
        use(made);
        refresh();  // the same definition as before changes no look, and the click may have moved the mark
    });
    return action;
}

void ProjectionMenu::use(const QString &definition)
{
    Look look = m_session.look();
    look.projection = definition;
    m_session.setLook(look);
}

/// The mark stands beside the choice that is in use. One that is made for a view is known by how it begins: after
/// a restart nobody remembers which view it was made for.
void ProjectionMenu::refresh()
{
    const QString current = m_session.look().projection;
    QAction *exact = nullptr;
    QAction *alike = nullptr;
    for (QAction *action : m_group->actions()) {
        const QString prefix = action->property(prefixProperty).toString();
        if (!prefix.isEmpty())
            action->setEnabled(m_canvas.ready());
        if (action->data().toString() == current)
            exact = action;
        else if (!prefix.isEmpty() && current.startsWith(prefix))
            alike = action;
    }
    m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (QAction *action : m_group->actions())
        action->setChecked(action == (exact ? exact : alike));
    m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::Exclusive);
}

void ProjectionMenu::ask()
{
    auto *dialog = new ProjectionDialog(shownBy(m_canvas), m_session.look().projection, m_canvas.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProjectionDialog::chosen, this, [this](const QString &definition, const QString &title) {
        remember(definition, title);
        use(definition);
        refresh();
    });
    dialog->open();
}

void ProjectionMenu::remember(const QString &definition, const QString &title)
{
    const QList<QAction *> offered = m_group->actions();
    if (std::any_of(offered.begin(), offered.end(), [&](const QAction *action) {
            return !m_recentActions.contains(action) && action->data().toString() == definition;
        }))
        return;  // it has its own entry
    m_recent.removeIf([&](const Recent &recent) { return recent.definition == definition; });
    m_recent.prepend({definition, title});
    if (m_recent.size() > mostRecent)
        m_recent.resize(mostRecent);
    writeRecent();
    showRecent();
}

void ProjectionMenu::showRecent()
{
    qDeleteAll(m_recentActions);
    m_recentActions.clear();
    for (const Recent &recent : m_recent) {
        QAction *action = add(recent.title, recent.definition);
        action->setToolTip(recent.definition);
        m_recentActions << action;
    }
    refresh();
}

void ProjectionMenu::readRecent()
{
    if (!m_session.options().remember)
        return;
    QSettings settings;
    const int count = std::min(mostRecent, settings.beginReadArray(QStringLiteral("projection/recent")));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        m_recent.append({settings.value(QStringLiteral("definition")).toString(), settings.value(QStringLiteral("title")).toString()});
    }
    settings.endArray();
    m_recent.removeIf([](const Recent &recent) { return recent.definition.isEmpty() || recent.title.isEmpty(); });
}

void ProjectionMenu::writeRecent() const
{
    if (!m_session.options().remember)
        return;
    QSettings settings;
    settings.beginWriteArray(QStringLiteral("projection/recent"), int(m_recent.size()));
    for (int i = 0; i < m_recent.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("definition"), m_recent[i].definition);
        settings.setValue(QStringLiteral("title"), m_recent[i].title);
    }
    settings.endArray();
}

} // namespace ca
