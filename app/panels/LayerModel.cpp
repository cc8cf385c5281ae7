// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/LayerModel.h"

#include "panels/LayerNodes.h"
#include "window/Session.h"

#include <algorithm>

namespace ca {

namespace {

void toggle(QSet<QString> &hidden, const QString &id, bool show)
{
    if (show)
        hidden.remove(id);
    else
        hidden.insert(id);
}

} // namespace

LayerModel::LayerModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent), m_session(session), m_root(buildLayerNodes(session))
{
    connect(&session, &Session::atlasLoaded, this, &LayerModel::rebuild);
    // The base map's credits come with the scene.
    connect(&session, &Session::sceneChanged, this, &LayerModel::rebuild);
    connect(&session, &Session::lookChanged, this, &LayerModel::rebuild);
    connect(&session.layers(), &LayerList::listChanged, this, &LayerModel::rebuild);
    connect(&session.layers(), &LayerList::changed, this, [this] { emitAllChanged({}, {Qt::DecorationRole}); });
    connect(&session, &Session::visibilityChanged, this, [this] { emitAllChanged({}, {Qt::CheckStateRole}); });
}

LayerModel::~LayerModel() = default;

void LayerModel::rebuild()
{
    beginResetModel();
    m_root = buildLayerNodes(m_session);
    endResetModel();
}

const LayerNode *LayerModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const LayerNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex LayerModel::indexOf(const LayerNode *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

QModelIndex LayerModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex LayerModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(node(index)->parent) : QModelIndex();
}

int LayerModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int LayerModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::CheckState LayerModel::checkState(const LayerNode &node) const
{
    const Visibility &visibility = m_session.visibility();
    bool shown = true;
    if (node.kind == Kind::BaseLayer)
        shown = visibility.layer(node.id);
    else if (node.kind == Kind::UserLayer)
        shown = visibility.layer(UserLayer::visibilityId(node.id));
    else if (node.kind == Kind::Corridor)
        shown = !visibility.hiddenCorridors.contains(node.id);
    else if (node.kind == Kind::Segment)
        shown = !visibility.hiddenSegments.contains(node.id);
    return shown ? Qt::Checked : Qt::Unchecked;
}

QVariant LayerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LayerNode &row = *node(index);
    const bool checkable = flags(index).testFlag(Qt::ItemIsUserCheckable);
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.tip.isEmpty() ? QVariant() : row.tip;
    case Qt::AccessibleTextRole:
        return row.detail.isEmpty() ? row.title : row.title + QStringLiteral(", ") + row.detail;
    case Qt::CheckStateRole:
        return checkable ? QVariant(checkState(row)) : QVariant();
    case IdRole:
        return row.id;
    case KindRole:
        return static_cast<int>(row.kind);
    case CorridorRole:
        return row.corridor;
    case DetailRole:
        return row.detail;
    case ModeRole:
        return static_cast<int>(row.mode);
    case StatusRole:
        return static_cast<int>(row.status);
    case SubjectKindRole:
        return static_cast<int>(row.subjectKind);
    case SearchRole:
        return row.search;
    default:
        return {};
    }
}

Qt::ItemFlags LayerModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Kind kind = node(index)->kind;
    Qt::ItemFlags flags = Qt::ItemIsEnabled;
    if (kind != Kind::Group)
        flags |= Qt::ItemIsSelectable;
    if (kind == Kind::Corridor || kind == Kind::Segment || kind == Kind::BaseLayer
        || (kind == Kind::UserLayer && !node(index)->id.isEmpty()))
        flags |= Qt::ItemIsUserCheckable;
    if (rowCount(index) == 0)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

bool LayerModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const LayerNode &row = *node(index);
    const bool show = value.toInt() == Qt::Checked;
    Visibility visibility = m_session.visibility();
    if (row.kind == Kind::BaseLayer)
        toggle(visibility.hiddenLayers, row.id, show);
    else if (row.kind == Kind::UserLayer)
        toggle(visibility.hiddenLayers, UserLayer::visibilityId(row.id), show);
    else if (row.kind == Kind::Corridor)
        toggle(visibility.hiddenCorridors, row.id, show);
    else
        toggle(visibility.hiddenSegments, row.id, show);
    m_session.setVisibility(visibility);
    return true;
}

void LayerModel::emitAllChanged(const QModelIndex &parent, const QList<int> &roles)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent), roles);
    for (int row = 0; row < rows; ++row)
        emitAllChanged(index(row, 0, parent), roles);
}

QModelIndex LayerModel::find(const QString &id, const QString &corridor) const
{
    const LayerNode *found = nullptr;
    const auto visit = [&](const auto &self, const LayerNode &row) -> void {
        const bool wanted = row.id == id && row.kind != Kind::UserLayer && row.kind != Kind::BaseLayer && row.kind != Kind::Group;
        if (wanted && (!found || (row.corridor == corridor && found->corridor != corridor)))
            found = &row;
        for (const auto &child : row.children)
            self(self, *child);
    };
    if (!id.isEmpty())
        visit(visit, *m_root);
    return found ? indexOf(found) : QModelIndex();
}

} // namespace ca
