// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/DocumentScope.h"
#include "documents/DocumentSearch.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QTimer;
class QToolButton;

namespace ca {

class DocumentModel;
class LibraryFilters;
class Session;

/// The user's sources: every document of the library, searched and narrowed, with the progress of what is being taken in.
class LibraryPanel : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPanel(Session &session, QWidget *parent = nullptr);

    /// For Ctrl+F: the cursor into the search line.
    void startSearch();
    /// The user's own links, for the filters.
    void setLinks(std::function<std::vector<LinkedText>()> links) { m_links = std::move(links); }
    [[nodiscard]] QListView *view() const { return m_view; }
    [[nodiscard]] QLineEdit *searchLine() const { return m_search; }
    [[nodiscard]] LibraryFilters *filters() const { return m_filters; }
    [[nodiscard]] DocumentModel *model() const { return m_model; }

Q_SIGNALS:
    /// Show this document; at @p offset (UTF-16) where that is not negative, with @p passage selected where that is not empty.
    void openRequested(qint64 document, int offset, const QString &passage);
    /// What was opened is to be read: Enter, not a click, after which F2 and Delete still mean the list.
    void readingRequested();
    void addRequested();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void reloadWhenSeen();
    void reload();
    void look();
    void takeHits(const QString &words, const std::vector<SearchHit> &hits);
    void showCount();
    void showProgress(int done, int all);
    void open(const QModelIndex &index);
    bool openByKey(const QObject *where);
    void showMenu(const QPoint &at);
    void editRecord(qint64 document);
    void remove(qint64 document);
    [[nodiscard]] qint64 current() const;

    Session &m_session;
    DocumentModel *m_model;
    DocumentSearch *m_searcher;
    LibraryFilters *m_filters;
    QLineEdit *m_search;
    QToolButton *m_filterButton;
    QLabel *m_count;
    QListView *m_view;
    QWidget *m_importBar;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QTimer *m_pause;   ///< between the last key and the search
    std::function<std::vector<LinkedText>()> m_links;
    bool m_stale = true;
};

} // namespace ca
