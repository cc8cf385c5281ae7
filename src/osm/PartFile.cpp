// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/PartFile.h"

#include "base/Tr.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>
#include <QStorageInfo>

#include <filesystem>
#include <unistd.h>

namespace ca {

namespace {

constexpr qint64 longestNotes = 64 << 10;

QString partPath(const QString &target)
{
    return target + QStringLiteral(".part");
}

QString partNotesPath(const QString &target)
{
    return target + QStringLiteral(".part.json");
}

PartNotes readPartNotes(const QString &target)
{
    QFile file(partNotesPath(target));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject notes = QJsonDocument::fromJson(file.read(longestNotes)).object();
    return {QUrl(notes.value(QLatin1String("url")).toString()), notes.value(QLatin1String("etag")).toString().toLatin1(),
            notes.value(QLatin1String("lastModified")).toString().toLatin1(), notes.value(QLatin1String("total")).toInteger(-1)};
}

bool writePartNotes(const QString &target, const PartNotes &notes)
{
    const QJsonObject object{{QStringLiteral("url"), notes.url.toString()},
                             {QStringLiteral("etag"), QString::fromLatin1(notes.etag)},
                             {QStringLiteral("lastModified"), QString::fromLatin1(notes.lastModified)},
                             {QStringLiteral("total"), notes.total}};
    QSaveFile file(partNotesPath(target));
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
}

std::filesystem::path nativePath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace

QByteArray PartNotes::validator() const
{
    return !etag.isEmpty() && !etag.startsWith("W/") ? etag : lastModified;
}

PartFile::PartFile(const QString &target) : m_target(target), m_file(partPath(target)), m_lock(target + QStringLiteral(".part.lock"))
{
    m_lock.setStaleLockTime(0);  // a download may take days; that of a program that has died is taken over all the same
}

PartFile::~PartFile()
{
    close();
}

Error PartFile::failure(const QString &what) const
{
    return {what, QDir::toNativeSeparators(m_target), 0};
}

Result<Done> PartFile::open(const QUrl &url)
{
    if (!QDir().mkpath(QFileInfo(m_target).absolutePath()))
        return failure(tr("the folder cannot be made"));
    if (!m_lock.tryLock(0)) {
        return failure(m_lock.error() == QLockFile::LockFailedError ? tr("another window or program is downloading this file just now")
                                                                    : tr("the folder cannot be written to"));
    }
    // Unbuffered: a full disk is told by the write that meets it.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)) {
        const Error error = failure(tr("the file cannot be written: %1").arg(m_file.errorString()));
        m_lock.unlock();
        return error;
    }
    m_notes = readPartNotes(m_target);
    if (m_notes.url != url || m_notes.validator().isEmpty())
        return restart({url, {}, {}, -1});
    return Done{};
}

Result<Done> PartFile::restart(const PartNotes &notes)
{
    m_notes = notes;
    // First emptied, then noted: notes never speak of another file's bytes.
    if (!m_file.resize(0) || !writePartNotes(m_target, notes))
        return failure(tr("the file cannot be written: %1").arg(m_file.errorString()));
    return Done{};
}

Result<Done> PartFile::append(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return failure(tr("the file cannot be written on: %1. What has come so far is kept.").arg(m_file.errorString()));
    return Done{};
}

Result<Done> PartFile::need(qint64 bytes) const
{
    const QStorageInfo disk(QFileInfo(m_target).absolutePath());
    if (!disk.isValid() || disk.bytesAvailable() >= bytes)
        return Done{};
    const QLocale locale;
    return failure(tr("the disk has %1 left, and %2 are needed").arg(locale.formattedDataSize(disk.bytesAvailable()), locale.formattedDataSize(bytes)));
}

Result<Done> PartFile::moveToTarget(const QDateTime &modified)
{
    if (modified.isValid())
        m_file.setFileTime(modified, QFileDevice::FileModificationTime);
    const bool safe = ::fsync(m_file.handle()) == 0;
    m_file.close();
    std::error_code code;
    if (safe)
        std::filesystem::rename(nativePath(m_file.fileName()), nativePath(m_target), code);
    if (!safe || code)
        return failure(tr("the file cannot be put in its place"));
    QFile::remove(partNotesPath(m_target));
    close();
    return Done{};
}

void PartFile::remove()
{
    m_file.remove();
    QFile::remove(partNotesPath(m_target));
    close();
}

void PartFile::close()
{
    const bool empty = m_file.isOpen() && m_file.size() == 0;
    m_file.close();
    if (empty) {  // worth nothing
        m_file.remove();
        QFile::remove(partNotesPath(m_target));
    }
    m_lock.unlock();
}

qint64 PartFile::keptBytes(const QString &target, const QUrl &url)
{
    const PartNotes notes = readPartNotes(target);
    return notes.url == url && !notes.validator().isEmpty() ? QFileInfo(partPath(target)).size() : 0;
}

} // namespace ca
