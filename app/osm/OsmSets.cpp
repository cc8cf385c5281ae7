// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmSets.h"

#include "base/Tr.h"
#include "osm/MatchHtml.h"
#include "osm/OsmNotice.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace ca {
namespace {

const QString description = QStringLiteral("set.json");
constexpr qint64 mostDescription = 4 << 20;

QStringList stringsOf(const QJsonValue &json)
{
    QStringList texts;
    for (const QJsonValue &text : json.toArray())
        texts << text.toString();
    return texts;
}

std::optional<OsmSet> readSet(const QString &folder)
{
    QFile file(folder + u'/' + description);
    if (file.size() > mostDescription || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    OsmSet set;
    set.folder = folder;
    set.name = json[QLatin1String("name")].toString();
    set.files = stringsOf(json[QLatin1String("files")]);
    set.date = QDateTime::fromString(json[QLatin1String("date")].toString(), Qt::ISODate).toUTC();
    set.remarks = stringsOf(json[QLatin1String("remarks")]);
    return set.name.isEmpty() ? std::nullopt : std::optional(set);
}

Result<Done> writeSet(const OsmSet &set)
{
    const QJsonObject json{{QStringLiteral("name"), set.name},
                           {QStringLiteral("files"), QJsonArray::fromStringList(set.files)},
                           {QStringLiteral("date"), set.date.isValid() ? set.date.toUTC().toString(Qt::ISODate) : QString()},
                           {QStringLiteral("remarks"), QJsonArray::fromStringList(set.remarks)},
                           {QStringLiteral("licence"), QStringLiteral("ODbL-1.0")},
                           {QStringLiteral("notice"), osmNotice(set.date)}};
    QSaveFile file(set.folder + u'/' + description);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return Error{file.errorString(), file.fileName(), 0};
    return Done{};
}

/// "azerbaijan-rail", "azerbaijan-rail and 2 more"
QString nameOf(const QStringList &files)
{
    QString name = QFileInfo(files.front()).fileName();
    for (const char *ending : {".gz", ".bz2", ".pbf", ".osm", ".json", "-latest"}) {
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            name.chop(qstrlen(ending));
    }
    return files.size() == 1 ? name : tr("%1 and %2 more").arg(name).arg(files.size() - 1);
}

} // namespace

QString OsmSet::layersFile() const
{
    return folder + QStringLiteral("/openstreetmap.gpkg");
}

QString OsmSet::baseMapFile() const
{
    return folder + QStringLiteral("/basemap.gpkg");
}

QStringList OsmSet::missingFiles() const
{
    QStringList missing = files;
    missing.removeIf([](const QString &file) { return QFileInfo(file).isFile(); });
    return missing;
}

QString OsmSet::detail() const
{
    QStringList names;
    for (const QString &file : files)
        names << QFileInfo(file).fileName();
    return QStringLiteral("%1: %2").arg(extractText(date), names.join(QStringLiteral(", ")));
}

QString OsmSets::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/openstreetmap");
}

std::vector<OsmSet> OsmSets::all() const
{
    std::vector<OsmSet> sets;
    for (const QFileInfo &folder : QDir(m_folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const std::optional<OsmSet> set = readSet(folder.absoluteFilePath());
        if (set && QFileInfo(set->layersFile()).isFile())
            sets.push_back(*set);
    }
    std::stable_sort(sets.begin(), sets.end(), [](const OsmSet &a, const OsmSet &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return sets;
}

Result<OsmSet> OsmSets::begin(const QStringList &files) const
{
    OsmSet set;
    for (const QString &file : files)
        set.files << QFileInfo(file).absoluteFilePath();
    set.name = nameOf(set.files);
    const std::vector<OsmSet> there = all();
    const auto taken = [&](const QString &name) { return std::any_of(there.begin(), there.end(), [&](const OsmSet &one) { return one.name == name; }); };
    for (int number = 2; taken(set.name); ++number)
        set.name = QStringLiteral("%1 (%2)").arg(nameOf(set.files)).arg(number);
    QDir dir(m_folder);
    int number = 1;
    while (dir.exists(QString::number(number)))
        ++number;
    set.folder = dir.absoluteFilePath(QString::number(number));
    if (!dir.mkpath(set.folder))
        return Error{tr("The folder for layers of OpenStreetMap cannot be made."), set.folder, 0};
    return set;
}

Result<OsmSet> OsmSets::keep(const OsmSet &begun, const ExtractImportReport &report) const
{
    OsmSet set = begun;
    set.date = report.date;
    set.remarks = report.remarks;
    const Result<Done> written = writeSet(set);
    return written ? Result<OsmSet>(set) : Result<OsmSet>(written.error());
}

Result<Done> OsmSets::remove(const OsmSet &set) const
{
    const bool ours = QFileInfo(set.folder).absolutePath() == QFileInfo(m_folder).absoluteFilePath();
    if (!ours || !QDir(set.folder).removeRecursively())
        return Error{tr("The layers cannot be removed."), set.folder, 0};
    return Done{};
}

std::optional<OsmSet> OsmSets::ofLayersFile(const QString &path)
{
    const std::optional<OsmSet> set = readSet(QFileInfo(path).absolutePath());
    return set && set->layersFile() == QFileInfo(path).absoluteFilePath() ? set : std::nullopt;
}

} // namespace ca
