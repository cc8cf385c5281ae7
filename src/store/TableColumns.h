// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "store/Gdal.h"

#include <functional>
#include <vector>

/// How each table of the atlas lies in the GeoPackage: one description, used by writer and reader alike,
/// so that the two cannot drift apart. Private to this room.
namespace ca::columns {

template <class Row>
struct Column {
    const char *name = nullptr;
    OGRFieldType type = OFTString;
    std::function<void(const Row &, OGRFeatureH, int)> write;
    std::function<bool(Row &, OGRFeatureH, int)> read;  ///< false = the cell makes no sense; none = for other programs only
};

template <class Row>
struct Table {
    const char *name;
    const char *description;
    OGRwkbGeometryType geometry;
    std::vector<Column<Row>> columns;
    std::function<void(const Row &, OGRFeatureH)> writeGeometry;
    std::function<bool(Row &, OGRGeometryH)> readGeometry;
};

/// A leg or waypoint with the segment it belongs to.
struct LegRow {
    QString segment;
    Leg leg;
};
struct WaypointRow {
    QString segment;
    Waypoint waypoint;
};
/// A segment with what other programs like to see beside it; legs and waypoints lie in their own tables.
struct SegmentRow {
    Segment segment;
    QString status;
    QString statusAsOf;
    QString corridors;
};
struct MetaRow {
    QString key;
    QString value;
};

[[nodiscard]] const Table<MetaRow> &metaTable();
[[nodiscard]] const Table<SegmentRow> &segmentTable();
[[nodiscard]] const Table<LegRow> &legTable();
[[nodiscard]] const Table<WaypointRow> &waypointTable();
[[nodiscard]] const Table<Subject> &subjectTable();
[[nodiscard]] const Table<CorridorMember> &corridorTable();
[[nodiscard]] const Table<Fact> &factTable();
[[nodiscard]] const Table<Name> &nameTable();
[[nodiscard]] const Table<Record> &recordTable();
[[nodiscard]] const Table<Passage> &passageTable();
[[nodiscard]] const Table<Contradiction> &contradictionTable();
[[nodiscard]] const Table<DisputedStretch> &disputedTable();

/// Version of this layout, in the row "schema" of atlas_meta. Grows when an older program could misread it.
inline constexpr int schemaVersion = 1;

} // namespace ca::columns
