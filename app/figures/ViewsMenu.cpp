// SPDX-License-Identifier: GPL-3.0-or-later
// FigureViews: its menu.
#include "figures/FigureViews.h"

#include "project/Project.h"

#include <QAction>
#include <QMenu>

namespace ca {

namespace {

constexpr int mostShortcuts = 9;

QString inMenu(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

void FigureViews::fillMenu(QMenu &menu)
{
    menu.setObjectName(QStringLiteral("viewsMenu"));
    connect(this, &FigureViews::changed, &menu, [this, &menu] { refill(menu); });
    refill(menu);
}

void FigureViews::refill(QMenu &menu)
{
    for (QMenu *changes : menu.findChildren<QMenu *>(Qt::FindDirectChildrenOnly))
        changes->deleteLater();  // clear() leaves them
    menu.clear();
    // Later: what is triggered changes the menu that it is an entry of.
    QAction *keep = menu.addAction(tr("&Keep this view …"));
    connect(keep, &QAction::triggered, this, &FigureViews::askAndKeep, Qt::QueuedConnection);
    keep->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    keep->setEnabled(canKeep());
    const QString current = currentId();
    if (!current.isEmpty())
        addChanges(menu, current);
    menu.addSeparator();
    int number = 0;
    for (const ProjectView &kept : project().views()) {
        QAction *go = menu.addAction(++number <= mostShortcuts ? tr("&%1 %2").arg(number).arg(inMenu(kept.name)) : inMenu(kept.name));
        if (number <= mostShortcuts)
            go->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)));
        go->setCheckable(true);
        go->setChecked(kept.id == current);
        connect(go, &QAction::triggered, this, [this, id = kept.id] { this->go(id); }, Qt::QueuedConnection);
    }
    if (number == 0)
        menu.addAction(tr("No views kept so far"))->setEnabled(false);
}

void FigureViews::addChanges(QMenu &menu, const QString &id)
{
    const QString name = inMenu(project().view(id)->name);
    const bool open = canKeep();
    const auto add = [&](const QString &text, auto act) {
        QAction *action = menu.addAction(text);
        action->setEnabled(open);
        connect(action, &QAction::triggered, this, act, Qt::QueuedConnection);
    };
    add(tr("&Replace “%1” by this").arg(name), [this, id] { replace(id); });
    add(tr("Re&name “%1” …").arg(name), [this, id] { askAndRename(id); });
    add(tr("Re&move “%1”").arg(name), [this, id] { remove(id); });
}

} // namespace ca
