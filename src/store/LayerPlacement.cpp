// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LayerPlacement.h"

#include "base/Tr.h"
#include "store/AxisOrder.h"
#include "store/CrsProposal.h"
#include "store/DegreeTransform.h"

#include <cmath>

namespace ca {

namespace {

constexpr double edgeTolerance = 1e-6;          ///< degrees; what rounding adds to the poles and the date line

bool onTheMap(OGRSpatialReferenceH reference)
{
    return OSRIsGeographic(reference) || OSRIsProjected(reference);
}

bool inDegrees(OGRSpatialReferenceH reference)
{
    return OSRIsGeographic(reference) && std::abs(OSRGetAngularUnits(reference, nullptr) - 0.0174532925199433) < 1e-9;
}

bool isWgs84(OGRSpatialReferenceH reference)
{
    const char *options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
    return OSRIsSameEx(reference, gdal::wgs84().get(), options);
}

bool fitsDegrees(const Box &bounds)
{
    return !bounds.empty() && bounds.minX >= -180 && bounds.maxX <= 180 && bounds.minY >= -90 && bounds.maxY <= 90;
}

/// Brings a longitude counted beyond ±180° back; rounding at the edges is dropped silently.
/// @returns whether it had to be brought back.
bool normalise(LatLon &p)
{
    if (std::abs(p.lat) > 90 && std::abs(p.lat) <= 90 + edgeTolerance)
        p.lat = std::copysign(90, p.lat);
    if (std::abs(p.lon) <= 180)
        return false;
    if (std::abs(p.lon) <= 180 + edgeTolerance) {
        p.lon = std::copysign(180, p.lon);
        return false;
    }
    if (std::abs(p.lon) > 360)
        return false;
    p.lon -= std::copysign(360, p.lon);
    return true;
}

class Placer {
public:
    Placer(RawLayer &layer, const LayerOptions &options) : m_layer(layer), m_options(options) {}

    Result<Done> run(OGRSpatialReferenceH stated)
    {
        if (const Result<Done> found = findReference(stated); !found)
            return found;
        m_layer.report.crsTitle = gdal::title(m_reference.get());
        if (OSRIsProjected(m_reference.get()) && fitsDegrees(m_layer.bounds))
            proposeDegrees(m_layer.bounds, report());
        if (inDegrees(m_reference.get()))
            settleDegrees();
        if (const Result<Done> transformed = transform(); !transformed)
            return transformed;
        if (report().count(LayerFault::OutOfRange, LayerRemedy::LeftOut) * 2 > report().featuresRead)
            proposePlane(m_layer.bounds, report());
        return Done{};
    }

private:
    LayerReport &report() { return m_layer.report; }

