// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/StyleMenu.h"

#include "window/Session.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QDir>
#include <QUrl>

namespace ca {

StyleMenu::StyleMenu(Session &session, QWidget *parent) : QMenu(tr("Map &style"), parent), m_session(session)
{
    setObjectName(QStringLiteral("styleMenu"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, [this] { m_session.styles().rescan(); });
    connect(&session.styles(), &StyleLibrary::entriesChanged, this, &StyleMenu::fill);
    connect(&session, &Session::lookChanged, this, &StyleMenu::check);
    fill();
}

void StyleMenu::check()
{
    for (QAction *action : m_group->actions())
        action->setChecked(action->data().toString() == m_session.look().style);
}

void StyleMenu::fill()
{
    clear();
    delete m_group;
    m_group = new QActionGroup(this);
    addStyle({}, tr("&Automatic"), {});
    addSeparator();
    bool bundled = true;
    for (const StyleLibrary::Entry &entry : m_session.styles().entries()) {
        if (bundled && !entry.bundled)
            addSeparator();
        bundled = entry.bundled;
        addStyle(entry.id, entry.title, entry.problem);
    }
    addSeparator();
    addAction(tr("&Open styles folder"), this, &StyleMenu::openFolder)
        ->setToolTip(tr("Your own styles: %1").arg(QDir::toNativeSeparators(m_session.styles().folder())));
    check();
}

void StyleMenu::addStyle(const QString &id, const QString &title, const QString &problem)
{
    QAction *action = addAction(problem.isEmpty() ? title : tr("%1 (has an error)").arg(title));
    action->setCheckable(true);
    action->setData(id);
    action->setToolTip(problem.isEmpty() ? QString() : problem);
    m_group->addAction(action);
    connect(action, &QAction::triggered, this, [this, id] {
        Look look = m_session.look();
        look.style = id;
        m_session.setLook(look);
    });
}

void StyleMenu::openFolder()
{
    StyleLibrary &styles = m_session.styles();
    if (!styles.prepareFolder() || !QDesktopServices::openUrl(QUrl::fromLocalFile(styles.folder())))
        m_session.report(Session::Severity::Warning,
                         tr("The styles folder cannot be opened: %1").arg(QDir::toNativeSeparators(styles.folder())));
}

} // namespace ca
