// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Library.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace ca {

/// The library as the window uses it: opened once, files taken in on a worker with progress and
/// cancel. Lives on the GUI thread.
class SourceLibrary : public QObject {
    Q_OBJECT
public:
    explicit SourceLibrary(QObject *parent = nullptr);
    ~SourceLibrary() override;

    /// Opens @p file, or a library in memory where it cannot be used; the error tells why. Ends in changed(). What is
    /// being taken into the library before is stopped.
    [[nodiscard]] Result<Done> open(const QString &file);
    /// Looks for the passages of @p atlas in documents that were taken in under another state of it; on a worker.
    /// Ends in changed() when there was something to do.
    void setAtlas(std::shared_ptr<const Atlas> atlas);

    [[nodiscard]] Library *library() const { return m_library.get(); }
    /// Does the library hold the user's own copy of an article?
    [[nodiscard]] bool hasArticle(const QString &record) const;

    /// Takes files and folders in, on a worker where the library is a file; several calls queue up. Each ends in one
    /// imported(), before it changed().
    void add(const QStringList &paths);
    /// How files are taken in from now on.
    void setOptions(const ImportOptions &options) { m_options = options; }
    [[nodiscard]] const ImportOptions &options() const { return m_options; }
    /// The same for bytes that come from no file: pasted text or HTML. @p name tells the format by its suffix.
    /// @p selection: of HTML every word was chosen, nothing in it is boilerplate.
    void addBytes(const QString &name, const QByteArray &bytes, bool selection = false);
    [[nodiscard]] bool importing() const { return m_running; }
    /// Stops the import that is running and those waiting.
    void cancel();

    [[nodiscard]] Result<Done> remove(qint64 document);
    [[nodiscard]] Result<Done> setCsl(qint64 document, const QJsonObject &csl);

Q_SIGNALS:
    void changed();
    void progress(int done, int all);
    void imported(const ca::ImportReport &report);
    void failed(const QString &reason);

private:
    struct Job {
        QStringList paths;
        ImportOptions options;
        LooseBytes loose;    ///< instead of paths
    };
    using Import = std::function<ImportReport(Library &library, const CancelToken &cancel, const ImportProgress &progress)>;
    [[nodiscard]] Import importOf(const Job &job) const;
    void startNext();
    void finish(const ImportReport &report);
    void tellChanged();

    std::unique_ptr<Library> m_library;
    std::shared_ptr<const Atlas> m_atlas;
    ImportOptions m_options;
    QList<Job> m_waiting;
    CancelToken m_cancel;
    CancelToken m_closing;
    /// The library's own: one at a time, so that imports and recognition never wait for each other's lock, and drawing
    /// never waits for either.
    QThreadPool m_pool;
    bool m_running = false;
    mutable std::optional<QSet<QString>> m_records;   ///< of the documents, once asked for
};

} // namespace ca
