// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SliceReader.h"

#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace ca {

namespace {

constexpr qint64 worthSlicing = 4 << 20;     ///< bytes of file below which a second handle costs more than it saves
constexpr std::uint64_t sliceIds = 16'384;   ///< small, so that what a thread holds stays in its cache
constexpr std::uint64_t mostSlices = 1024;
constexpr unsigned mostReaders = 4;
/// Room for the vertices is set aside at once, by the size of the file, as far as this; it costs nothing until used.
constexpr std::size_t mostReserved = (512u << 20) / sizeof(LatLon);

// Tables of a GeoPackage are always read by ranges, be it one: GDAL's batches of a whole table are another piece of
// code, which in 3.6 confuses columns when there are more than 125.

/// Ids first … last, both included.
struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QLatin1String("\"\"")) + u'"';
}

/// The smallest and greatest id of a GeoPackage table; none when the layer is a view, has no ids or no rows.
std::optional<Range> tableRange(GDALDatasetH dataset, OGRLayerH layer)
{
    const gdal::ErrorScope errors;
    const QString name = QString::fromUtf8(OGR_L_GetName(layer));
    const QString id = QString::fromUtf8(OGR_L_GetFIDColumn(layer));
    if (id.isEmpty())
        return std::nullopt;
    QString text = name;
    text.replace(u'\'', QLatin1String("''"));
    const QString sql = QStringLiteral("SELECT MIN(%1), MAX(%1) FROM %2 WHERE EXISTS (SELECT 1 FROM sqlite_master "
                                       "WHERE type = 'table' AND lower(name) = lower('%3'))")
                            .arg(quoted(id), quoted(name), text);
    OGRLayerH answer = GDALDatasetExecuteSQL(dataset, sql.toUtf8().constData(), nullptr, nullptr);
    if (!answer)
        return std::nullopt;
    std::optional<Range> range;
    if (const gdal::Feature row{OGR_L_GetNextFeature(answer)}; row && OGR_F_IsFieldSetAndNotNull(row.get(), 0))
        range = Range{OGR_F_GetFieldAsInteger64(row.get(), 0), OGR_F_GetFieldAsInteger64(row.get(), 1)};
    GDALDatasetReleaseResultSet(dataset, answer);
    return range;
}

std::optional<Range> idRange(const OpenedFile &file, OGRLayerH layer)
{
    if (file.driver == QLatin1String("GPKG"))
        return tableRange(file.dataset.get(), layer);
    const GIntBig count = OGR_L_GetFeatureCount(layer, FALSE);
    if (file.driver == QLatin1String("ESRI Shapefile") && count > 0)
        return Range{0, count - 1};
    return std::nullopt;
}

std::vector<Range> cut(Range whole)
{
    // Unsigned, since a file may name any ids.
    const std::uint64_t span = std::uint64_t(whole.last) - std::uint64_t(whole.first);
    const std::uint64_t width = std::max(sliceIds, span / mostSlices + 1);
    std::vector<Range> ranges;
    for (std::uint64_t from = 0;; from += width) {
        const bool end = span - from < width;
        const std::uint64_t to = end ? span : from + width - 1;
        ranges.push_back({std::int64_t(std::uint64_t(whole.first) + from), std::int64_t(std::uint64_t(whole.first) + to)});
        if (end)
            return ranges;
    }
}

void readTableRange(OGRLayerH layer, const std::vector<ChosenField> &fields, Range range, LayerProgress &progress, RawLayer &out)
{
    const QString id = quoted(QString::fromUtf8(OGR_L_GetFIDColumn(layer)));
    const QString filter = QStringLiteral("%1 >= %2 AND %1 <= %3").arg(id).arg(range.first).arg(range.last);
    OGR_L_SetAttributeFilter(layer, filter.toUtf8().constData());
    if (!readBatches(layer, fields, progress, out))
        readFeatures(layer, fields, progress, out);
}

void readRange(const OpenedFile &file, OGRLayerH layer, const std::vector<ChosenField> &fields, Range range,
               LayerProgress &progress, RawLayer &out)
{
    if (file.driver != QLatin1String("ESRI Shapefile"))
        return readTableRange(layer, fields, range, progress, out);
    OGR_L_SetNextByIndex(layer, range.first);
    readFeatures(layer, fields, progress, out, range.last);
}

