// SPDX-License-Identifier: GPL-3.0-or-later
// Times the steps of an import: osm-bench EXTRACT [LAYERS.gpkg]. Prints one line of JSON.
#include "osm/ExtractReader.h"
#include "osm/LayerTables.h"
#include "store/GeoPackageWriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <sys/resource.h>

using namespace ca;

namespace {

int complain(const Error &error)
{
    std::fprintf(stderr, "osm-bench: %s\n", qPrintable(error.text()));
    return 1;
}

rusage usageNow()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

double processorMilliseconds()
{
    const rusage usage = usageNow();
    return 1000.0 * double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

Result<Done> writePackageTo(const QString &path, const OsmExtract &extract, const OsmLayers &made)
{
    const auto writer = GeoPackageWriter::create(path, extract.date);
    if (!writer)
        return writer.error();
    if (const auto written = writeLayers(extract, LayerMapping::bundled(), made, **writer, {}); !written)
        return written.error();
    return (*writer)->finish();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || arguments.size() > 3) {
        std::fprintf(stderr, "usage: osm-bench EXTRACT [LAYERS.gpkg]\n");
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    const Result<OsmExtract> extract = readExtracts({arguments[1]}, {LayerMapping::bundled().filter(), {}, {}});
    if (!extract)
        return complain(extract.error());
    const qint64 read = timer.restart();
    const OsmLayers made = makeLayers(*extract, LayerMapping::bundled());
    const qint64 sorted = timer.restart();
    QJsonObject told{{QStringLiteral("ways"), qint64(extract->ways.size())}, {QStringLiteral("read_ms"), read}, {QStringLiteral("sort_ms"), sorted}};
    if (arguments.size() == 3) {
        const double before = processorMilliseconds();
        if (const Result<Done> written = writePackageTo(arguments[2], *extract, made); !written)
            return complain(written.error());
        told.insert(QStringLiteral("write_ms"), timer.elapsed());
        told.insert(QStringLiteral("write_cpu_ms"), processorMilliseconds() - before);
    }
    told.insert(QStringLiteral("peak_mb"), double(usageNow().ru_maxrss) * 1024 / 1e6);
    std::puts(QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
