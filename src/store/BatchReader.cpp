// SPDX-License-Identifier: GPL-3.0-or-later
// The Arrow half of FeatureReader. Layout: https://arrow.apache.org/docs/format/CDataInterface.html
#include "store/FeatureReader.h"

#include <ogr_recordbatch.h>

#include <cstring>

namespace ca {

namespace {

/// Formats of columns that are read here; others go feature by feature.
constexpr std::string_view knownFormats = "bsilfgu";

struct OwnedStream {
    ArrowArrayStream stream{};
    ~OwnedStream() { if (stream.release) stream.release(&stream); }
};
struct OwnedSchema {
    ArrowSchema schema{};
    ~OwnedSchema() { if (schema.release) schema.release(&schema); }
};
struct OwnedArray {
    ArrowArray array{};
    ~OwnedArray() { if (array.release) array.release(&array); }
};

template <class T>
T at(const ArrowArray &column, int buffer, std::int64_t row)
{
    T value{};
    std::memcpy(&value, static_cast<const char *>(column.buffers[buffer]) + std::size_t(row) * sizeof(T), sizeof(T));
    return value;
}

bool bit(const void *bits, std::int64_t row)
{
    return (static_cast<const unsigned char *>(bits)[row / 8] >> (row % 8)) & 1;
}

/// Bytes of a text or binary cell.
std::span<const unsigned char> bytesAt(const ArrowArray &column, std::int64_t row)
{
    const auto first = at<std::int32_t>(column, 1, row);
    const auto end = at<std::int32_t>(column, 1, row + 1);
    return {static_cast<const unsigned char *>(column.buffers[2]) + first, std::size_t(end - first)};
}

bool isNull(const ArrowArray &column, std::int64_t row)
{
    return column.buffers[0] && !bit(column.buffers[0], row);
}

void pushCell(const ArrowArray &column, char format, std::int64_t row, ColumnValues &values)
{
    if (isNull(column, row))
        return values.pushNull();
    switch (format) {
    case 'b':
        return values.pushInteger(bit(column.buffers[1], row) ? 1 : 0);
    case 's':
        return values.pushInteger(at<std::int16_t>(column, 1, row));
    case 'i':
        return values.pushInteger(at<std::int32_t>(column, 1, row));
    case 'l':
        return values.pushInteger(at<std::int64_t>(column, 1, row));
    case 'f':
        return values.pushReal(double(at<float>(column, 1, row)));
    case 'g':
        return values.pushReal(at<double>(column, 1, row));
    default: {
        const std::span text = bytesAt(column, row);
        return values.pushText({reinterpret_cast<const char *>(text.data()), text.size()});
    }
    }
}

class BatchReader {
public:
    BatchReader(const std::vector<ChosenField> &fields, RawLayer &out) : m_fields(fields), m_out(out) {}

    /// Whether the columns are: the id, each field in order, the geometry, all of known formats.
    bool understands(const ArrowSchema &schema)
    {
        if (schema.n_children != std::int64_t(m_fields.size()) + 2)
            return false;
        if (std::strcmp(schema.children[0]->format, "l") != 0
            || std::strcmp(schema.children[m_fields.size() + 1]->format, "z") != 0)
            return false;
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            const ArrowSchema &child = *schema.children[i + 1];
            const bool known = std::strlen(child.format) == 1 && knownFormats.find(child.format[0]) != std::string_view::npos;
            if (!known || m_fields[i].name != QString::fromUtf8(child.name))
                return false;
            m_formats.push_back(child.format[0]);
        }
        return true;
    }

    void add(const ArrowArray &batch)
    {
        for (std::int64_t i = 0; i < batch.length; ++i)
            addRow(batch, i + batch.offset);
    }

private:
    void addRow(const ArrowArray &batch, std::int64_t row)
    {
        const ArrowArray &ids = *batch.children[0];
        const ArrowArray &geometries = *batch.children[m_fields.size() + 1];
        const std::int64_t id = at<std::int64_t>(ids, 1, row + ids.offset);
        if (isNull(geometries, row + geometries.offset))
            return m_out.leaveOut(LayerFault::NoGeometry, id);
        const unsigned took = addWkb(id, bytesAt(geometries, row + geometries.offset), m_parts, m_out);
        for (std::size_t kind = 0; kind < m_out.tables.size(); ++kind) {
            if (took & (1u << kind))
                pushCells(batch, row, m_out.tables[kind].columns);
        }
    }

    void pushCells(const ArrowArray &batch, std::int64_t row, std::vector<FeatureTable::Column> &columns)
    {
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            const ArrowArray &column = *batch.children[i + 1];
            pushCell(column, m_formats[i], row + column.offset, columns[i].values);
        }
    }

    const std::vector<ChosenField> &m_fields;
    std::vector<char> m_formats;
    RawLayer &m_out;
    GeometryParts m_parts;
};

} // namespace

bool readBatches(OGRLayerH layer, const std::vector<ChosenField> &fields, LayerProgress &progress, RawLayer &out)
{
    const gdal::ErrorScope errors;
    OwnedStream owned;
    ArrowArrayStream &stream = owned.stream;
    const char *options[] = {"INCLUDE_FID=YES", "MAX_FEATURES_IN_BATCH=4096", nullptr};
    if (!OGR_L_GetArrowStream(layer, &stream, const_cast<char **>(options)))
        return false;
    OwnedSchema schema;
    BatchReader reader(fields, out);
    if (stream.get_schema(&stream, &schema.schema) != 0 || !reader.understands(schema.schema))
        return false;
    for (;;) {
        OwnedArray batch;
        if (stream.get_next(&stream, &batch.array) != 0) {
            const char *reason = stream.get_last_error(&stream);
            out.damage = reason ? QString::fromUtf8(reason) : errors.message();
            return true;
        }
        if (!batch.array.release)
            break;
        reader.add(batch.array);
        if (!progress.advance(double(batch.array.length)))
            return true;
    }
    if (errors.failed())
        out.damage = errors.message();
    return true;
}

} // namespace ca
