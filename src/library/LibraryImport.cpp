// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryImport.h"

#include "base/Parallel.h"
#include "base/Tr.h"
#include "document/TextExtractor.h"
#include "library/Library.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <utility>

namespace ca {
namespace {

/// Files read at once: enough to keep the cores busy, few enough for memory and for the progress to move.
constexpr std::size_t batchSize = 16;
constexpr int mostFiles = 100'000;

class FileList {
public:
    FileList(const QStringList &paths, const CancelToken &cancel, QStringList &problems)
        : m_cancel(cancel), m_problems(problems)
    {
        for (const QString &path : paths) {
            if (QFileInfo(path).isDir())
                addFolder(path);
            else
                m_files << path;
        }
    }
    [[nodiscard]] const QStringList &files() const { return m_files; }

private:
    bool tellUnreadable(const QFileInfo &folder)
    {
        const bool readable = folder.isReadable() && folder.isExecutable();
        if (!readable)
            m_problems << tr("%1: the folder cannot be read: permission denied.").arg(folder.filePath());
        return !readable;
    }

    void addFolder(const QString &folder)
    {
        if (tellUnreadable(QFileInfo(folder)))
            return;
        QStringList found;
        int others = 0;
        // Links are not followed: they may lead in circles.
        QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (entries.hasNext() && !m_cancel.cancelled() && found.size() < mostFiles) {
            const QString file = entries.next();
            if (entries.fileInfo().isDir())
                tellUnreadable(entries.fileInfo());
            else if (TextExtractor::supports(entries.fileName()))
                found << file;
            else
                ++others;
        }
        if (others > 0)
            m_problems << (others == 1 ? tr("%1: 1 file of another type was left out.").arg(folder)
                                       : tr("%1: %2 files of other types were left out.").arg(folder).arg(others));
        if (found.isEmpty() && others == 0)
            m_problems << tr("%1: the folder is empty.").arg(folder);
        if (found.size() >= mostFiles)
            m_problems << tr("%1: only the first %2 files were looked at.").arg(folder).arg(mostFiles);
        found.sort();
        m_files += found;
    }

    const CancelToken &m_cancel;
    QStringList &m_problems;
    QStringList m_files;
};

using Prepared = std::optional<Result<PreparedDocument>>;

std::vector<Prepared> prepareBatch(const QStringList &files, const Atlas &atlas, const ImportOptions &options,
                                   const CancelToken &cancel)
{
    std::vector<Prepared> batch(static_cast<std::size_t>(files.size()));
    parallelFor(batch.size(), cancel, [&](std::size_t i) {
        batch[i] = prepareDocument(files[static_cast<qsizetype>(i)], atlas, options, cancel);
    });
    return batch;
}

void storeBatch(Library &library, const QStringList &files, std::vector<Prepared> batch, const CancelToken &cancel,
                ImportReport &report)
{
    std::vector<PreparedDocument> good;
    for (Prepared &one : batch) {
        if (one && one->ok())
            good.push_back(std::move(**one));
    }
    std::vector<Result<Document>> stored = library.store(good);
    std::size_t next = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!batch[i] || (!batch[i]->ok() && cancel.cancelled()))
            continue;   // cancelled before or during its turn
        Result<Document> document = batch[i]->ok() ? std::move(stored[next++]) : Result<Document>(batch[i]->error());
        document.warn(batch[i]->warnings());
        report.files.push_back({files[static_cast<qsizetype>(i)], std::move(document)});
    }
}

} // namespace

int ImportReport::added() const
{
    return static_cast<int>(std::count_if(files.begin(), files.end(), [](const ImportedFile &f) {
        return f.document && !f.document->known;
    }));
}

int ImportReport::known() const
{
    return static_cast<int>(std::count_if(files.begin(), files.end(), [](const ImportedFile &f) {
        return f.document && f.document->known;
    }));
}

int ImportReport::recognised() const
{
    return static_cast<int>(std::count_if(files.begin(), files.end(), [](const ImportedFile &f) {
        return f.document && !f.document->known && !f.document->record.isEmpty();
    }));
}

int ImportReport::failed() const
{
    return static_cast<int>(std::count_if(files.begin(), files.end(), [](const ImportedFile &f) { return !f.document; }));
}

QStringList ImportReport::allProblems() const
{
    QStringList all = problems;
    for (const ImportedFile &file : files) {
        all += file.document.warnings();
        if (!file.document)
            all << file.document.error().text();
    }
    return all;
}

ImportReport importInto(Library &library, const QStringList &paths, const Atlas &atlas, const ImportOptions &options,
                        const CancelToken &cancel, const ImportProgress &progress)
{
    ImportReport report;
    const QStringList files = FileList(paths, cancel, report.problems).files();
    for (qsizetype at = 0; at < files.size() && !cancel.cancelled(); at += static_cast<qsizetype>(batchSize)) {
        const QStringList some = files.mid(at, static_cast<qsizetype>(batchSize));
        storeBatch(library, some, prepareBatch(some, atlas, options, cancel), cancel, report);
        if (progress)
            progress(static_cast<int>(std::min(files.size(), at + some.size())), static_cast<int>(files.size()));
    }
    report.cancelled = cancel.cancelled();
    return report;
}

ImportReport importLoose(Library &library, const LooseBytes &loose, const Atlas &atlas)
{
    const Result<PreparedDocument> prepared = prepareBytes(loose, atlas);
    Result<Document> stored = prepared ? library.store(*prepared) : Result<Document>(prepared.error());
    stored.warn(prepared.warnings());
    ImportReport report;
    report.files.push_back({loose.name, std::move(stored)});
    return report;
}

} // namespace ca
