// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/StyleLibrary.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace ca {

namespace {

constexpr int settleMs = 120;  // editors write in several steps: remove, create, write, rename

QString ownId(const QString &path)
{
    return QStringLiteral("user/") + QFileInfo(path).completeBaseName();
}

QStringList stylesIn(const QString &folder)
{
    QStringList paths;
    if (folder.isEmpty())
        return paths;
    for (const QFileInfo &file : QDir(folder).entryInfoList({QStringLiteral("*.style")}, QDir::Files | QDir::Readable, QDir::Name))
        paths << file.filePath();
    return paths;
}

QByteArray digestOf(const QStringList &paths)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString &path : paths) {
        QFile file(path);
        hash.addData(path.toUtf8());
        if (file.open(QIODevice::ReadOnly))
            hash.addData(file.readAll());
    }
    return hash.result();
}

} // namespace

StyleLibrary::StyleLibrary(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(settleMs);
    connect(&m_settled, &QTimer::timeout, this, &StyleLibrary::rescan);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settled, qOverload<>(&QTimer::start));
    rescan();
}

QList<StyleLibrary::Entry> StyleLibrary::entries() const
{
    QList<Entry> list{{QStringLiteral("light"), tr("&Light"), {}, true},
                      {QStringLiteral("dark"), tr("&Dark"), {}, true},
                      {QStringLiteral("grey"), tr("&Grey, for print"), {}, true},
                      {QStringLiteral("contrast"), tr("&High contrast"), {}, true}};
    QStringList ids = m_own.keys();
    ids.sort();
    for (const QString &id : ids) {
        const Own &own = m_own[id];
        QString title = own.style ? own.style->name : id.section(QLatin1Char('/'), 1);
        list << Entry{id, title.replace(QLatin1Char('&'), QLatin1String("&&")), own.problem, false};
    }
    return list;
}

std::shared_ptr<const MapStyle> StyleLibrary::style(const QString &id) const
{
    const auto own = m_own.constFind(id);
    if (own != m_own.constEnd())
        return own->style;
    return MapStyle::bundledNames().contains(id) ? MapStyle::bundled(id) : nullptr;
}

bool StyleLibrary::prepareFolder()
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return false;
    // How styles are written; not listed, since its name ends otherwise.
    const QString guide = m_folder + QStringLiteral("/light.style.txt");
    if (!QFile::exists(guide) && QFile::copy(MapStyle::bundledPath(QStringLiteral("light")), guide))
        QFile::setPermissions(guide, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    rescan();
    return true;
}

void StyleLibrary::rescan()
{
    QHash<QString, Own> found;
    for (const QString &path : stylesIn(m_folder))
        scanFile(path, found);
    const QHash<QString, Own> before = std::exchange(m_own, found);
    watch();
    bool listChanged = before.size() != m_own.size();
    QStringList changed, spoiled, mendedIds;
    for (auto own = m_own.constBegin(); own != m_own.constEnd(); ++own) {
        const Own old = before.value(own.key());
        listChanged = listChanged || old.digest != own->digest || old.problem != own->problem;
        if (own->style != old.style)
            changed << own.key();
        if (!own->problem.isEmpty() && (old.digest != own->digest || old.problem != own->problem))
            spoiled << own.key();
        if (own->problem.isEmpty() && !old.problem.isEmpty())
            mendedIds << own.key();
    }
    for (auto old = before.constBegin(); old != before.constEnd(); ++old) {
        if (!m_own.contains(old.key()))
            changed << old.key();
    }
    if (listChanged || !changed.isEmpty())
        Q_EMIT entriesChanged();
    for (const QString &id : changed)
        Q_EMIT styleChanged(id);
    for (const QString &id : spoiled)
        Q_EMIT failed(id, m_own.value(id).problem);
    for (const QString &id : mendedIds)
        Q_EMIT mended(id);
}

void StyleLibrary::scanFile(const QString &path, QHash<QString, Own> &found)
{
    const QString id = ownId(path);
    const Own old = m_own.value(id);
    const auto style = MapStyle::read(path);
    Own own{digestOf(style ? (*style)->files : QStringList{path}), old.style, style ? QString() : style.error().text()};
    if (style && (own.digest != old.digest || !old.style))
        own.style = *style;
    found.insert(id, own);
}

void StyleLibrary::watch()
{
    // A file replaced by renaming is no longer the one that was watched.
    QStringList wanted = stylesIn(m_folder);
    if (!m_folder.isEmpty() && QDir(m_folder).exists())
        wanted << m_folder;
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

} // namespace ca
