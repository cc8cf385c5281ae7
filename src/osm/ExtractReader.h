// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "osm/OsmExtract.h"

#include <functional>

namespace ca {

/// Whether an object is kept. Called from one thread, for objects that have tags.
using OsmFilter = std::function<bool(OsmType type, std::span<const OsmTag> tags)>;

struct ExtractOptions {
    OsmFilter wanted;
    CancelToken cancel;
    /// Share of the work that is done, 0 to 1; called now and then from the thread that reads.
    std::function<void(double share)> progress;
};

/// Reads .osm.pbf, .osm, .osm.gz, .osm.bz2 and answers of Overpass (JSON, out geom and out body), told by their content, as
/// one: objects that several files have are taken once, newest version first. Memory is bounded by what is kept. Blocks; any
/// thread.
/// @returns the error of the first file that is damaged, cut short, empty or of another format, with the offset or the
/// object; nothing of the others then.
[[nodiscard]] Result<OsmExtract> readExtracts(const QStringList &files, const ExtractOptions &options);

} // namespace ca
