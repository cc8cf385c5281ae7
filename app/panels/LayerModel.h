// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace ca {

class Session;
struct LayerNode;

/// Everything that can be switched or selected, as a tree: corridors with their segments, the user's layers, base
/// layers, and the other subjects of the articles. Checked = shown; boxes change Session's Visibility.
class LayerModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Kind { Group, Corridor, Segment, UserLayer, BaseLayer, Subject };
    enum Role {
        IdRole = Qt::UserRole,   ///< segment, subject or layer id (of the user's layers in LayerList); empty for groups
        KindRole,                ///< int(Kind)
        CorridorRole,            ///< of segments and corridors
        DetailRole,              ///< second line, small
        ModeRole,                ///< int(Mode), segments
        StatusRole,              ///< int(Status), segments
        SubjectKindRole,         ///< int(SubjectKind), subjects
        SearchRole               ///< all texts a filter looks at, folded
    };

    explicit LayerModel(Session &session, QObject *parent = nullptr);
    ~LayerModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Row of a segment or subject; a segment's row under @p corridor where it has one there.
    [[nodiscard]] QModelIndex find(const QString &id, const QString &corridor = {}) const;

private:
    void rebuild();
    void emitAllChanged(const QModelIndex &parent, const QList<int> &roles);
    [[nodiscard]] const LayerNode *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const LayerNode *node) const;
    [[nodiscard]] Qt::CheckState checkState(const LayerNode &node) const;

    Session &m_session;
    std::unique_ptr<LayerNode> m_root;
};

} // namespace ca
