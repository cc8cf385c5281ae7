// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RtreePacker.h"

#include <bit>

namespace ca {
namespace {

// A node: depth of the tree (in the root only), number of cells, then the cells; all big-endian.
constexpr std::size_t nodeHead = 4;
constexpr std::size_t cellBytes = 24;  // id, min x, max x, min y, max y
constexpr std::int64_t rootNumber = 1;

/// What a node holds: a row, or a node of the level below.
using PackedCell = RtreeRows::Cell;

/// Nodes of one level: node i has the number first + i and shares the level's cells evenly with the others.
struct PackedLevel {
    std::vector<PackedCell> cells;
    std::size_t nodes = 0;
    std::int64_t first = 0;

    [[nodiscard]] std::size_t begin(std::size_t node) const { return node * cells.size() / nodes; }
};

template <class Number> void putBigEndian(std::vector<unsigned char> &out, std::size_t at, Number value)
{
    for (std::size_t i = 0; i < sizeof value; ++i)
        out[at + i] = static_cast<unsigned char>(value >> 8 * (sizeof value - 1 - i));
}

void putCell(std::vector<unsigned char> &node, std::size_t at, const PackedCell &cell)
{
    putBigEndian(node, at, std::uint64_t(cell.id));
    const float sides[]{cell.box.minX, cell.box.maxX, cell.box.minY, cell.box.maxY};
    for (std::size_t i = 0; i < 4; ++i)
        putBigEndian(node, at + 8 + 4 * i, std::bit_cast<std::uint32_t>(sides[i]));
}

PackedTree::Node unionOf(std::span<const PackedCell> cells)
{
    PackedTree::Node all = cells.front().box;
    for (const PackedCell &cell : cells) {
        all.minX = std::min(all.minX, cell.box.minX);
        all.minY = std::min(all.minY, cell.box.minY);
        all.maxX = std::max(all.maxX, cell.box.maxX);
        all.maxY = std::max(all.maxY, cell.box.maxY);
    }
    return all;
}

/// From the leaves to the root, which is the last. The root has number 1, each level's numbers follow those above.
std::vector<PackedLevel> packedLevels(std::vector<PackedCell> leaves, std::size_t capacity)
{
    std::vector<PackedLevel> levels;
    levels.push_back({std::move(leaves), 0, 0});
    for (;;) {
        PackedLevel &level = levels.back();
        level.nodes = (level.cells.size() + capacity - 1) / capacity;
        if (level.nodes == 1)
            break;
        std::vector<PackedCell> above(level.nodes);
        for (std::size_t i = 0; i < level.nodes; ++i)
            above[i].box = unionOf(std::span(level.cells).subspan(level.begin(i), level.begin(i + 1) - level.begin(i)));
        levels.push_back({std::move(above), 0, 0});
    }
    std::int64_t next = rootNumber;
    for (std::size_t i = levels.size(); i-- > 0;) {
        levels[i].first = next;
        next += std::int64_t(levels[i].nodes);
    }
    for (std::size_t i = 1; i < levels.size(); ++i) {
        for (std::size_t child = 0; child < levels[i].cells.size(); ++child)
            levels[i].cells[child].id = levels[i - 1].first + std::int64_t(child);
    }
    return levels;
}

/// Bytes of a node of this table, as SQLite chose it by the size of a page; 0 = the table is not there.
std::size_t nodeBytes(sqlite3 *database, const QString &name)
{
    const sqlite::Statement ask = sqlite::prepare(
        database, "SELECT length(data) FROM " + sqlite::quoted(name + QStringLiteral("_node")) + " WHERE nodeno = 1");
    return ask && sqlite3_step(ask.get()) == SQLITE_ROW ? std::size_t(sqlite3_column_int64(ask.get(), 0)) : 0;
}

sqlite::Statement insertPairs(sqlite3 *database, const QString &table, std::size_t pairs)
{
    return sqlite::prepare(database, "REPLACE INTO " + sqlite::quoted(table) + " VALUES (?, ?)" + QByteArray(", (?, ?)").repeated(int(pairs) - 1));
}

bool writeNodes(sqlite3_stmt *insert, const PackedLevel &level, std::size_t depth, std::size_t size)
{
    std::vector<unsigned char> bytes(size);
    for (std::size_t i = 0; i < level.nodes; ++i) {
        std::fill(bytes.begin(), bytes.end(), static_cast<unsigned char>(0));
        const std::size_t begin = level.begin(i), count = level.begin(i + 1) - begin;
        const std::int64_t number = level.first + std::int64_t(i);
        if (number == rootNumber)
            putBigEndian(bytes, 0, std::uint16_t(depth));
        putBigEndian(bytes, 2, std::uint16_t(count));
        for (std::size_t cell = 0; cell < count; ++cell)
            putCell(bytes, nodeHead + cell * cellBytes, level.cells[begin + cell]);
        sqlite3_bind_int64(insert, 1, number);
        sqlite3_bind_blob(insert, 2, bytes.data(), int(bytes.size()), SQLITE_STATIC);
        if (!sqlite::step(insert))
            return false;
    }
    return true;
}

/// Puts pairs of numbers into a table, many with each statement: there are as many as rows in the layer.
class PairWriter {
public:
    PairWriter(sqlite3 *database, const QString &table)
        : m_one(insertPairs(database, table, 1)), m_many(insertPairs(database, table, atOnce))
    {
    }

