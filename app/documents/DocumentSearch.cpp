// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/DocumentSearch.h"

#include <atomic>

namespace ca {

/// Lives on the thread of its own.
class DocumentSearch::Worker : public QObject {
public:
    std::atomic<quint64> newest{0};

    void open(const QString &path)
    {
        if (path == m_path)
            return;
        m_library.reset();
        m_path = path;
    }

    [[nodiscard]] std::vector<SearchHit> search(const DocumentQuery &query)
    {
        if (!m_library && !m_path.isEmpty()) {
            auto opened = Library::open(m_path);
            if (opened)
                m_library = std::move(*opened);
        }
        return m_library ? m_library->search(query.words, query.limit, query.filter) : std::vector<SearchHit>();
    }

    /// A connection belongs to the thread that opened it.
    void close() { m_library.reset(); }

private:
    QString m_path;
    std::unique_ptr<Library> m_library;
};

DocumentSearch::DocumentSearch(QObject *parent) : QObject(parent), m_worker(new Worker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, [worker = m_worker] { worker->close(); }, Qt::DirectConnection);
}

DocumentSearch::~DocumentSearch()
{
    ++m_worker->newest;
    m_thread.quit();
    m_thread.wait();
    delete m_worker;   // its thread has ended, or never began
}

void DocumentSearch::setLibrary(Library *library)
{
    m_library = library;
    forget();
    const bool file = library && library->path() != QLatin1String(":memory:");
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, path = file ? library->path() : QString()] { worker->open(path); });
}

void DocumentSearch::forget()
{
    m_worker->newest = ++m_asked;
}

void DocumentSearch::ask(const DocumentQuery &query)
{
    const quint64 number = ++m_asked;
    m_worker->newest = number;
    if (m_library && m_library->path() == QLatin1String(":memory:")) {
        Q_EMIT found(query.words, m_library->search(query.words, query.limit, query.filter));
        return;
    }
    if (!m_thread.isRunning())   // not before it is needed
        m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, query, number] {
        if (worker->newest != number)
            return;
        const std::vector<SearchHit> hits = worker->search(query);
        QMetaObject::invokeMethod(this, [this, number, words = query.words, hits] {
            if (number == m_asked)
                Q_EMIT found(words, hits);
        });
    });
}

} // namespace ca
