// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/WorkingCopy.h"

#include "base/Tr.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

namespace ca {
namespace {

QString stateIn(const QString &folder)
{
    return folder + QStringLiteral("/state.json");
}

WorkingCopy::State readState(const QString &folder)
{
    QFile file(stateIn(folder));
    constexpr qint64 most = 1 << 20;
    const QJsonObject json = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(most)).object() : QJsonObject();
    return {json.value(QStringLiteral("file")).toString(), json.value(QStringLiteral("sha256")).toString(),
            json.value(QStringLiteral("savedRevision")).toInteger()};
}

Result<Done> makePrivateFolder(const QString &folder)
{
    if (QDir().mkpath(folder) && QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Done{};
    return Error{tr("The folder for unsaved work cannot be made."), folder};
}

} // namespace

WorkingCopy::WorkingCopy(const QString &folder) : m_folder(folder), m_lock(folder + QStringLiteral("/lock"))
{
    m_lock.setStaleLockTime(0);  // a project may stay open for weeks; only a dead process gives up its lock
}

WorkingCopy::~WorkingCopy() = default;

Result<std::unique_ptr<WorkingCopy>> WorkingCopy::create(const QString &recoveryFolder)
{
    const QString folder = recoveryFolder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Result<Done> made = makePrivateFolder(folder);
    if (!made)
        return made.error();
    std::unique_ptr<WorkingCopy> copy(new WorkingCopy(folder));
    if (!copy->m_lock.tryLock())
        return Error{tr("The folder for unsaved work cannot be written to."), folder};
    return copy;
}

Result<std::unique_ptr<WorkingCopy>> WorkingCopy::takeOver(const QString &folder)
{
    std::unique_ptr<WorkingCopy> copy(new WorkingCopy(folder));
    if (!QFile::exists(databaseIn(folder)) || !copy->m_lock.tryLock())
        return Error{tr("This unsaved work is in use or no longer there."), folder};
    copy->m_state = readState(folder);
    return copy;
}

QString WorkingCopy::databaseIn(const QString &folder)
{
    return folder + QStringLiteral("/work.catlas");
}

QString WorkingCopy::snapshot() const
{
    return m_folder + QStringLiteral("/snapshot.catlas");
}

bool WorkingCopy::hasState() const
{
    return QFile::exists(stateIn(m_folder));
}

Result<Done> WorkingCopy::setState(const State &state)
{
    m_state = state;
    const QJsonObject json{{QStringLiteral("file"), state.file},
                           {QStringLiteral("sha256"), state.sha256},
                           {QStringLiteral("savedRevision"), state.savedRevision}};
    QSaveFile file(stateIn(m_folder));
    const QByteArray bytes = QJsonDocument(json).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{tr("The folder for unsaved work cannot be written to: %1.").arg(file.errorString()), m_folder};
    return Done{};
}

void WorkingCopy::remove()
{
    // The lock's file goes with the folder, after the rest of it: nobody can take over half a folder.
    for (const QString &name : QDir(m_folder).entryList(QDir::Files)) {
        if (name != QLatin1String("lock"))
            QFile::remove(m_folder + u'/' + name);
    }
    m_lock.unlock();
    QDir().rmdir(m_folder);
}

} // namespace ca