    void add(std::int64_t key, std::int64_t value)
    {
        m_pairs.push_back(key);
        m_pairs.push_back(value);
        if (m_pairs.size() == 2 * atOnce) {
            put(m_many.get(), m_pairs);
            m_pairs.clear();
        }
    }
    /// False on an error of the database.
    [[nodiscard]] bool end()
    {
        for (std::size_t i = 0; i < m_pairs.size(); i += 2)
            put(m_one.get(), std::span(m_pairs).subspan(i, 2));
        m_pairs.clear();
        return m_good;
    }

private:
    static constexpr std::size_t atOnce = 128;

    void put(sqlite3_stmt *insert, std::span<const std::int64_t> numbers)
    {
        for (std::size_t i = 0; i < numbers.size() && m_good; ++i)
            m_good = sqlite3_bind_int64(insert, int(i) + 1, numbers[i]) == SQLITE_OK;
        m_good = m_good && sqlite::step(insert);
    }

    sqlite::Statement m_one, m_many;
    std::vector<std::int64_t> m_pairs;
    bool m_good = true;
};

/// Which node each cell of @p level is in: for rows in the order of their ids, for nodes in that of their numbers.
bool writeHomes(PairWriter &&pairs, const PackedLevel &level, std::span<const std::uint32_t> placeOf)
{
    std::vector<std::int64_t> homes(level.cells.size());
    for (std::size_t i = 0; i < level.nodes; ++i)
        std::fill(homes.begin() + std::ptrdiff_t(level.begin(i)), homes.begin() + std::ptrdiff_t(level.begin(i + 1)),
                  level.first + std::int64_t(i));
    for (std::size_t i = 0; i < homes.size(); ++i) {
        const std::size_t cell = placeOf.empty() ? i : placeOf[i];
        pairs.add(level.cells[cell].id, homes[cell]);
    }
    return pairs.end();
}

bool writeLevels(sqlite3 *database, const QString &name, const std::vector<PackedLevel> &levels, std::size_t size,
                 std::span<const std::uint32_t> placeOf)
{
    const sqlite::Statement nodes = insertPairs(database, name + QStringLiteral("_node"), 1);
    if (!nodes)
        return false;
    for (std::size_t i = levels.size(); i-- > 0;) {
        if (!writeNodes(nodes.get(), levels[i], i, size))
            return false;
        if (i > 0 && !writeHomes({database, name + QStringLiteral("_parent")}, levels[i], {}))
            return false;
    }
    return writeHomes({database, name + QStringLiteral("_rowid")}, levels.front(), placeOf);
}

} // namespace

RtreeRows sortRtreeRows(std::span<const std::int64_t> ids, std::span<const Box> boxes)
{
    const std::vector<std::uint32_t> order = hilbertOrder(boxes);
    RtreeRows rows{std::vector<PackedCell>(order.size()), std::vector<std::uint32_t>(order.size())};
    for (std::size_t i = 0; i < order.size(); ++i) {
        rows.cells[i] = {ids[order[i]], PackedTree::outward(boxes[order[i]])};
        rows.placeOf[order[i]] = std::uint32_t(i);
    }
    return rows;
}

bool writeRtree(sqlite3 *database, const QString &name, RtreeRows rows)
{
    if (rows.cells.empty())
        return true;
    const std::size_t size = nodeBytes(database, name);
    if (size < nodeHead + 2 * cellBytes)
        return false;
    return writeLevels(database, name, packedLevels(std::move(rows.cells), (size - nodeHead) / cellBytes), size, rows.placeOf);
}

} // namespace ca
