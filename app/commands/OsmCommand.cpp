// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/AtlasJson.h"
#include "commands/Command.h"
#include "commands/Interrupt.h"
#include "commands/TextTable.h"
#include "osm/BaseMapRefresh.h"
#include "osm/ExtractImport.h"
#include "osm/LayerMapping.h"
#include "osm/OsmNotice.h"
#include "store/AtlasFile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

namespace ca {

namespace {

Result<LayerMapping> mappingOf(const CommandLine &line)
{
    const QString path = line.value(QStringLiteral("--mapping"));
    if (path.isEmpty())
        return LayerMapping::bundled();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{tr("cannot be read: %1").arg(file.errorString()), path, 0};
    return LayerMapping::parse(file.readAll(), path);
}

QJsonObject layerJson(const ImportedLayer &layer)
{
    return {{QStringLiteral("table"), layer.table},
            {QStringLiteral("title"), layer.title},
            {QStringLiteral("features"), layer.features},
            {QStringLiteral("vertices"), layer.vertices},
            {QStringLiteral("levels"), QJsonArray::fromStringList(layer.levels)}};
}

QString dateText(const QDateTime &date)
{
    return date.isValid() ? date.toUTC().toString(Qt::ISODate) : QString();
}

QJsonObject importJson(const ExtractImportReport &report)
{
    QJsonArray layers;
    for (const ImportedLayer &layer : report.layers)
        layers.append(layerJson(layer));
    return {{QStringLiteral("out"), report.out},
            {QStringLiteral("files"), QJsonArray::fromStringList(report.files)},
            {QStringLiteral("data_date"), atlasjson::orNull(dateText(report.date))},
            {QStringLiteral("features"), report.features()},
            {QStringLiteral("bytes"), report.bytes},
            {QStringLiteral("layers"), layers},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(report.remarks)}};
}

QJsonObject baseMapJson(const BaseMapReport &report)
{
    QJsonArray layers, boxes;
    for (const RefreshedLayer &layer : report.layers)
        layers.append(QJsonObject{{QStringLiteral("layer"), layer.id}, {QStringLiteral("from_extract"), layer.made}, {QStringLiteral("bundled"), layer.bundled}});
    for (const GeoBox &box : report.boxes)
        boxes.append(QJsonArray{box.west, box.south, box.east, box.north});
    return {{QStringLiteral("out"), report.out},
            {QStringLiteral("files"), QJsonArray::fromStringList(report.files)},
            {QStringLiteral("data_date"), atlasjson::orNull(dateText(report.date))},
            {QStringLiteral("countries"), QJsonArray::fromStringList(report.countries)},
            {QStringLiteral("boxes"), boxes},
            {QStringLiteral("bytes"), report.bytes},
            {QStringLiteral("layers"), layers},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(report.remarks)}};
}

void printOrigin(const QDateTime &date, const QStringList &remarks, CommandIo &io)
{
    io.out << tr("Data of %1").arg(date.isValid() ? dateText(date) : tr("an unknown date")) << '\n';
    io.out << osmNotice(date) << '\n';
    for (const QString &remark : remarks)
        io.note(remark);
}

void printImport(const ExtractImportReport &report, CommandIo &io)
{
    TextTable table({tr("LAYER"), tr("FEATURES"), tr("LEVELS")}, {1});
    for (const ImportedLayer &layer : report.layers)
        table.addRow({layer.table, QLocale::c().toString(layer.features), layer.levels.join(u' ')});
    io.out << table.text();
    io.out << tr("%1 written: %n features", nullptr, int(report.features())).arg(report.out) << '\n';
    printOrigin(report.date, report.remarks, io);
}

void printBaseMap(const BaseMapReport &report, CommandIo &io)
{
    TextTable table({tr("LAYER"), tr("FROM EXTRACT"), tr("BUNDLED")}, {1, 2});
    for (const RefreshedLayer &layer : report.layers)
        table.addRow({layer.id, QLocale::c().toString(layer.made), QLocale::c().toString(layer.bundled)});
    io.out << table.text();
    io.out << tr("%1 written: %2 from the extracts, the bundled base map beyond").arg(report.out, coverText(report)) << '\n';
    printOrigin(report.date, report.remarks, io);
}

