// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace ca {

class LinkHandler;
class PassageModel;
class Session;

/// Every passage of every article, with a filter. A click selects the passage and what it speaks of.
class AllPassages : public QWidget {
    Q_OBJECT
public:
    AllPassages(Session &session, LinkHandler &links, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] PassageModel *model() const { return m_model; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void filter(const QString &words);
    void choose(const QModelIndex &current);
    void followPassage(const QString &passage);
    void showCount();

    Session &m_session;
    LinkHandler &m_links;
    PassageModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTreeView *m_view;
    bool m_busy = false;
};

} // namespace ca
