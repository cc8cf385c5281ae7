// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/ReviewList.h"

#include <QWidget>

class QLabel;
class QListView;
class QStandardItemModel;
class QTimer;

namespace ca {

class LinkHandler;
class Session;

/// The passages that are not exact in the user's copies, with the reason; a click shows one in the reader.
class ReviewPanel : public QWidget {
    Q_OBJECT
public:
    ReviewPanel(Session &session, LinkHandler &links, QWidget *parent = nullptr);

    [[nodiscard]] QListView *view() const { return m_view; }
    /// Makes the list anew at once rather than when things have calmed down. For tests.
    void refreshNow();

Q_SIGNALS:
    void refreshed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refreshLater();
    void show(const std::vector<ReviewItem> &items);

    Session &m_session;
    LinkHandler &m_links;
    QLabel *m_summary;
    QListView *m_view;
    QStandardItemModel *m_model;
    QTimer *m_calm;
    bool m_stale = true;
    int m_turn = 0;
};

} // namespace ca
