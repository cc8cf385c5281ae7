// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/LayerTree.h"

#include "atlas/Folding.h"
#include "layers/LayerMenu.h"
#include "panels/LayerDelegate.h"
#include "panels/LayerModel.h"
#include "window/Session.h"

#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace ca {
namespace {

/// Id of the user's layer in a row; empty for any other row.
QString userLayerAt(const QModelIndex &row)
{
    const bool ours = row.data(LayerModel::KindRole).toInt() == int(LayerModel::Kind::UserLayer);
    return ours ? row.data(LayerModel::IdRole).toString() : QString();
}

/// Calls visit(index) for all rows that have rows below them.
template <class Visit>
void forBranches(const QAbstractItemModel &model, const QModelIndex &parent, Visit visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (model.rowCount(index) > 0) {
            visit(index);
            forBranches(model, index, visit);
        }
    }
}

} // namespace

LayerTree::LayerTree(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new LayerModel(session, this)),
      m_proxy(new QSortFilterProxyModel(this)), m_filter(new QLineEdit(this)), m_view(new QTreeView(this))
{
    m_filter->setPlaceholderText(tr("Filter the list"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);

    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(LayerModel::SearchRole);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);

    m_view->setObjectName(QStringLiteral("layerTree"));
    m_view->setAccessibleName(tr("Corridors, subjects and layers"));
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(new LayerDelegate(session, this));
    m_view->setHeaderHidden(true);
    m_view->setIndentation(14);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filter);
    layout->addWidget(m_view);

    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->installEventFilter(this);
    auto *removal = new QShortcut(QKeySequence::Delete, m_view);
    removal->setContext(Qt::WidgetShortcut);
    connect(removal, &QShortcut::activated, this, &LayerTree::removeCurrent);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LayerTree::showMenu);
    connect(m_filter, &QLineEdit::textChanged, this, &LayerTree::filter);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &LayerTree::noteExpanded);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        restoreExpanded();
        followSelection();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &LayerTree::choose);
    connect(m_view, &QTreeView::clicked, this, &LayerTree::choose);
    connect(m_view, &QTreeView::entered, this, [this](const QModelIndex &index) {
        m_session.selection().hover(index.data(LayerModel::IdRole).toString());
    });
    connect(&session.selection(), &Selection::subjectChanged, this, &LayerTree::followSelection);
    connect(&session, &Session::corridorChanged, this, &LayerTree::followSelection);
    expandDefaults();
}

QModelIndex LayerTree::viewIndex(const QModelIndex &modelIndex) const
{
    return m_proxy->mapFromSource(modelIndex);
}

bool LayerTree::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_session.selection().hover({});
    return QWidget::eventFilter(watched, event);
}

void LayerTree::filter(const QString &words)
{
    m_proxy->setFilterFixedString(fold(words.trimmed()));
    if (words.trimmed().isEmpty())
        expandDefaults();
    else
        m_view->expandAll();
    followSelection();
}

void LayerTree::expandDefaults()
{
    m_view->collapseAll();
    m_view->expandToDepth(0);
    // The first corridor open shows at once that there is something inside the others.
    bool found = false;
    forBranches(*m_proxy, {}, [&](const QModelIndex &index) {
        const bool corridor = index.data(LayerModel::KindRole).toInt() == int(LayerModel::Kind::Corridor);
        if (corridor && !std::exchange(found, true))
            m_view->expand(index);
    });
}

/// By title: what was open stays open when another layer comes or a status changes, not when the language does.
void LayerTree::noteExpanded()
{
    m_open.clear();
    m_closed.clear();
    forBranches(*m_proxy, {}, [this](const QModelIndex &index) {
        (m_view->isExpanded(index) ? m_open : m_closed).insert(index.data().toString());
    });
}

void LayerTree::restoreExpanded()
{
    if (!m_filter->text().trimmed().isEmpty())
        return m_view->expandAll();
    if (m_open.isEmpty())
        return expandDefaults();
    forBranches(*m_proxy, {}, [this](const QModelIndex &index) {
        const QString title = index.data().toString();
        const bool newGroup = !index.parent().isValid() && !m_closed.contains(title);
        m_view->setExpanded(index, newGroup || m_open.contains(title));
    });
}

void LayerTree::choose(const QModelIndex &current)
{
    const auto kind = static_cast<LayerModel::Kind>(current.data(LayerModel::KindRole).toInt());
    const QString id = current.data(LayerModel::IdRole).toString();
    if (!current.isValid() || id.isEmpty() || kind == LayerModel::Kind::BaseLayer
        || kind == LayerModel::Kind::UserLayer)
        return;
    if (m_busy)
        return;
    const QScopedValueRollback<bool> busy(m_busy, true);
    const QString corridor = current.data(LayerModel::CorridorRole).toString();
    if (!corridor.isEmpty())
        m_session.setCorridor(corridor);
    if (id != m_session.selection().subject())
        m_session.selection().selectSubject(id);
}

void LayerTree::followSelection()
{
    if (m_busy)
        return;
    const QScopedValueRollback<bool> busy(m_busy, true);
    const QModelIndex row = viewIndex(m_model->find(m_session.selection().subject(), m_session.corridor()));
    if (row == m_view->currentIndex())
        return;
    m_view->selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect);
    if (row.isValid())
        m_view->scrollTo(row);
}

void LayerTree::showMenu(QPoint at)
{
    const QString id = userLayerAt(m_view->indexAt(at));
    if (id.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillLayerMenu(*menu, m_session.layers(), id, this, [this](const GeoBox &extent) { Q_EMIT zoomRequested(extent); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void LayerTree::removeCurrent()
{
    const QString id = userLayerAt(m_view->currentIndex());
    if (!id.isEmpty())
        m_session.layers().remove(id);
}

} // namespace ca
