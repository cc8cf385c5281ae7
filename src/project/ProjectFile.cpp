// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectFile.h"

#include "base/Tr.h"
#include "database/SqlConnection.h"
#include "project/FileCopy.h"
#include "project/ProjectSchema.h"
#include "project/WorkingCopy.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace ca {
namespace {

/// The file itself where @p path is a link to it, so that the link is not replaced.
QString realPath(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
}

QString objectionToSource(const QFileInfo &info)
{
    constexpr qint64 mostBytes = 1LL << 30;
    if (!info.exists())
        return tr("There is no such file.");
    if (info.isDir())
        return tr("It is a folder, not a project.");
    if (!info.isFile())
        return tr("It is not an ordinary file.");
    if (!info.isReadable())
        return tr("The project cannot be read: permission denied.");
    if (info.size() == 0)
        return tr("The file is empty; it is not a project.");
    if (info.size() > mostBytes)
        return tr("It is too large for a project (over 1 GB).");
    return {};
}

/// What another program has not yet written into the file would be missing.
QString objectionToJournal(const QString &path)
{
    for (const char *suffix : {"-wal", "-journal"}) {
        const QFileInfo journal(path + QLatin1String(suffix));
        if (journal.exists() && journal.size() > 0)
            return tr("Another program has the project open or broke off while writing to it (there is a file %1). "
                            "Close that program, or move that file away.").arg(journal.fileName());
    }
    return {};
}

QString objectionToTarget(const QFileInfo &info)
{
    const QFileInfo folder(info.absolutePath());
    if (info.isDir())
        return tr("It is a folder.");
    if (info.exists() && !info.isFile())
        return tr("It is not an ordinary file.");
    if (!folder.isDir())
        return tr("The folder %1 does not exist.").arg(folder.filePath());
    if (info.exists() && !info.isWritable())
        return tr("The file is write-protected.");
    if (!folder.isWritable())
        return tr("The folder %1 cannot be written to.").arg(folder.filePath());
    return {};
}

/// Messages speak of the user's file, not of the copy.
Error about(const Error &error, const QString &file)
{
    return {error.message, file};
}

} // namespace

ProjectFile::ProjectFile(std::unique_ptr<WorkingCopy> copy, std::unique_ptr<SqlConnection> connection)
    : m_copy(std::move(copy)), m_connection(std::move(connection))
{
}

ProjectFile::~ProjectFile()
{
    const bool keep = !m_discarded && hasUnsavedEdits();
    m_connection.reset();
    if (!keep)
        m_copy->remove();
}

Result<std::unique_ptr<ProjectFile>> ProjectFile::create(const QString &recoveryFolder)
{
    Result<std::unique_ptr<WorkingCopy>> copy = WorkingCopy::create(recoveryFolder);
    if (!copy)
        return copy.error();
    Result<std::unique_ptr<SqlConnection>> connection = ProjectSchema::open((*copy)->database());
    if (!connection) {
        (*copy)->remove();
        return connection.error();
    }
    std::unique_ptr<ProjectFile> project(new ProjectFile(std::move(*copy), std::move(*connection)));
    const Result<Done> noted = project->m_copy->setState({});
    return noted ? Result<std::unique_ptr<ProjectFile>>(std::move(project)) : Result<std::unique_ptr<ProjectFile>>(noted.error());
}

Result<std::unique_ptr<ProjectFile>> ProjectFile::open(const QString &file, const QString &recoveryFolder)
{
    const QString path = realPath(file);
    QString reason = objectionToSource(QFileInfo(path));
    if (reason.isEmpty())
        reason = objectionToJournal(path);
    if (!reason.isEmpty())
        return Error{reason, file};
    Result<std::unique_ptr<WorkingCopy>> copy = WorkingCopy::create(recoveryFolder);
    if (!copy)
        return copy.error();
    const Result<QString> sha256 = copyFile(path, (*copy)->database());
    Result<std::unique_ptr<SqlConnection>> connection =
        sha256 ? ProjectSchema::open((*copy)->database()) : Result<std::unique_ptr<SqlConnection>>(sha256.error());
    if (!connection) {
        (*copy)->remove();
        return about(connection.error(), file);
    }
    std::unique_ptr<ProjectFile> project(new ProjectFile(std::move(*copy), std::move(*connection)));
    const Result<Done> noted = project->m_copy->setState({path, *sha256, project->revision()});
    if (!noted)
        return noted.error();
    Result<std::unique_ptr<ProjectFile>> opened(std::move(project));
    opened.warn(connection.warnings());
    return opened;
}

Result<std::unique_ptr<ProjectFile>> ProjectFile::recover(const QString &workingFolder)
{
    Result<std::unique_ptr<WorkingCopy>> copy = WorkingCopy::takeOver(workingFolder);
    if (!copy)
        return copy.error();
    Result<std::unique_ptr<SqlConnection>> connection = ProjectSchema::open((*copy)->database());
    if (!connection)
        return connection.error();
    Result<std::unique_ptr<ProjectFile>> opened(std::unique_ptr<ProjectFile>(new ProjectFile(std::move(*copy), std::move(*connection))));
    opened.warn(connection.warnings());
    return opened;
}

bool ProjectFile::readOnly() const
{
    return m_connection->readOnly();
}

QString ProjectFile::file() const
{
    return m_copy->state().file;
}

qint64 ProjectFile::revision() const
{
    const Result<QVariant> revision = m_connection->value(QStringLiteral("SELECT value FROM meta WHERE key = 'revision'"));
    return revision ? revision->toLongLong() : 0;
}

bool ProjectFile::hasUnsavedEdits() const
{
    return !readOnly() && revision() != m_copy->state().savedRevision;
}

bool ProjectFile::changedOnDisk() const
{
    if (file().isEmpty() || !QFileInfo::exists(file()))
        return false;
    const Result<QString> now = fileSha256(file());
    return !now || *now != m_copy->state().sha256;
}

Result<Done> ProjectFile::save(IfChanged ifChanged)
{
    if (file().isEmpty())
        return Error{tr("The project has no file yet."), {}};
    if (ifChanged == IfChanged::Refuse && changedOnDisk())
        return Error{tr("The file was changed by another program since it was opened; it was not overwritten."), file()};
    return writeTo(file());
}

Result<Done> ProjectFile::saveAs(const QString &file)
{
    return writeTo(realPath(file));
}

Result<Done> ProjectFile::writeTo(const QString &path)
{
    if (readOnly())
        return Error{tr("The project was made by a newer version of Corridor Atlas and is only for reading."), path};
    const QString reason = objectionToTarget(QFileInfo(path));
    if (!reason.isEmpty())
        return Error{reason, path};
    const QString snapshot = m_copy->snapshot();
    QFile::remove(snapshot);
    const qint64 saved = revision();
    const Result<Done> compacted = m_connection->run(QStringLiteral("VACUUM INTO ?"), {snapshot});
    const Result<QString> written = compacted ? replaceFile(path, snapshot) : Result<QString>(Error{
        tr("The project could not be made ready for saving: %1.").arg(compacted.error().message), path});
    QFile::remove(snapshot);
    if (!written)
        return written.error();
    const Result<Done> noted = m_copy->setState({path, *written, saved});
    Result<Done> done = Done{};
    return noted ? done : done.warn({noted.error().text()});
}

void ProjectFile::flush() const
{
    if (!readOnly())
        (void)m_connection->run(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

} // namespace ca
