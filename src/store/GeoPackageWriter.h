// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/FeatureTable.h"

#include <QDateTime>

#include <memory>
#include <string_view>
#include <variant>

namespace ca {

struct GeoPackageColumn {
    enum class Type { Text, Integer, Real };
    QString name;
    Type type = Type::Text;
};

struct GeoPackageLayer {
    QString table;
    QString title;  ///< each layer's its own
    GeometryKind kind = GeometryKind::Point;
    std::vector<GeoPackageColumn> columns;  ///< besides fid and geom
};

/// Empty, whole number, number, UTF-8.
using GeoPackageCell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// A point; a line; or polygons, each a shell and its holes, all rings closed. WGS 84 degrees.
struct GeoPackageShape {
    std::span<const LatLon> vertices;
    std::span<const std::uint32_t> ringStart;  ///< polygons only: ring r has the vertices ringStart[r] … ringStart[r + 1] - 1
    std::span<const std::uint32_t>
        polygonStart;  ///< polygons only: polygon p has the rings polygonStart[p] … polygonStart[p + 1] - 1
};

/// Writes a new GeoPackage 1.3 in WGS 84 with a packed R-tree for each layer, several hundred thousand rows a second. The file
/// has another name until finish() puts it into its place; without that it goes away. The same calls make the same bytes. To be
/// called by one thread at a time. A thread of its own does the writing meanwhile: what fails there is told by a later call that
/// returns a result, at the latest by finish(), and after it nothing more is written.
class GeoPackageWriter {
public:
    /// @p changed is what the file states as its last change; invalid = the beginning of 1970.
    [[nodiscard]] static Result<std::unique_ptr<GeoPackageWriter>> create(const QString &path, const QDateTime &changed);
    ~GeoPackageWriter();
    Q_DISABLE_COPY_MOVE(GeoPackageWriter)

    /// Tables of points, lines (LINESTRING) or polygons (MULTIPOLYGON).
    [[nodiscard]] Result<Done> beginLayer(const GeoPackageLayer &layer);
    /// @p fid ascends; @p cells has one for each column. All is copied.
    void addRow(std::int64_t fid, const GeoPackageShape &shape, std::span<const GeoPackageCell> cells);
    [[nodiscard]] Result<Done> endLayer();
    /// A table without geometry.
    [[nodiscard]] Result<Done> addTable(const QString &table, const QString &title, const QStringList &columns,
                                        const std::vector<QStringList> &rows);
    [[nodiscard]] Result<Done> finish();

private:
    struct Private;
    explicit GeoPackageWriter(std::unique_ptr<Private> opened);
    std::unique_ptr<Private> d;
};

} // namespace ca
