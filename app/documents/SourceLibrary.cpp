// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/SourceLibrary.h"

#include <QtConcurrent>

namespace ca {

namespace {

const QString inMemory = QStringLiteral(":memory:");

ImportReport failedReport(const QString &what, const Error &error)
{
    ImportReport report;
    report.files.push_back({what, error});
    return report;
}

/// Every text against its checksum, once in a while.
Result<Done> verifyIfDue(Library &library)
{
    constexpr int days = 7;
    const QDate last = library.verified();
    return last.isValid() && last.daysTo(QDate::currentDate()) < days ? Result<Done>(Done{}) : library.verify();
}

/// Looks after the library: passages of a newer atlas, silent damage. Whether anything changed.
Result<bool> tend(const QString &libraryFile, const Atlas &atlas, const CancelToken &cancel)
{
    const auto library = Library::open(libraryFile);
    if (!library)
        return library.error();
    if ((*library)->documents().empty())
        return false;
    const bool stale = !(*library)->knows(atlas);
    Result<Done> done = stale ? (*library)->recogniseAgain(atlas, cancel) : Result<Done>(Done{});
    if (done && !cancel.cancelled())
        done = verifyIfDue(**library);
    return done ? Result<bool>(stale) : Result<bool>(done.error());
}

} // namespace

SourceLibrary::SourceLibrary(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

SourceLibrary::~SourceLibrary()
{
    m_cancel.cancel();
    m_closing.cancel();
    m_pool.waitForDone();
}

Result<Done> SourceLibrary::open(const QString &file)
{
    cancel();
    auto opened = Library::open(file);
    Result<Done> result = opened ? Result<Done>(Done{}) : Result<Done>(opened.error());
    result.warn(opened.warnings());
    if (!opened)
        opened = Library::open(inMemory);
    if (opened)
        m_library = std::move(*opened);
    if (m_atlas)
        setAtlas(m_atlas);
    tellChanged();
    return result;
}

void SourceLibrary::setAtlas(std::shared_ptr<const Atlas> atlas)
{
    m_atlas = std::move(atlas);
    if (!m_library || !m_atlas || m_library->path() == inMemory)
        return;
    QtConcurrent::run(&m_pool, [file = m_library->path(), held = m_atlas, token = m_closing] {
        return tend(file, *held, token);
    }).then(this, [this](const Result<bool> &changedAny) {
        if (!changedAny)
            Q_EMIT failed(tr("The library needs attention: %1").arg(changedAny.error().text()));
        else if (*changedAny)
            tellChanged();
    });
}

bool SourceLibrary::hasArticle(const QString &record) const
{
    if (!m_records)
        m_records = m_library ? m_library->records() : QSet<QString>();
    return m_records->contains(record);
}

void SourceLibrary::add(const QStringList &paths)
{
    m_waiting.append({paths, m_options, {}});
    if (!m_running)
        startNext();
}

void SourceLibrary::addBytes(const QString &name, const QByteArray &bytes, bool selection)
{
    m_waiting.append({{}, {}, {name, bytes, selection}});
    if (!m_running)
        startNext();
}

SourceLibrary::Import SourceLibrary::importOf(const Job &job) const
{
    return [job, atlas = m_atlas](Library &library, const CancelToken &cancel, const ImportProgress &progress) {
        return job.paths.isEmpty() ? importLoose(library, job.loose, *atlas)
                                   : importInto(library, job.paths, *atlas, job.options, cancel, progress);
    };
}

void SourceLibrary::startNext()
{
    if (m_waiting.isEmpty())
        return;
    const Job job = m_waiting.takeFirst();
    const QString what = job.paths.isEmpty() ? job.loose.name : job.paths.front();
    if (!m_atlas || !m_library)
        return finish(failedReport(what, {tr("Sources can be added once the atlas is loaded."), {}, 0}));
    m_cancel = CancelToken();
    const Import import = importOf(job);
    // A library in memory belongs to this thread.
    if (m_library->path() == inMemory)
        return finish(import(*m_library, m_cancel, {}));
    m_running = true;
    Q_EMIT progress(0, 0);
    const ImportProgress tell = [this](int done, int all) {
        QMetaObject::invokeMethod(this, [this, done, all] { Q_EMIT progress(done, all); });
    };
    // A file can be opened a second time, on the worker.
    QtConcurrent::run(&m_pool, [file = m_library->path(), import, what, token = m_cancel, tell] {
        const auto library = Library::open(file);
        return library ? import(**library, token, tell) : failedReport(what, library.error());
    }).then(this, [this](const ImportReport &report) { finish(report); });
}

void SourceLibrary::finish(const ImportReport &report)
{
    m_running = false;
    Q_EMIT imported(report);
    tellChanged();
    startNext();
}

void SourceLibrary::cancel()
{
    m_waiting.clear();
    m_cancel.cancel();
}

Result<Done> SourceLibrary::remove(qint64 document)
{
    const Result<Done> done = m_library->remove(document);
    tellChanged();
    return done;
}

Result<Done> SourceLibrary::setCsl(qint64 document, const QJsonObject &csl)
{
    const Result<Done> done = m_library->setCsl(document, csl);
    tellChanged();
    return done;
}

void SourceLibrary::tellChanged()
{
    m_records.reset();
    Q_EMIT changed();
}

} // namespace ca
