// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FeatureReader.h"

#include "store/WkbDecoder.h"

namespace ca {

namespace {

constexpr int stepFeatures = 512;  ///< between two looks at the cancel token

/// The well-known binary of @p geometry, in @p bytes; false when GDAL cannot give it.
bool exportWkb(OGRGeometryH geometry, std::vector<unsigned char> &bytes)
{
    bytes.resize(OGR_G_WkbSizeEx(geometry));
    return OGR_G_ExportToIsoWkb(geometry, wkbNDR, bytes.data()) == OGRERR_NONE;
}

/// Reads a geometry with its arcs made into lines.
WkbVerdict decodeStraight(OGRGeometryH geometry, GeometryParts &parts)
{
    const gdal::Geometry straight(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
    std::vector<unsigned char> bytes;
    parts.clear();
    return straight && exportWkb(straight.get(), bytes) ? decodeWkb(bytes, parts) : WkbVerdict::Damaged;
}

WkbVerdict decodeCurved(std::span<const unsigned char> wkb, GeometryParts &parts)
{
    const gdal::ErrorScope errors;
    OGRGeometryH handle = nullptr;
    const bool made = OGR_G_CreateFromWkbEx(wkb.data(), nullptr, &handle, wkb.size()) == OGRERR_NONE;
    const gdal::Geometry curved(handle);
    return made ? decodeStraight(curved.get(), parts) : WkbVerdict::Damaged;
}

void pushCell(OGRFeatureH feature, const ChosenField &field, ColumnValues &column)
{
    if (!OGR_F_IsFieldSetAndNotNull(feature, field.index))
        return column.pushNull();
    switch (field.type) {
    case OFTInteger:
    case OFTInteger64:
        return column.pushInteger(OGR_F_GetFieldAsInteger64(feature, field.index));
    case OFTReal:
        return column.pushReal(OGR_F_GetFieldAsDouble(feature, field.index));
    default:
        return column.pushText(OGR_F_GetFieldAsString(feature, field.index));
    }
}

class FeatureReader {
public:
    FeatureReader(const std::vector<ChosenField> &fields, RawLayer &out) : m_fields(fields), m_out(out) {}

    void add(OGRFeatureH feature)
    {
        const unsigned took = addGeometry(OGR_F_GetFID(feature), OGR_F_GetGeometryRef(feature));
        for (std::size_t kind = 0; kind < m_out.tables.size(); ++kind) {
            if (!(took & (1u << kind)))
                continue;
            std::vector<FeatureTable::Column> &columns = m_out.tables[kind].columns;
            for (std::size_t i = 0; i < m_fields.size(); ++i)
                pushCell(feature, m_fields[i], columns[i].values);
        }
    }

private:
    unsigned addGeometry(std::int64_t id, OGRGeometryH geometry)
    {
        if (geometry && !OGR_G_IsEmpty(geometry) && exportWkb(geometry, m_bytes))
            return addWkb(id, m_bytes, m_parts, m_out);
        m_out.leaveOut(LayerFault::NoGeometry, id);
        return 0;
    }

    const std::vector<ChosenField> &m_fields;
    RawLayer &m_out;
    GeometryParts m_parts;
    std::vector<unsigned char> m_bytes;
};

} // namespace

unsigned addWkb(std::int64_t id, std::span<const unsigned char> wkb, GeometryParts &parts, RawLayer &out)
{
    parts.clear();
    WkbVerdict verdict = decodeWkb(wkb, parts);
    if (verdict == WkbVerdict::Curved)
        verdict = decodeCurved(wkb, parts);
    if (verdict == WkbVerdict::Fine)
        return out.add(id, 0, parts);
    out.leaveOut(verdict == WkbVerdict::Damaged ? LayerFault::Damaged : LayerFault::Unsupported, id);
    return 0;
}

bool decodeWkt(const std::string &wkt, GeometryParts &parts)
{
    const gdal::ErrorScope errors;
    std::string text = wkt;
    char *at = text.data();
    OGRGeometryH handle = nullptr;
    const bool made = OGR_G_CreateFromWkt(&at, nullptr, &handle) == OGRERR_NONE;
    const gdal::Geometry geometry(handle);
    return made && decodeStraight(geometry.get(), parts) == WkbVerdict::Fine;
}

void readFeatures(OGRLayerH layer, const std::vector<ChosenField> &fields, LayerProgress &progress, RawLayer &out,
                  std::int64_t lastId)
{
    FeatureReader reader(fields, out);
    for (int sinceStep = 1;; ++sinceStep) {
        const gdal::ErrorScope errors;  // one each: what was wrong with a feature does not mean that the layer ends
        const gdal::Feature feature(OGR_L_GetNextFeature(layer));
        if (!feature && errors.failed())
            out.damage = errors.message();
        if (!feature || OGR_F_GetFID(feature.get()) > lastId)
            break;
        reader.add(feature.get());
        if (sinceStep % stepFeatures == 0 && !progress.advance(stepFeatures))
            break;
    }
}

} // namespace ca
