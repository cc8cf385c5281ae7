// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/Gdal.h"

#include <QTemporaryDir>

#include <memory>

namespace ca {

/// A user's file, open for reading. Nothing is written beside it and no lock is taken; where that would lose what a
/// running program has not yet merged into a database, a copy is read. Private to this room.
struct OpenedFile {
    gdal::Dataset dataset;
    QString driver;                           ///< GDAL's name of the format
    QString path;                             ///< what the user named
    QString openPath;                         ///< what was opened: the same, a copy, or a link to it
    std::shared_ptr<QTemporaryDir> folder;    ///< of the copy or link
    QStringList notes;                        ///< translated

    /// The same file once more, for another thread; null when it has gone meanwhile.
    [[nodiscard]] gdal::Dataset again() const;
};

enum class OpenAs { Vector, Raster };

/// Opens a local file of any format GDAL reads. Folders, pipes, empty files and unknown formats are refused with one
/// message each; nothing goes to stderr.
[[nodiscard]] Result<OpenedFile> openFile(const QString &path, OpenAs as);

/// Why @p path cannot be read at all; empty when nothing speaks against it.
[[nodiscard]] QString fileObjection(const QString &path);

} // namespace ca