/// Puts slices that were read in any order together in theirs.
class Joiner {
public:
    explicit Joiner(RawLayer &out) : m_out(out), m_empty(out) { m_empty.clear(); }

    /// A part to read into; one used before when there is one, since fresh memory is dear.
    RawLayer part()
    {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty())
            return m_empty;
        RawLayer part = std::move(m_free.back());
        m_free.pop_back();
        return part;
    }

    void join(std::size_t slice, RawLayer part)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.emplace(slice, std::move(part));
        for (auto next = m_waiting.find(m_next); next != m_waiting.end(); next = m_waiting.find(++m_next)) {
            m_out.append(next->second);
            next->second.clear();
            m_free.push_back(std::move(next->second));
            m_waiting.erase(next);
        }
    }

private:
    RawLayer &m_out;
    RawLayer m_empty;
    std::mutex m_mutex;
    std::map<std::size_t, RawLayer> m_waiting;
    std::vector<RawLayer> m_free;
    std::size_t m_next = 0;
};

/// What the threads share.
struct Work {
    const OpenedFile &file;
    QString layer;
    const std::vector<ChosenField> &fields;
    std::vector<Range> ranges;
    LayerProgress &progress;
    Joiner joiner;
    std::atomic<std::size_t> next{0};
};

void readSlices(Work &work, OGRLayerH layer)
{
    for (std::size_t i = work.next++; i < work.ranges.size() && !work.progress.cancelled(); i = work.next++) {
        RawLayer part = work.joiner.part();
        readRange(work.file, layer, work.fields, work.ranges[i], work.progress, part);
        work.joiner.join(i, std::move(part));
    }
}

void readSlicesOnOwnHandle(Work &work)
{
    const gdal::ErrorScope errors;
    const gdal::Dataset dataset = work.file.again();
    OGRLayerH layer = dataset ? GDALDatasetGetLayerByName(dataset.get(), work.layer.toUtf8().constData()) : nullptr;
    if (!layer)
        return;  // the others do its part
    QStringList names;
    for (const ChosenField &field : work.fields)
        names += field.name;
    if (chooseFields(layer, names, !names.isEmpty()).size() == work.fields.size())
        readSlices(work, layer);
}

void reserveVertices(const QString &path, OGRLayerH layer, RawLayer &out)
{
    const std::size_t room = std::min(std::size_t(QFileInfo(path).size()) / sizeof(LatLon), mostReserved);
    switch (OGR_GT_Flatten(OGR_L_GetGeomType(layer))) {
    case wkbLineString:
    case wkbMultiLineString:
        return out.table(GeometryKind::Line).vertices.reserve(room);
    case wkbPolygon:
    case wkbMultiPolygon:
        return out.table(GeometryKind::Polygon).vertices.reserve(room);
    default:
        return;
    }
}

std::size_t threadCount(std::size_t slices)
{
    return std::min<std::size_t>({std::max(1u, std::thread::hardware_concurrency()), mostReaders, slices});
}

} // namespace

void readLayer(const OpenedFile &file, OGRLayerH layer, const std::vector<ChosenField> &fields, LayerProgress &progress,
               RawLayer &out)
{
    const bool large = QFileInfo(file.openPath).size() >= worthSlicing;
    if (large)
        reserveVertices(file.openPath, layer, out);
    const std::optional<Range> ids = idRange(file, layer);
    if (!ids) {
        OGR_L_ResetReading(layer);
        return readFeatures(layer, fields, progress, out);
    }
    if (!large)
        return readRange(file, layer, fields, *ids, progress, out);
    Work work{file, QString::fromUtf8(OGR_L_GetName(layer)), fields, cut(*ids), progress, Joiner(out)};
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threadCount(work.ranges.size()); ++i)
        others.push_back(std::async(std::launch::async, [&work] { readSlicesOnOwnHandle(work); }));
    readSlices(work, layer);
    for (std::future<void> &other : others)
        other.get();
}

void readGeoPackageTable(GDALDatasetH dataset, OGRLayerH layer, const std::vector<ChosenField> &fields, LayerProgress &progress,
                         RawLayer &out)
{
    reserveVertices(QString::fromUtf8(GDALGetDescription(dataset)), layer, out);
    if (const std::optional<Range> ids = tableRange(dataset, layer))
        readTableRange(layer, fields, *ids, progress, out);
}

} // namespace ca
