// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LayerReader.h"

#include "base/Logging.h"
#include "base/Tr.h"
#include "store/CrossingCheck.h"
#include "store/LayerOpen.h"
#include "store/LayerPlacement.h"
#include "store/SliceReader.h"
#include "store/TextLayer.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <new>
#include <stdexcept>

namespace ca {

namespace {

Error failed(const QString &message, const QString &path)
{
    return {message, path, 0};
}

class Reading {
public:
    Reading(const QString &path, const QString &layer, const LayerOptions &options, const CancelToken &cancel)
        : m_path(path), m_layer(layer), m_options(options), m_cancel(cancel), m_progress(cancel, options.progress)
    {
        m_raw.report.caseLimit = options.caseLimit;
    }

    Result<LayerData> run()
    {
        if (const QString reason = fileObjection(m_path); !reason.isEmpty())
            return failed(reason, m_path);
        const TextFormat format = textFormatOf(m_path);
        const Result<gdal::SpatialReference> stated = format == TextFormat::None ? readWithGdal() : readText(format);
        if (!stated)
            return stated.error();
        if (const Result<Done> sound = settleDamage(); !sound)
            return sound.error();
        if (const Result<Done> placed = placeInDegrees(m_raw, (*stated).get(), m_options); !placed)
            return Error{placed.error().message, m_path, 0};
        reportCrossings(m_raw, m_options, m_cancel);
        if (m_cancel.cancelled())
            return failed(tr("cancelled"), m_path);
        return gathered();
    }

private:
    Result<gdal::SpatialReference> readText(TextFormat format)
    {
        gdal::needAllDrivers();
        m_raw.report.driver = format == TextFormat::Csv ? QStringLiteral("CSV") : QStringLiteral("GeoJSONSeq");
        if (m_layer != QFileInfo(m_path).completeBaseName())
            return noSuchLayer();
        return format == TextFormat::Csv ? readCsvLayer(m_path, m_options, m_progress, m_raw)
                                         : readJsonLines(m_path, m_options, m_progress, m_raw);
    }

    Result<gdal::SpatialReference> readWithGdal()
    {
        const Result<OpenedFile> file = openFile(m_path, OpenAs::Vector);
        if (!file)
            return file.error();
        m_raw.report.driver = file->driver;
        m_raw.report.notes += file->notes;
        const gdal::ErrorScope errors;
        OGRLayerH layer = GDALDatasetGetLayerByName(file->dataset.get(), m_layer.toUtf8().constData());
        if (!layer)
            return noSuchLayer();
        if (OGR_L_GetGeomType(layer) == wkbNone)
            return failed(tr("the layer %1 is a table without geometry").arg(m_layer), m_path);
        const std::vector<ChosenField> fields = chooseFields(layer, m_options.columns, m_options.withColumns);
        for (const ChosenField &field : fields)
            m_raw.addColumn(field.name);
        noteWhatIsLeftAside(OGR_L_GetLayerDefn(layer), fields.size());
        m_progress.setTotal(double(OGR_L_GetFeatureCount(layer, FALSE)));
        readLayer(*file, layer, fields, m_progress, m_raw);
        OGRSpatialReferenceH stated = OGR_L_GetSpatialRef(layer);
        return gdal::SpatialReference(stated ? OSRClone(stated) : nullptr);
    }

    void noteWhatIsLeftAside(OGRFeatureDefnH definition, std::size_t fields)
    {
        const std::size_t all = std::size_t(OGR_FD_GetFieldCount(definition));
        if (m_options.withColumns && m_options.columns.isEmpty() && fields < all)
            m_raw.report.notes += tr("Of %1 columns %2 were read; the others are binary or too many.").arg(all).arg(fields);
        if (OGR_FD_GetGeomFieldCount(definition) > 1)
            m_raw.report.notes += tr("The features have several geometries each; the first was read.");
    }

    Error noSuchLayer() const { return failed(tr("there is no layer %1 in this file").arg(m_layer), m_path); }

    /// A file that breaks off gives what was before; one that gives nothing is an error.
    Result<Done> settleDamage()
    {
        if (m_raw.damage.isEmpty() || m_cancel.cancelled())
            return Done{};
        if (m_raw.report.featuresRead == 0)
            return Error{tr("the layer cannot be read: %1").arg(m_raw.damage), m_path, 0};
        m_raw.report.incomplete = true;
        m_raw.report.notes += tr("The file is damaged; only what is before the damage was read: %1").arg(m_raw.damage);
        return Done{};
    }

    LayerData gathered()
    {
        LayerData data;
        for (FeatureTable &table : m_raw.tables) {
            table.padColumns();
            if (table.featureCount() > 0)
                data.tables.push_back(std::move(table));
        }
        data.report = std::move(m_raw.report);
        return data;
    }

    const QString m_path;
    const QString m_layer;
    const LayerOptions &m_options;
    const CancelToken m_cancel;
    LayerProgress m_progress;
    RawLayer m_raw;
};

} // namespace

Result<LayerData> LayerReader::read(const QString &path, const QString &layer, const LayerOptions &options, const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    try {
        Result<LayerData> data = Reading(path, layer, options, cancel).run();
        qCInfo(logStore) << "layer" << layer << "read in" << timer.elapsed() << "ms";
        return data;
    } catch (const std::bad_alloc &) {
        return failed(tr("the layer does not fit into memory"), path);
    } catch (const std::length_error &) {
        return failed(tr("the layer is too large"), path);
    }
}

} // namespace ca
