// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "base/CancelToken.h"
#include "library/PreparedDocument.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace ca {

class Library;

/// What came of one file.
struct ImportedFile {
    QString file;
    Result<Document> document;   ///< or the reason; warnings beside either
};

/// What came of taking files in.
struct ImportReport {
    std::vector<ImportedFile> files;   ///< in the order given
    QStringList problems;              ///< of folders: unreadable, empty, files of other types left out
    bool cancelled = false;            ///< files not reached are not in the list

    [[nodiscard]] int added() const;
    [[nodiscard]] int known() const;        ///< that were in the library already
    [[nodiscard]] int recognised() const;   ///< of those added, how many are copies of a bundled article
    [[nodiscard]] int failed() const;
    /// All that a reader should be told, one sentence each.
    [[nodiscard]] QStringList allProblems() const;
};

/// Called after each batch with how many of how many files are done; on the calling thread.
using ImportProgress = std::function<void(int done, int all)>;

/// Takes files and folders (every supported file in them and their sub-folders, by name) into @p library. Files are read
/// on all cores and written by the calling thread, which is the library's. Blocking. A bad file is reported and the rest
/// go on; cancelled, what was written stays.
[[nodiscard]] ImportReport importInto(Library &library, const QStringList &paths, const Atlas &atlas,
                                      const ImportOptions &options = {}, const CancelToken &cancel = {},
                                      const ImportProgress &progress = {});

/// The same for words that come from no file.
[[nodiscard]] ImportReport importLoose(Library &library, const LooseBytes &loose, const Atlas &atlas);

} // namespace ca