    Result<Done> findReference(OGRSpatialReferenceH stated)
    {
        report().crs = LayerReport::Crs::Chosen;
        if (!m_options.crs.isEmpty()) {
            m_reference = gdal::reference(m_options.crs);
            if (!m_reference || !onTheMap(m_reference.get()))
                return Error{tr("%1 is no reference system of maps").arg(m_options.crs), {}, 0};
            return Done{};
        }
        if (stated && !gdal::isUndefined(stated)) {
            if (!onTheMap(stated))
                return Error{tr("the layer's reference system, %1, is none of maps").arg(gdal::title(stated)), {}, 0};
            report().crs = LayerReport::Crs::Stated;
            m_reference = gdal::SpatialReference(OSRClone(stated));
            OSRSetAxisMappingStrategy(m_reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
            return Done{};
        }
        report().crs = LayerReport::Crs::Assumed;
        report().notes += tr("The file states no reference system; its coordinates are taken for degrees (WGS 84).");
        m_reference = gdal::wgs84();
        return Done{};
    }

    // ---- degrees

    void settleDegrees()
    {
        if (m_options.axes == LayerAxes::Swapped)
            swapAll();
        if (fitsDegrees(m_layer.bounds))
            return;
        const DegreeCensus census = takeCensus(m_layer);
        if (m_options.axes == LayerAxes::Auto && wholeIsSwapped(census))
            mendAll();
        else if (m_options.axes == LayerAxes::Auto && census.onlySwapped > 0)
            mendSome(census);
        forEachFeature([&](FeatureTable &table, std::size_t f, std::span<LatLon> vertices, int line) {
            bool beyond = false;
            for (LatLon &p : vertices)
                beyond = normalise(p) || beyond;
            const auto bad = std::ranges::find_if_not(vertices, [](const LatLon &p) { return p.valid(); });
            if (bad != vertices.end()) {
                leaveOut(LayerFault::OutOfRange, table.ids[f], line, QStringLiteral("%1, %2").arg(bad->lon, 0, 'g', 8).arg(bad->lat, 0, 'g', 8));
                return false;
            }
            if (beyond)
                report().add(LayerFault::BeyondDateLine, LayerRemedy::Mended, table.ids[f], line);
            return true;
        });
    }

    void mendSome(const DegreeCensus &census)
    {
        forEachFeature([&](FeatureTable &table, std::size_t f, std::span<LatLon> vertices, int line) {
            if (featureIsSwapped(vertices, census)) {
                swapAxes(vertices);
                report().add(LayerFault::SwappedAxes, LayerRemedy::Mended, table.ids[f], line);
            }
            return true;
        });
    }

    void mendAll()
    {
        swapAll();
        std::uint64_t features = 0;
        for (const FeatureTable &table : m_layer.tables)
            features += table.featureCount();
        report().addMany(LayerFault::SwappedAxes, LayerRemedy::Mended, features);
        report().notes += tr("The layer makes sense only with its two coordinates swapped, and was read so.");
    }

    void swapAll()
    {
        for (FeatureTable &table : m_layer.tables)
            swapAxes(table.vertices);
        std::swap(m_layer.bounds.minX, m_layer.bounds.minY);
        std::swap(m_layer.bounds.maxX, m_layer.bounds.maxY);
    }

    // ---- other systems

    Result<Done> transform()
    {
        if (isWgs84(m_reference.get()))
            return Done{};
        const gdal::ErrorScope errors;
        const gdal::Transformation way = toDegrees(m_reference.get());
        if (!way)
            return Error{tr("the layer's reference system cannot be used: %1").arg(errors.message()), {}, 0};
        if (!inDegrees(m_reference.get()))
            settlePlaneAxes(way.get());
        for (FeatureTable &table : m_layer.tables)
            transformInParallel(way.get(), table.vertices);
        forEachFeature([&](FeatureTable &table, std::size_t f, std::span<LatLon> vertices, int line) {
            for (LatLon &p : vertices)
                normalise(p);
            if (std::ranges::all_of(vertices, [](const LatLon &p) { return p.valid(); }))
                return true;
            leaveOut(LayerFault::NotTransformed, table.ids[f], line, {});
            return false;
        });
        return Done{};
    }

    void settlePlaneAxes(OGRCoordinateTransformationH way)
    {
        if (m_options.axes == LayerAxes::Swapped)
            return swapAll();
        const AreaVerdict verdict = compareWithArea(m_layer, m_reference.get(), way);
        if (verdict.outside && verdict.insideSwapped && m_options.axes == LayerAxes::Auto)
            mendAll();
        else if (verdict.outside)
            report().notes += tr("The layer lies outside of the area where its reference system, %1, is used.").arg(report().crsTitle);
    }

    // ---- all features

    void leaveOut(LayerFault fault, std::int64_t id, int line, const QString &detail)
    {
        ++report().featuresLeftOut;
        report().add(fault, LayerRemedy::LeftOut, id, line, detail);
    }

    /// Calls @p visit(table, feature, vertices, line) for each feature; those for which it returns false are removed.
    template <class Visit>
    void forEachFeature(Visit visit)
    {
        for (std::size_t kind = 0; kind < m_layer.tables.size(); ++kind) {
            FeatureTable &table = m_layer.tables[kind];
            std::vector<int> &lines = m_layer.lines[kind];
            std::vector<bool> keep(table.featureCount(), true);
            bool all = true;
            for (std::size_t f = 0; f < table.featureCount(); ++f) {
                const std::span<const LatLon> vertices = table.verticesOf(f);
                LatLon *first = table.vertices.data() + (vertices.data() - table.vertices.data());
                keep[f] = visit(table, f, std::span(first, vertices.size()), lines.empty() ? 0 : lines[f]);
                all = all && keep[f];
            }
            if (!all)
                removeOthers(table, lines, keep);
        }
    }

    static void removeOthers(FeatureTable &table, std::vector<int> &lines, const std::vector<bool> &keep)
    {
        std::size_t kept = 0;
        for (std::size_t f = 0; f < lines.size(); ++f) {
            if (keep[f])
                lines[kept++] = lines[f];
        }
        lines.resize(kept);
        table.retain(keep);
    }

    RawLayer &m_layer;
    const LayerOptions &m_options;
    gdal::SpatialReference m_reference;
};

} // namespace

Result<Done> placeInDegrees(RawLayer &layer, OGRSpatialReferenceH stated, const LayerOptions &options)
{
    return Placer(layer, options).run(stated);
}

} // namespace ca
