// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "base/CancelToken.h"
#include "base/Result.h"
#include "geo/Box.h"
#include "osm/ExtractReader.h"

#include <QDateTime>

#include <functional>

namespace ca {

struct BaseMapOptions {
    CancelToken cancel;
    /// Share of the work that is done, 0 to 1; called now and then from the thread that works.
    std::function<void(double share)> progress;
};

/// A layer of the refreshed map, at its finest level.
struct RefreshedLayer {
    QString id;
    qint64 bundled = 0;   ///< features that are the bundled map's, whole or cut
    qint64 made = 0;      ///< features from the extract; land and coast: those that changed
};

struct BaseMapReport {
    QString out;                       ///< path of the GeoPackage; empty = not written
    QStringList files;                 ///< that were read, without folders
    QDateTime date;                    ///< of the data, UTC; invalid = the extracts do not tell
    QStringList countries;             ///< that are whole in the extracts: "LI Liechtenstein"
    std::vector<GeoBox> boxes;         ///< what is covered where no country is whole
    std::vector<RefreshedLayer> layers;
    QStringList remarks;               ///< what was kept, lost, moved; translated sentences
    qint64 bytes = 0;                  ///< of the GeoPackage
};

/// "LI Liechtenstein", or the box: "7.4–7.5° E …". Translated.
[[nodiscard]] QString coverText(const BaseMapReport &report);

struct RefreshedBaseMap {
    BaseMap map;
    BaseMapReport report;
};

/// Keeps what a base map is made of: coast, borders, water, places.
[[nodiscard]] OsmFilter wantedForBaseMap();

/// A base map with the layers, levels and columns of @p bundled: within what the extract covers (see BaseCover) its coast, borders,
/// water and places, beyond it the bundled ones. Pure; blocks; any thread.
/// @returns an error where the extract has none of all that, or the work was cancelled.
[[nodiscard]] Result<RefreshedBaseMap> refreshedBaseMap(const OsmExtract &extract, const BaseMap &bundled, const BaseMapOptions &options = {});

/// Reads @p files and writes the base map they give as the GeoPackage @p out, which is replaced only by a whole one. Same input,
/// same bytes. Blocks; any thread.
[[nodiscard]] Result<BaseMapReport> refreshBaseMap(const QStringList &files, const BaseMap &bundled, const QString &out, const BaseMapOptions &options = {});

} // namespace ca
