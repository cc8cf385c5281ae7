// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace ca {

/// An extract that a server offers. Its size and date are the server's to tell (RemoteFileCheck).
struct OfferedExtract {
    QString id;              ///< lower-case letters, digits and hyphens
    QString title;
    QUrl url;
    QStringList countries;   ///< ISO 3166-1 alpha-2
    QStringList corridors;   ///< ids of those that cross it; none = a neighbour
    QString licence;         ///< SPDX

    [[nodiscard]] QUrl checksumUrl() const;  ///< of the file with its MD5
    [[nodiscard]] QString fileName() const;  ///< without folder
};

struct ExtractList {
    std::vector<OfferedExtract> extracts;   ///< in the file's order; ids are unique
    std::vector<Error> errors;              ///< by line; what they are about is left out
};

/// @param bytes CSV with the columns id, title, url, countries, corridors, licence; lists separated by ";".
/// @param file name for the errors.
[[nodiscard]] ExtractList parseExtractList(const QByteArray &bytes, const QString &file);

/// geodata/osm-extracts.csv, as built in.
[[nodiscard]] ExtractList bundledExtracts();

} // namespace ca
