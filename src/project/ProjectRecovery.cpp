// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectRecovery.h"

#include "database/SqlConnection.h"
#include "project/ProjectSchema.h"
#include "project/WorkingCopy.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace ca {
namespace {

QDateTime lastWritten(const QString &folder)
{
    const QString database = WorkingCopy::databaseIn(folder);
    const QFileInfo journal(database + QStringLiteral("-wal"));
    const QDateTime written = QFileInfo(database).lastModified();
    return (journal.exists() ? std::max(written, journal.lastModified()) : written).toUTC();
}

int count(const SqlConnection &connection, const char *what)
{
    const Result<QVariant> number = connection.value(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(what));
    return number ? number->toInt() : 0;
}

bool isSaved(const SqlConnection &connection, const WorkingCopy::State &state)
{
    const Result<QVariant> revision = connection.value(QStringLiteral("SELECT value FROM meta WHERE key = 'revision'"));
    return revision && revision->toLongLong() == state.savedRevision;
}

/// nullopt if somebody works on it or there is nothing in it that is not saved.
std::optional<RecoverableProject> inspect(const QString &folder)
{
    RecoverableProject found;
    found.folder = folder;
    found.lastEdit = lastWritten(folder);  // before SQLite touches it
    const Result<std::unique_ptr<WorkingCopy>> copy = WorkingCopy::takeOver(folder);
    if (!copy)
        return std::nullopt;
    found.file = (*copy)->state().file;
    Result<std::unique_ptr<SqlConnection>> connection = ProjectSchema::open((*copy)->database());
    if (!connection) {
        found.problem = connection.error().message;
        return found;
    }
    if (!(*copy)->hasState() || (*connection)->readOnly() || isSaved(**connection, (*copy)->state())) {
        connection->reset();
        (*copy)->remove();
        return std::nullopt;
    }
    found.passages = count(**connection, "passages");
    found.links = count(**connection, "links WHERE removed = ''");
    found.notes = count(**connection, "notes");
    found.views = count(**connection, "views");
    found.lines = count(**connection, "osm_matches");
    return found;
}

} // namespace

std::vector<RecoverableProject> recoverableProjects(const QString &recoveryFolder)
{
    std::vector<RecoverableProject> found;
    const QDir root(recoveryFolder);
    for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (auto project = inspect(root.filePath(name)))
            found.push_back(*project);
    }
    std::sort(found.begin(), found.end(), [](const RecoverableProject &a, const RecoverableProject &b) { return a.lastEdit > b.lastEdit; });
    return found;
}

Result<Done> discardRecoverable(const RecoverableProject &project)
{
    const Result<std::unique_ptr<WorkingCopy>> copy = WorkingCopy::takeOver(project.folder);
    if (!copy)
        return copy.error();
    (*copy)->remove();
    return Done{};
}

} // namespace ca
