// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "base/Result.h"

#include <QHash>
#include <QString>

#include <vector>

namespace ca {

/// The tables read from geodata/ with the place each row came from, for messages.
struct AtlasSource {
    AtlasData data;
    struct Place {
        QString file;   ///< path as given
        int line = 0;   ///< from 1; 0 = the whole file
    };
    QHash<QString, std::vector<Place>> places;  ///< table name (as in AtlasProblem) → place of each row
};

/// Reads the text under geodata/ (see its README) and checks it.
namespace AtlasCompiler {

/// Reads all files; every mistake found is one Error with file and line. Data is only
/// meaningful when errors is empty.
struct ReadResult {
    AtlasSource source;
    std::vector<Error> errors;
};
ReadResult readText(const QString &geodataFolder);

} // namespace AtlasCompiler
} // namespace ca
