// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace ca {

class LayerMapping;

struct ExtractImportOptions {
    CancelToken cancel;
    /// Share of the work that is done, 0 to 1; called now and then from the thread that imports.
    std::function<void(double share)> progress;
};

/// A layer of the GeoPackage that an import wrote.
struct ImportedLayer {
    QString table;  ///< in the file ("railways"); simplified levels are tables of their own ("railways_0" …)
    QString title;  ///< as the mapping file has it, English
    qint64 features = 0;  ///< rows of the table
    qint64 vertices = 0;
    QStringList levels;  ///< tables of the simplified levels, coarsest first; empty = none
};

struct ExtractImportReport {
    QString out;  ///< path of the GeoPackage
    QStringList files;  ///< that were read, without folders
    QDateTime date;  ///< of the data, UTC; invalid = the extracts do not tell
    std::vector<ImportedLayer> layers;  ///< those that have rows, in the order of the mapping
    QStringList remarks;  ///< what was missing, cut, left out; translated sentences
    qint64 bytes = 0;  ///< of the GeoPackage
    [[nodiscard]] qint64 features() const;
};

/// Reads @p files, sorts them into the layers of @p mapping and writes these as the GeoPackage @p out, which is replaced only
/// by a whole one. Blocks; any thread.
/// @returns the error of the first file that cannot be read, of the writing, or that it was cancelled or found nothing.
[[nodiscard]] Result<ExtractImportReport> importExtracts(const QStringList &files, const LayerMapping &mapping,
                                                         const QString &out, const ExtractImportOptions &options = {});

} // namespace ca
