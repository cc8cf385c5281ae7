// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/GeoPackageWriter.h"

/// SQL of GeoPackage 1.3 (geopackage.org/spec130), as the standard has it.
namespace ca::geopackage {

/// The tables that each file has, with WGS 84.
[[nodiscard]] QByteArray fileSchema();
/// A layer's table.
[[nodiscard]] QByteArray layerTable(const GeoPackageLayer &layer);
[[nodiscard]] QByteArray insertRows(const GeoPackageLayer &layer, std::size_t rows);
[[nodiscard]] QString rtreeName(const QString &table);
/// The empty index and its entry among the extensions.
[[nodiscard]] QByteArray rtreeTable(const QString &table);
/// Triggers that keep index and count right when another program edits the layer: made when all rows are in.
[[nodiscard]] QByteArray layerTriggers(const QString &table);

} // namespace ca::geopackage
