// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "commands/AtlasJson.h"
#include "commands/Command.h"
#include "commands/Interrupt.h"
#include "commands/TextTable.h"
#include "osm/ExtractImport.h"
#include "osm/LayerMapping.h"
#include "osm/OsmNotice.h"

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

void printImportJson(const ExtractImportReport &report, CommandIo &io)
{
    QJsonArray layers;
    for (const ImportedLayer &layer : report.layers)
        layers.append(layerJson(layer));
    const Credit credit = openStreetMapCredit({});
    const QJsonObject object{{QStringLiteral("out"), report.out},
                             {QStringLiteral("files"), QJsonArray::fromStringList(report.files)},
                             {QStringLiteral("data_date"), atlasjson::orNull(dateText(report.date))},
                             {QStringLiteral("features"), report.features()},
                             {QStringLiteral("bytes"), report.bytes},
                             {QStringLiteral("layers"), layers},
                             {QStringLiteral("remarks"), QJsonArray::fromStringList(report.remarks)},
                             {QStringLiteral("credit"), credit.text},
                             {QStringLiteral("licence"), credit.licence}};
    io.out << QString::fromUtf8(QJsonDocument(object).toJson());
}

void printImport(const ExtractImportReport &report, CommandIo &io)
{
    TextTable table({tr("LAYER"), tr("FEATURES"), tr("LEVELS")}, {1});
    for (const ImportedLayer &layer : report.layers)
        table.addRow({layer.table, QLocale::c().toString(layer.features), layer.levels.join(u' ')});
    io.out << table.text();
    io.out << tr("%1 written: %n features", nullptr, int(report.features())).arg(report.out) << '\n';
    io.out << osmNotice(report.date) << '\n';
    for (const QString &remark : report.remarks)
        io.note(remark);
}

int runOsm(const CommandLine &line, CommandIo &io)
{
    QStringList files = line.words();
    if (line.has(QStringLiteral("--osm")))
        files.prepend(line.value(QStringLiteral("--osm")));
    const QString out = line.value(QStringLiteral("--out"));
    if (files.isEmpty())
        return io.badUsage(tr("osm: name the extracts to read: --osm FILE …"));
    if (out.isEmpty())
        return io.badUsage(tr("osm: --out LAYERS.gpkg is missing"));
    if (QFileInfo(out).suffix().toLower() != QLatin1String("gpkg"))
        return io.badUsage(tr("osm: --out: layers are written as .gpkg, not as “%1”").arg(out));
    const Result<LayerMapping> mapping = mappingOf(line);
    if (!mapping)
        return io.failed(mapping.error().text());
    ExtractImportOptions options;
    const Interrupt interrupt(options.cancel);
    const Result<ExtractImportReport> report = importExtracts(files, *mapping, out, options);
    if (!report)
        return io.failed(report.error().text());
    if (line.has(QStringLiteral("--json")))
        printImportJson(*report, io);
    else
        printImport(*report, io);
    return ExitDone;
}

} // namespace

const Command &osmCommand()
{
    static const Command command{
        QStringLiteral("osm"),
        QStringLiteral("[FILE …]"),
        1000,
        tr("makes map layers of OpenStreetMap extracts: .osm.pbf, .osm, .osm.gz, .osm.bz2, Overpass JSON"),
        {{QStringLiteral("--osm"), QStringLiteral("FILE"), tr("the extract to read; more may follow, also overlapping ones")},
         {QStringLiteral("--out"), QStringLiteral("LAYERS.gpkg"), tr("the GeoPackage to write; replaced only by a whole one")},
         {QStringLiteral("--mapping"), QStringLiteral("FILE"),
          tr("which tags make which layer, instead of the program's own layers.map")},
         jsonOption()},
        false,
        runOsm};
    return command;
}

} // namespace ca
