// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RowBatch.h"

#include "store/GeoPackageGeometry.h"

namespace ca {
namespace {

struct CellEncoder {
    std::string &bytes;
    RowBatch::Cell operator()(std::monostate) const { return {}; }
    RowBatch::Cell operator()(std::int64_t value) const { return value; }
    RowBatch::Cell operator()(double value) const { return value; }
    RowBatch::Cell operator()(std::string_view text) const
    {
        const RowBatch::Bytes range{bytes.size(), text.size()};
        bytes.append(text);
        return range;
    }
};

} // namespace

void RowBatch::clear()
{
    bytes.clear();
    rows.clear();
    cells.clear();
}

Box RowBatch::add(GeometryKind kind, std::int64_t fid, const GeoPackageShape &shape, std::span<const GeoPackageCell> newCells)
{
    const std::size_t first = bytes.size();
    const Box box = appendGeometry(kind, shape, bytes);
    rows.push_back({fid, {first, bytes.size() - first}});
    for (const GeoPackageCell &cell : newCells)
        cells.push_back(std::visit(CellEncoder{bytes}, cell));
    return box;
}

} // namespace ca
