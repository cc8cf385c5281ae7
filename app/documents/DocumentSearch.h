// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Library.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace ca {

/// What full-text search of the library is asked.
struct DocumentQuery {
    QString words;
    DocumentFilter filter;
    int limit = 50;
};

/// Full-text search on a thread of its own with a connection of its own, so that typing never waits. Lives on the GUI
/// thread; of questions that pile up only the newest is answered.
class DocumentSearch : public QObject {
    Q_OBJECT
public:
    explicit DocumentSearch(QObject *parent = nullptr);
    ~DocumentSearch() override;

    /// Looks into the library that @p library has open from now on; a library in memory is searched on the calling
    /// thread. The library must outlive the search or be replaced by null.
    void setLibrary(Library *library);
    /// Answered by one found() unless another ask() or setLibrary() comes first.
    void ask(const DocumentQuery &query);
    /// What was asked is not wanted any more.
    void forget();

Q_SIGNALS:
    void found(const QString &words, const std::vector<ca::SearchHit> &hits);

private:
    class Worker;
    Library *m_library = nullptr;
    Worker *m_worker;
    QThread m_thread;
    quint64 m_asked = 0;
};

} // namespace ca
