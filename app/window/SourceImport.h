// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Library.h"

#include <QStringList>

namespace ca {

/// What came of taking sources into the library.
struct ImportReport {
    int added = 0;
    int known = 0;           ///< that were in the library already
    int recognised = 0;      ///< of those added, how many are copies of a bundled article
    QStringList problems;    ///< one sentence each
    /// One message for the reader.
    [[nodiscard]] QString text() const;
};

/// Takes files and folders into @p library. Blocking; on the library's own thread.
[[nodiscard]] ImportReport importSources(Library &library, const QStringList &paths, const Atlas &atlas);
/// The same with a library of its own, opened from @p libraryFile; for workers.
[[nodiscard]] ImportReport importSources(const QString &libraryFile, const QStringList &paths, const Atlas &atlas);

} // namespace ca
