// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QStringList>

#include <functional>

namespace ca {

/// Which columns of a table hold its geometry. Private to this room.
struct CsvGeometry {
    int longitude = -1;     ///< or easting; -1 = none
    int latitude = -1;      ///< or northing
    int wkt = -1;           ///< well-known text; then the others are -1
    bool degrees = false;   ///< the names say latitude and longitude, not just x and y
    QString statement;      ///< translated: what was found
};

/// Finds them by their names, in the spellings and languages of the region and of its neighbours. Prefers well-known
/// text, then latitude and longitude, then x and y; names that match as a whole before those that do in part.
/// @param holdsText whether the cells of a column look like well-known text, asked of those whose name suggests it.
/// @param longitude,latitude the user's choice; empty = find.
/// Fails, naming the columns there are, when none fits or several fit equally well.
[[nodiscard]] Result<CsvGeometry> findCsvGeometry(const QStringList &header, const std::function<bool(int)> &holdsText,
                                                  const QString &longitude = {}, const QString &latitude = {});

} // namespace ca
