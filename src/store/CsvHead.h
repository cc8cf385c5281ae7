// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/CsvColumns.h"
#include "store/CsvStream.h"

#include <memory>

namespace ca {

/// A table opened as far as its header; the stream stands before the first row. Private to this room.
struct CsvHead {
    std::unique_ptr<CsvStream> stream;
    QStringList columns;
    CsvGeometry geometry;
};

/// Opens a table: finds its separator (comma, semicolon, tab or bar: the one that cuts the first records into most cells,
/// all alike) and the columns of its geometry.
/// @param longitude,latitude the user's choice of columns; empty = find.
[[nodiscard]] Result<CsvHead> openCsv(const QString &path, const QString &longitude = {}, const QString &latitude = {});

} // namespace ca
