// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"

#include <QSet>
#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace ca {

class LayerModel;
class Session;

/// The list on the left: corridors and segments, other subjects, base layers; with a filter.
class LayerTree : public QWidget {
    Q_OBJECT
public:
    explicit LayerTree(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] LayerModel *model() const { return m_model; }
    /// Row in the view for a row of the model.
    [[nodiscard]] QModelIndex viewIndex(const QModelIndex &modelIndex) const;

Q_SIGNALS:
    void zoomRequested(const ca::GeoBox &extent);  ///< to a layer of the user's

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &words);
    void expandDefaults();
    void noteExpanded();
    void restoreExpanded();
    void choose(const QModelIndex &current);
    void followSelection();
    void showMenu(QPoint at);
    void removeCurrent();

    Session &m_session;
    LayerModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QSet<QString> m_open, m_closed;  ///< titles of rows before the model is reset; see noteExpanded()
    bool m_busy = false;   ///< choosing or following: the other must not answer
};

} // namespace ca
