// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ViewsPanel.h"

#include "figures/FigureViews.h"
#include "project/Project.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ca {

ViewsPanel::ViewsPanel(FigureViews &views, QWidget *parent)
    : QWidget(parent), m_views(views), m_list(new QListWidget(this)), m_keep(addButton(tr("&Keep …"), "keepView", tr("Keep map and figure under a name"))),
      m_replace(addButton(tr("Re&place"), "replaceView", tr("The chosen view becomes what map and figure show now"))),
      m_rename(addButton(tr("Rena&me …"), "renameView", tr("Another name for the chosen view"))),
      m_remove(addButton(tr("Remo&ve"), "removeView", tr("Remove the chosen view from the project")))
{
    m_list->setObjectName(QStringLiteral("viewsList"));
    m_list->setAccessibleName(tr("Views of the project"));
    m_list->setToolTip(tr("A click goes to the view"));
    m_list->installEventFilter(this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton *button : {m_keep, m_replace, m_rename, m_remove})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_list, &QListWidget::itemClicked, this, [this] { m_views.go(chosen()); }, Qt::QueuedConnection);  // refills the list
    connect(m_list, &QListWidget::currentRowChanged, this, &ViewsPanel::refresh);
    connect(m_keep, &QPushButton::clicked, &views, &FigureViews::askAndKeep);
    connect(m_replace, &QPushButton::clicked, this, [this] { m_views.replace(chosen()); });
    connect(m_rename, &QPushButton::clicked, this, [this] { m_views.askAndRename(chosen()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_views.remove(chosen()); });
    connect(&views, &FigureViews::changed, this, &ViewsPanel::refill);
    refill();
}

QPushButton *ViewsPanel::addButton(const QString &text, const char *name, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(QString(text).remove(u'&')) + 14);
    return button;
}

QString ViewsPanel::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void ViewsPanel::refill()
{
    const QString before = m_views.currentId().isEmpty() ? chosen() : m_views.currentId();
    const int row = m_list->currentRow();
    m_list->clear();
    for (const ProjectView &view : m_views.project().views()) {
        auto *item = new QListWidgetItem(view.name, m_list);
        item->setData(Qt::UserRole, view.id);
        if (view.id == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && row >= 0 && m_list->count() > 0)
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    refresh();
}

void ViewsPanel::refresh()
{
    const bool open = m_views.canKeep();
    m_keep->setEnabled(open);
    for (QPushButton *button : {m_replace, m_rename, m_remove})
        button->setEnabled(open && m_list->currentItem());
}

bool ViewsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || chosen().isEmpty())
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_views.go(chosen());
        return true;
    case Qt::Key_F2:
        m_views.askAndRename(chosen());
        return true;
    case Qt::Key_Delete:
        m_views.remove(chosen());
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace ca
