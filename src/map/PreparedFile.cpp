// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/PreparedFile.h"

#include <algorithm>

namespace ca::PreparedFile {
namespace {

constexpr std::uint64_t mostLayers = 1000, mostLevels = 100, mostColumns = 10000;

template <class T>
void writeArray(CacheWriter &writer, const SharedArray<T> &values)
{
    writer.array(values.span());
}

void write(CacheWriter &writer, const PreparedShapes &shapes)
{
    writeArray(writer, shapes.vertices);
    writeArray(writer, shapes.ranks);
    writeArray(writer, shapes.parts);
    writeArray(writer, shapes.tree.nodes());
    writeArray(writer, shapes.chunks);
}

enum class Columns { Names, All };

void write(CacheWriter &writer, const FeatureTable::Column &column, std::size_t rows)
{
    writer.text(column.name);
    const bool texts = column.values.type() == ColumnValues::Type::Text;
    std::vector<std::uint32_t> ends;
    std::vector<char> all;
    for (std::size_t f = 0; f < rows; ++f) {
        const QByteArray number = texts ? QByteArray() : column.values.text(f).toUtf8();
        const std::string_view text = texts ? column.values.utf8(f) : std::string_view(number.constData(), std::size_t(number.size()));
        all.insert(all.end(), text.begin(), text.end());
        ends.push_back(std::uint32_t(all.size()));
    }
    writer.array(std::span<const std::uint32_t>(ends));
    writer.array(std::span<const char>(all));
}

void write(CacheWriter &writer, const FeatureTable &table, Columns wanted)
{
    writer.array(std::span(table.ids));
    std::vector<const FeatureTable::Column *> columns;
    for (const FeatureTable::Column &column : table.columns) {
        if (wanted == Columns::All || column.name.startsWith(QLatin1String("name")))
            columns.push_back(&column);
    }
    writer.number(columns.size());
    for (const FeatureTable::Column *column : columns)
        write(writer, *column, table.ids.size());
}

void write(CacheWriter &writer, const PreparedLayer &layer, Columns columns)
{
    writer.text(layer.id);
    writer.number(std::uint64_t(layer.kind));
    writer.number(layer.levels.size());
    for (const PreparedLevel &level : layer.levels) {
        writer.real(level.toleranceMetres);
        write(writer, level.shapes);
        writeArray(writer, level.outlines.parts);
        writeArray(writer, level.outlines.tree.nodes());
        writer.number(level.table ? 1 : 0);
        if (level.table)
            write(writer, *level.table, columns);
    }
    writeArray(writer, layer.anchors);
    writeArray(writer, layer.anchorStart);
}

void write(CacheWriter &writer, const Credit &credit)
{
    for (const QString &text : {credit.layer, credit.text, credit.licence, credit.url, credit.dataDate})
        writer.text(text);
}

/// Whether every part lies within the vertices and every node is there.
bool sound(const PreparedShapes &shapes, std::size_t nodes, bool ranked)
{
    const std::size_t vertices = shapes.vertices.size();
    const std::size_t chunks = ranked ? (vertices + PreparedShapes::chunkSize - 1) / PreparedShapes::chunkSize : 0;
    return nodes == PackedTree::nodeCount(shapes.parts.size()) && shapes.ranks.size() == (ranked ? vertices : 0)
        && shapes.chunks.size() == chunks && std::all_of(shapes.parts.begin(), shapes.parts.end(), [&](const PreparedShapes::Part &part) {
               return part.count > 0 && part.first < vertices && part.count <= vertices - part.first;
           });
}

class Reader {
public:
    explicit Reader(CacheReader &reader) : m_reader(reader) {}

    std::shared_ptr<const PreparedBase> run()
    {
        auto base = std::make_shared<PreparedBase>();
        const std::uint64_t layers = counted(mostLayers);
        for (std::uint64_t i = 0; i < layers && m_sound; ++i)
            base->layers.push_back(layer());
        const auto places = m_reader.array<PreparedPlace>();
        if (m_reader.number() == 1)
            base->placeTable = table(GeometryKind::Point);
        const std::uint64_t credits = counted(mostLayers);
        for (std::uint64_t i = 0; i < credits && m_reader.ok(); ++i)
            base->credits.push_back(credit());
        if (!m_sound || !m_reader.finished())
            return nullptr;
        const std::size_t named = base->placeTable ? base->placeTable->featureCount() : 0;
        if (std::any_of(places.begin(), places.end(), [&](const PreparedPlace &place) { return place.feature >= named; }))
            return nullptr;
        setPlaces(*base, places);
        return base;
    }

    std::shared_ptr<const PreparedLayer> one()
    {
        const auto read = layer();
        return m_sound && m_reader.ok() ? read : nullptr;
    }

private:
    std::uint64_t counted(std::uint64_t most)
    {
        const std::uint64_t count = m_reader.number();
        m_sound = m_sound && m_reader.ok() && count <= most;
        return m_sound ? count : 0;
    }

