// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "osm/ExtractImport.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// Layers made of one or several extracts of OpenStreetMap, kept in a folder of their own.
struct OsmSet {
    QString name;            ///< for the user
    QString folder;          ///< absolute
    QStringList files;       ///< the extracts, absolute paths; they may be gone by now
    QDateTime date;          ///< of the data; invalid = unknown
    QStringList remarks;     ///< what was left out when it was made

    [[nodiscard]] QString layersFile() const;
    /// Where a base map of it is, once made.
    [[nodiscard]] QString baseMapFile() const;
    /// Those of @c files that are gone.
    [[nodiscard]] QStringList missingFiles() const;
    /// "extract of 2026-02-26: a.osm.pbf, b.osm.pbf"
    [[nodiscard]] QString detail() const;
};

/// The sets in a folder. Nothing is remembered: each answer is what is there now. GUI thread only.
class OsmSets {
public:
    /// @param folder made with the first set.
    explicit OsmSets(QString folder) : m_folder(std::move(folder)) {}
    /// In the user's folder for data.
    [[nodiscard]] static QString defaultFolder();

    /// By name.
    [[nodiscard]] std::vector<OsmSet> all() const;
    /// A new folder for a set of @p files: an import writes its layersFile() before keep().
    [[nodiscard]] Result<OsmSet> begin(const QStringList &files) const;
    /// From now on it is one of all(). @returns it with date and remarks of @p report.
    [[nodiscard]] Result<OsmSet> keep(const OsmSet &begun, const ExtractImportReport &report) const;
    /// With its layers; the extracts stay. Also of a set that was begun only.
    [[nodiscard]] Result<Done> remove(const OsmSet &set) const;
    /// The set that a file of layers belongs to, told by the description beside it; none where there is none. Any thread.
    [[nodiscard]] static std::optional<OsmSet> ofLayersFile(const QString &path);

private:
    QString m_folder;
};

} // namespace ca