/// Why @p line asks for nothing that can be done; empty = it does.
QString mistakeIn(const CommandLine &line, const QStringList &files)
{
    if (files.isEmpty())
        return tr("osm: name the extracts to read: --osm FILE …");
    if (!line.has(QStringLiteral("--out")) && !line.has(QStringLiteral("--base-map")))
        return tr("osm: --out LAYERS.gpkg or --base-map BASE.gpkg is missing");
    for (const char *option : {"--out", "--base-map"}) {
        const QString file = line.value(QLatin1String(option));
        if (line.has(QLatin1String(option)) && QFileInfo(file).suffix().toLower() != QLatin1String("gpkg"))
            return tr("osm: %1: layers are written as .gpkg, not as “%2”").arg(QLatin1String(option), file);
    }
    const QString layers = line.value(QStringLiteral("--out")), baseMap = line.value(QStringLiteral("--base-map"));
    return QFileInfo(layers).absoluteFilePath() == QFileInfo(baseMap).absoluteFilePath()
        ? tr("osm: --out and --base-map need a file each")
        : QString();
}

Result<BaseMapReport> makeBaseMap(const CommandLine &line, const QStringList &files, const CancelToken &cancel)
{
    const Result<std::shared_ptr<const BaseMap>> bundled = AtlasFile::readBaseMap(atlasFileFor(line));
    if (!bundled)
        return bundled.error();
    return refreshBaseMap(files, **bundled, line.value(QStringLiteral("--base-map")), {cancel, {}});
}

int runOsm(const CommandLine &line, CommandIo &io)
{
    const QStringList files = line.valueAndWords(QStringLiteral("--osm"));
    if (const QString mistake = mistakeIn(line, files); !mistake.isEmpty())
        return io.badUsage(mistake);
    const Result<LayerMapping> mapping = mappingOf(line);
    if (!mapping)
        return io.failed(mapping.error().text());
    ExtractImportOptions options;
    const Interrupt interrupt(options.cancel);
    const bool json = line.has(QStringLiteral("--json"));
    QJsonObject told;
    if (const QString out = line.value(QStringLiteral("--out")); !out.isEmpty()) {
        const Result<ExtractImportReport> report = importExtracts(files, *mapping, out, options);
        if (!report)
            return io.failed(report.error().text());
        told = importJson(*report);
        if (!json)
            printImport(*report, io);
    }
    if (line.has(QStringLiteral("--base-map"))) {
        const Result<BaseMapReport> report = makeBaseMap(line, files, options.cancel);
        if (!report)
            return io.failed(report.error().text());
        told[QStringLiteral("base_map")] = baseMapJson(*report);
        if (!json)
            printBaseMap(*report, io);
    }
    const Credit credit = openStreetMapCredit({});
    told[QStringLiteral("credit")] = credit.text;
    told[QStringLiteral("licence")] = credit.licence;
    if (json)
        io.out << QString::fromUtf8(QJsonDocument(told).toJson());
    return ExitDone;
}

} // namespace

const Command &osmCommand()
{
    static const Command command{
        QStringLiteral("osm"),
        QStringLiteral("[FILE …]"),
        1000,
        tr("makes map layers, or a base map, of OpenStreetMap extracts: .osm.pbf, .osm, .osm.gz, .osm.bz2, Overpass JSON"),
        {{QStringLiteral("--osm"), QStringLiteral("FILE"), tr("the extract to read; more may follow, also overlapping ones")},
         {QStringLiteral("--out"), QStringLiteral("LAYERS.gpkg"), tr("the GeoPackage to write; replaced only by a whole one")},
         {QStringLiteral("--base-map"), QStringLiteral("BASE.gpkg"),
          tr("write a base map with the extracts' coast, borders, water and places; other commands draw it by their --base-map")},
         {QStringLiteral("--mapping"), QStringLiteral("FILE"),
          tr("which tags make which layer, instead of the program's own layers.map")},
         jsonOption(), atlasOption()},
        false,
        runOsm};
    return command;
}

} // namespace ca
