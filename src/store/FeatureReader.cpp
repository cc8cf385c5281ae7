// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FeatureReader.h"

#include <algorithm>
#include <optional>

namespace ca {

namespace {

/// Most layers have few objectionable features; a layer of nothing else should not fill the memory with words.
constexpr int warningLimit = 100;

std::optional<GeometryKind> kindOf(OGRwkbGeometryType type)
{
    switch (OGR_GT_Flatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryKind::Point;
    case wkbLineString:
    case wkbMultiLineString:
        return GeometryKind::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
        return GeometryKind::Polygon;
    default:
        return std::nullopt;
    }
}

QVariant cell(OGRFeatureH feature, int field, OGRFieldType type)
{
    if (!OGR_F_IsFieldSetAndNotNull(feature, field))
        return {};
    switch (type) {
    case OFTInteger:
        return OGR_F_GetFieldAsInteger(feature, field);
    case OFTInteger64:
        return qlonglong(OGR_F_GetFieldAsInteger64(feature, field));
    case OFTReal:
        return OGR_F_GetFieldAsDouble(feature, field);
    default:
        return QString::fromUtf8(OGR_F_GetFieldAsString(feature, field));
    }
}

class FeatureReader {
public:
    FeatureReader(OGRLayerH layer, OGRCoordinateTransformationH toWgs84) : m_layer(layer), m_toWgs84(toWgs84) {}

    Result<FeatureTable> run(const QStringList &columns)
    {
        m_kind = kindOf(OGR_L_GetGeomType(m_layer));
        chooseFields(columns);
        reserve();
        gdal::ErrorScope errors;
        OGR_L_ResetReading(m_layer);
        while (const gdal::Feature feature{OGR_L_GetNextFeature(m_layer)})
            add(feature.get());
        if (errors.failed())
            return Error{errors.message(), {}, 0};
        m_table.kind = m_kind.value_or(GeometryKind::Point);
        if (m_leftOut > warningLimit)
            m_warnings += QStringLiteral("%1 more features were left out").arg(m_leftOut - warningLimit);
        Result<FeatureTable> result(std::move(m_table));
        result.warn(m_warnings);  // not in one expression: that would copy the table
        return result;
    }

private:
    void chooseFields(const QStringList &columns)
    {
        OGRFeatureDefnH definition = OGR_L_GetLayerDefn(m_layer);
        std::vector<QByteArray> ignored;
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
            const QString name = QString::fromUtf8(OGR_Fld_GetNameRef(field));
            if (!columns.isEmpty() && !columns.contains(name)) {
                ignored.push_back(name.toUtf8());
                continue;
            }
            m_fields.push_back({i, OGR_Fld_GetType(field)});
            m_table.columns.push_back({name, {}});
        }
        std::vector<const char *> names;
        for (const QByteArray &name : ignored)
            names.push_back(name.constData());
        names.push_back(nullptr);
        OGR_L_SetIgnoredFields(m_layer, names.data());
    }

    void reserve()
    {
        // Without the force flag: only what the file states anyway.
        const GIntBig count = std::clamp<GIntBig>(OGR_L_GetFeatureCount(m_layer, FALSE), 0, 1'000'000);
        m_table.ids.reserve(static_cast<std::size_t>(count));
        for (FeatureTable::Column &column : m_table.columns)
            column.values.reserve(static_cast<std::size_t>(count));
    }

    void add(OGRFeatureH feature)
    {
        const std::int64_t id = OGR_F_GetFID(feature);
        OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
        if (!geometry || OGR_G_IsEmpty(geometry))
            return leaveOut(id, QStringLiteral("no geometry"));
        const std::optional<GeometryKind> kind = kindOf(OGR_G_GetGeometryType(geometry));
        if (!m_kind)
            m_kind = kind;
        if (!kind || kind != m_kind)
            return leaveOut(id, QStringLiteral("another kind of geometry than its layer"));
        if (m_toWgs84 && !transform(geometry))
            return leaveOut(id, QStringLiteral("cannot be transformed to degrees"));
        m_sound = true;
        m_parts.clear();
        m_points.clear();
        collect(geometry);
        if (!m_sound)
            return leaveOut(id, QStringLiteral("coordinates out of range"));
        if (m_parts.empty())
            return leaveOut(id, QStringLiteral("no geometry"));
        keep(id, feature);
    }

    [[nodiscard]] bool transform(OGRGeometryH geometry) const
    {
        const gdal::ErrorScope own;  // what fails here costs this feature, not the layer
        return OGR_G_Transform(geometry, m_toWgs84) == OGRERR_NONE;
    }

    /// Gathers the parts of a geometry: points, lines or rings.
    void collect(OGRGeometryH geometry)
    {
        const int children = OGR_G_GetGeometryCount(geometry);
        for (int i = 0; i < children; ++i)
            collect(OGR_G_GetGeometryRef(geometry, i));
        if (children > 0)
            return;
        const int count = OGR_G_GetPointCount(geometry);
        const int needed = *m_kind == GeometryKind::Point ? 1 : *m_kind == GeometryKind::Line ? 2 : 4;
        if (count < needed)
            return;
        const std::size_t first = m_points.size();
        m_points.resize(first + static_cast<std::size_t>(count));
        LatLon &start = m_points[first];
        OGR_G_GetPoints(geometry, &start.lon, sizeof(LatLon), &start.lat, sizeof(LatLon), nullptr, 0);
        m_sound = m_sound && std::all_of(&start, &start + count, [](LatLon p) { return p.valid(); });
        m_parts.push_back(first);
    }

    void keep(std::int64_t id, OGRFeatureH feature)
    {
        m_table.beginFeature(id);
        m_parts.push_back(m_points.size());
        for (std::size_t p = 0; p + 1 < m_parts.size(); ++p)
            m_table.addPart(std::span(m_points).subspan(m_parts[p], m_parts[p + 1] - m_parts[p]));
        for (std::size_t i = 0; i < m_fields.size(); ++i)
            m_table.columns[i].values.push_back(cell(feature, m_fields[i].first, m_fields[i].second));
    }

    void leaveOut(std::int64_t id, const QString &reason)
    {
        if (++m_leftOut <= warningLimit)
            m_warnings += QStringLiteral("feature %1 was left out: %2").arg(id).arg(reason);
    }

    OGRLayerH m_layer;
    OGRCoordinateTransformationH m_toWgs84;
    std::optional<GeometryKind> m_kind;
    std::vector<std::pair<int, OGRFieldType>> m_fields;
    std::vector<LatLon> m_points;     ///< of the feature at hand
    std::vector<std::size_t> m_parts; ///< where in m_points each part begins
    bool m_sound = true;
    int m_leftOut = 0;
    QStringList m_warnings;
    FeatureTable m_table;
};

} // namespace

Result<FeatureTable> readFeatures(OGRLayerH layer, const QStringList &columns, OGRCoordinateTransformationH toWgs84)
{
    return FeatureReader(layer, toWgs84).run(columns);
}

} // namespace ca
