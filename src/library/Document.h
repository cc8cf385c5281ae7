// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/PassageFinder.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace ca {

/// A text in the library. @c record is the bundled record it was recognised as, or empty.
/// The title is the record's (its publisher and date where it has none), or else what the file states, or else the
/// first words of the text.
struct Document {
    qint64 id = 0;
    QString fileName;      ///< name without folder
    QString path;          ///< where it was taken from
    QString title;
    QString sha256;        ///< of the file's bytes
    QString record;
    QDateTime added;       ///< UTC; the day of it counts as the day of retrieval unless the CSL item says another
    int exact = 0;         ///< passages of the record found exact, and moved, when it was last recognised
    int moved = 0;
    QString format;        ///< media type, "text/html"
    QString textSha256;    ///< of the normalised text
    QJsonObject csl;       ///< CSL-JSON item: what the record or the file says, as edited by the user
    qint64 group = 0;      ///< near copies of one text have the same
    bool keepsBytes = false; ///< the file's bytes are in the library, too
    bool known = false;    ///< of the result of an addition: the same bytes were in the library already
};

/// Where a bundled passage was found in a document of the library.
struct StoredVerdict {
    QString passage;
    FoundPassage found;
};

/// ISO date, maybe shortened, of a CSL item's member ("issued", "accessed"); the first of a range. Empty = none.
[[nodiscard]] QString cslDate(const QJsonObject &csl, const QString &member);

} // namespace ca
