// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/AllPassages.h"

#include "atlas/Folding.h"
#include "panels/PassageDelegate.h"
#include "panels/PassageModel.h"
#include "window/LinkHandler.h"

#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace ca {

AllPassages::AllPassages(Session &session, LinkHandler &links, QWidget *parent)
    : QWidget(parent), m_session(session), m_links(links), m_model(new PassageModel(session, this)),
      m_proxy(new QSortFilterProxyModel(this)), m_filter(new QLineEdit(this)), m_count(new QLabel(this)),
      m_view(new QTreeView(this))
{
    m_filter->setPlaceholderText(tr("Filter passages"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);

    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(PassageModel::SearchRole);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_view->setObjectName(QStringLiteral("allPassages"));
    m_view->setAccessibleName(tr("All passages by article"));
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(new PassageDelegate(this));
    m_view->setHeaderHidden(true);
    m_view->setIndentation(12);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Rows are measured for the width without it; appearing later it would cut their last words.
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_filter);
    layout->addWidget(m_count);
    layout->addWidget(m_view);

    connect(m_filter, &QLineEdit::textChanged, this, &AllPassages::filter);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_view->expandAll();
        showCount();
        followPassage(m_session.selection().passage());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AllPassages::choose);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QString id = index.data(PassageModel::PassageRole).toString();
        if (!id.isEmpty())
            m_links.follow(QUrl(QStringLiteral("read:") + id));
    });
    connect(m_view, &QTreeView::clicked, this, &AllPassages::choose);
    connect(&session.selection(), &Selection::passageChanged, this, &AllPassages::followPassage);
    m_view->expandAll();
    showCount();
}

void AllPassages::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Wrapped rows are as high as the width makes them; the chosen one stays in sight.
    m_view->doItemsLayout();
    if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
}

void AllPassages::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void AllPassages::filter(const QString &words)
{
    m_proxy->setFilterFixedString(fold(words.trimmed()));
    m_view->expandAll();
    showCount();
}

void AllPassages::showCount()
{
    int shown = 0;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        shown += m_proxy->rowCount(m_proxy->index(row, 0));
    m_count->setText(shown == m_model->passageCount()
                         ? tr("%1 passages in %2 articles").arg(shown).arg(m_model->rowCount())
                         : tr("%1 of %2 passages").arg(shown).arg(m_model->passageCount()));
}

void AllPassages::choose(const QModelIndex &current)
{
    const QString id = current.data(PassageModel::PassageRole).toString();
    if (m_busy || id.isEmpty())
        return;
    const QScopedValueRollback<bool> busy(m_busy, true);
    m_links.follow(QUrl(QStringLiteral("passage:") + id));
}

void AllPassages::followPassage(const QString &passage)
{
    if (m_busy)
        return;
    const QScopedValueRollback<bool> busy(m_busy, true);
    const QModelIndex row = m_proxy->mapFromSource(m_model->find(passage));
    m_view->selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect);
    if (row.isValid())
        m_view->scrollTo(row);
}

} // namespace ca