    PreparedShapes shapes(bool ranked)
    {
        PreparedShapes shapes;
        shapes.vertices = m_reader.array<GridPoint>();
        shapes.ranks = m_reader.array<RankCode>();
        shapes.parts = m_reader.array<PreparedShapes::Part>();
        const auto nodes = m_reader.array<PackedTree::Node>();
        shapes.chunks = m_reader.array<PackedTree::Node>();
        m_sound = m_sound && m_reader.ok() && sound(shapes, nodes.size(), ranked);
        if (m_sound)
            shapes.tree = PackedTree(shapes.parts.size(), nodes);
        return shapes;
    }

    /// Of @p rings, whose vertices they share.
    PreparedShapes outlines(const PreparedShapes &rings)
    {
        PreparedShapes lines;
        lines.parts = m_reader.array<PreparedShapes::Part>();
        const auto nodes = m_reader.array<PackedTree::Node>();
        if (m_sound && lines.parts.empty() && m_reader.ok())
            return {};
        lines.vertices = rings.vertices;
        lines.ranks = rings.ranks;
        lines.chunks = rings.chunks;
        m_sound = m_sound && m_reader.ok() && sound(lines, nodes.size(), true);
        if (m_sound)
            lines.tree = PackedTree(lines.parts.size(), nodes);
        return lines;
    }

    std::shared_ptr<const FeatureTable> table(GeometryKind kind)
    {
        auto table = std::make_shared<FeatureTable>();
        table->kind = kind;
        const auto ids = m_reader.array<std::int64_t>();
        table->ids.assign(ids.begin(), ids.end());
        const std::uint64_t columns = counted(mostColumns);
        for (std::uint64_t i = 0; i < columns && m_sound; ++i) {
            FeatureTable::Column column{m_reader.text(), {}};
            const auto ends = m_reader.array<std::uint32_t>();
            const auto texts = m_reader.array<char>();
            m_sound = m_sound && m_reader.ok() && ends.size() == ids.size() && std::is_sorted(ends.begin(), ends.end())
                && (ends.empty() || ends.back() == texts.size());
            std::uint32_t start = 0;
            for (std::size_t f = 0; f < ends.size() && m_sound; start = ends[f++]) {
                if (ends[f] == start)
                    column.values.pushNull();
                else
                    column.values.pushText({texts.data() + start, ends[f] - start});
            }
            table->columns.push_back(std::move(column));
        }
        return table;
    }

    std::shared_ptr<const PreparedLayer> layer()
    {
        auto layer = std::make_shared<PreparedLayer>();
        layer->id = m_reader.text();
        layer->kind = GeometryKind(counted(std::uint64_t(GeometryKind::Polygon)));
        const std::uint64_t levels = counted(mostLevels);
        m_sound = m_sound && levels > 0;
        for (std::uint64_t i = 0; i < levels && m_sound; ++i) {
            PreparedLevel &level = layer->levels.emplace_back();
            level.toleranceMetres = m_reader.real();
            level.shapes = shapes(layer->kind != GeometryKind::Point);
            level.outlines = outlines(level.shapes);
            if (m_reader.number() == 1)
                level.table = table(layer->kind);
            const auto known = [&](const PreparedShapes::Part &part) { return !level.table || part.feature < level.table->featureCount(); };
            m_sound = m_sound && std::all_of(level.shapes.parts.begin(), level.shapes.parts.end(), known)
                && std::all_of(level.outlines.parts.begin(), level.outlines.parts.end(), known);
        }
        layer->anchors = m_reader.array<PreparedLayer::Anchor>();
        layer->anchorStart = m_reader.array<std::uint32_t>();
        m_sound = m_sound && std::is_sorted(layer->anchorStart.begin(), layer->anchorStart.end())
            && (layer->anchorStart.empty() || layer->anchorStart.back() == layer->anchors.size());
        return layer;
    }

    Credit credit()
    {
        Credit credit;
        for (QString *text : {&credit.layer, &credit.text, &credit.licence, &credit.url, &credit.dataDate})
            *text = m_reader.text();
        return credit;
    }

    CacheReader &m_reader;
    bool m_sound = true;
};

} // namespace

void write(CacheWriter &writer, const PreparedBase &base)
{
    writer.number(base.layers.size());
    for (const auto &layer : base.layers)
        write(writer, *layer, Columns::Names);
    writeArray(writer, base.places);
    writer.number(base.placeTable ? 1 : 0);
    if (base.placeTable)
        write(writer, *base.placeTable, Columns::Names);
    writer.number(base.credits.size());
    for (const Credit &credit : base.credits)
        write(writer, credit);
}

std::shared_ptr<const PreparedBase> read(CacheReader &reader)
{
    return Reader(reader).run();
}

void writeLayer(CacheWriter &writer, const PreparedLayer &layer)
{
    write(writer, layer, Columns::All);
}

std::shared_ptr<const PreparedLayer> readLayer(CacheReader &reader)
{
    return Reader(reader).one();
}

} // namespace ca::PreparedFile
