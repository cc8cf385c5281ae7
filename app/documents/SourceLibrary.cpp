// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/SourceLibrary.h"

#include <QPointer>
#include <QtConcurrent>

namespace ca {

namespace {

const QString inMemory = QStringLiteral(":memory:");

ImportReport failedReport(const QStringList &paths, const Error &error)
{
    ImportReport report;
    for (const QString &path : paths)
        report.files.push_back({path, error});
    return report;
}

/// A library file can be opened a second time, on the worker.
ImportReport importOnWorker(const QString &libraryFile, const QStringList &paths, const Atlas &atlas,
                            const ImportOptions &options, const CancelToken &cancel, const ImportProgress &progress)
{
    const auto library = Library::open(libraryFile);
    return library ? importInto(**library, paths, atlas, options, cancel, progress) : failedReport(paths, library.error());
}

/// Did anything change?
bool recogniseOnWorker(const QString &libraryFile, const Atlas &atlas, const CancelToken &cancel)
{
    const auto library = Library::open(libraryFile);
    if (!library || (*library)->documents().empty())
        return false;
    const bool before = (*library)->knows(atlas);
    return !before && (*library)->recogniseAgain(atlas, cancel).ok();
}

} // namespace

SourceLibrary::SourceLibrary(QObject *parent) : QObject(parent) {}

SourceLibrary::~SourceLibrary()
{
    m_cancel.cancel();
    m_closing.cancel();
}

Result<Done> SourceLibrary::open(const QString &file)
{
    cancel();
    m_texts.clear();
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
    QtConcurrent::run([file = m_library->path(), held = m_atlas, token = m_closing] {
        return recogniseOnWorker(file, *held, token);
    }).then(this, [this](bool changedAny) {
        if (changedAny)
            tellChanged();
    });
}

std::shared_ptr<const ArticleText> SourceLibrary::articleText(const QString &record) const
{
    if (!m_library)
        return nullptr;
    const auto known = m_texts.constFind(record);
    if (known != m_texts.constEnd())
        return *known;
    std::shared_ptr<const ArticleText> text;
    if (const auto document = m_library->documentForRecord(record))
        text = std::make_shared<const ArticleText>(m_library->text(document->id));
    m_texts.insert(record, text);
    return text;
}

void SourceLibrary::add(const QStringList &paths, const ImportOptions &options)
{
    m_waiting.append({paths, options});
    if (!m_running)
        startNext();
}

void SourceLibrary::startNext()
{
    if (m_waiting.isEmpty())
        return;
    const Job job = m_waiting.takeFirst();
    if (!m_atlas || !m_library)
        return finish(failedReport(job.paths, {tr("Sources can be added once the atlas is loaded."), {}, 0}));
    m_cancel = CancelToken();
    // A library in memory belongs to this thread.
    if (m_library->path() == inMemory)
        return finish(importInto(*m_library, job.paths, *m_atlas, job.options, m_cancel));
    m_running = true;
    Q_EMIT progress(0, 0);
    // The worker may outlive this object for the rest of a batch; what it has to say then is for nobody.
    const QPointer<SourceLibrary> self(this);
    const ImportProgress tell = [self](int done, int all) {
        QMetaObject::invokeMethod(qApp, [self, done, all] {
            if (self)
                Q_EMIT self->progress(done, all);
        });
    };
    QtConcurrent::run([file = m_library->path(), job, atlas = m_atlas, token = m_cancel, tell] {
        return importOnWorker(file, job.paths, *atlas, job.options, token, tell);
    }).then(this, [this](const ImportReport &report) { finish(report); });
}

void SourceLibrary::finish(const ImportReport &report)
{
    m_running = false;
    Q_EMIT imported(report);
    tellChanged();
    startNext();
}

void SourceLibrary::addBytes(const QString &name, const QByteArray &bytes)
{
    if (!m_atlas || !m_library)
        return finish(failedReport({name}, {tr("Sources can be added once the atlas is loaded."), {}, 0}));
    const auto prepared = prepareBytes(name, bytes, *m_atlas);
    Result<Document> stored = prepared ? m_library->store(*prepared) : Result<Document>(prepared.error());
    stored.warn(prepared.warnings());
    ImportReport report;
    report.files.push_back({name, std::move(stored)});
    Q_EMIT imported(report);
    tellChanged();
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
    m_texts.clear();
    Q_EMIT changed();
}

} // namespace ca
