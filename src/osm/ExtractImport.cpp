// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractImport.h"

#include "base/Tr.h"
#include "osm/ExtractReader.h"
#include "osm/LayerTables.h"
#include "store/GeoPackageWriter.h"

#include <QFileInfo>

#include <numeric>

namespace ca {
namespace {

constexpr double readingShare = 0.5;  // of an import's time, measured; sorting has little, writing has the rest
constexpr double sortingShare = 0.15;

/// Progress of a step that takes the part from @p begin of @p share.
std::function<void(double)> stepProgress(const ExtractImportOptions &options, double begin, double share)
{
    if (!options.progress)
        return {};
    return [tell = options.progress, begin, share](double done) { tell(begin + share * done); };
}

Error importCancelled()
{
    return Error::of(tr("cancelled"));
}

Result<std::vector<ImportedLayer>> writePackage(const OsmExtract &extract, const LayerMapping &mapping, const OsmLayers &made,
                                                const QString &out, const ExtractImportOptions &options)
{
    Result<std::unique_ptr<GeoPackageWriter>> writer = GeoPackageWriter::create(out, extract.date);
    if (!writer)
        return writer.error();
    ExtractImportOptions step{options.cancel,
                              stepProgress(options, readingShare + sortingShare, 1 - readingShare - sortingShare)};
    Result<std::vector<ImportedLayer>> layers = writeLayers(extract, mapping, made, **writer, step);
    if (!layers)
        return layers.error();
    if (layers->empty())
        return Error::of(tr("nothing in these extracts belongs to a layer"));
    if (const Result<Done> finished = (*writer)->finish(); !finished)
        return finished.error();
    return layers;
}

} // namespace

qint64 ExtractImportReport::features() const
{
    return std::accumulate(layers.begin(), layers.end(), qint64(0),
                           [](qint64 sum, const ImportedLayer &layer) { return sum + layer.features; });
}

Result<ExtractImportReport> importExtracts(const QStringList &files, const LayerMapping &mapping, const QString &out,
                                           const ExtractImportOptions &options)
{
    const Result<OsmExtract> extract
        = readExtracts(files, {mapping.filter(), options.cancel, stepProgress(options, 0, readingShare)});
    if (!extract)
        return extract.error();
    const OsmLayers made = makeLayers(*extract, mapping, options.cancel);
    if (options.cancel.cancelled())
        return importCancelled();
    if (options.progress)
        options.progress(readingShare + sortingShare);
    Result<std::vector<ImportedLayer>> layers = writePackage(*extract, mapping, made, out, options);
    if (!layers)
        return layers.error();
    return ExtractImportReport{out,
                               extract->files,
                               extract->date,
                               *std::move(layers),
                               extract.warnings() + extract->remarks + made.remarks,
                               QFileInfo(out).size()};
}

} // namespace ca
