// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "base/Result.h"
#include "library/Document.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace ca {

enum class BibliographyFormat { CslJson, BibLaTeX, BibTeX, Ris, ChicagoText, ChicagoHtml, ApaText, ApaHtml };

struct BibliographyKind {
    BibliographyFormat format;
    QString suffix;
    QString filter;   ///< of a file dialog: "BibTeX (*.bib)"
};
[[nodiscard]] std::vector<BibliographyKind> bibliographyKinds();
/// By the file's suffix; where several have it, the one of @p filter or else the first. A suffix that none has: that of @p filter.
[[nodiscard]] std::optional<BibliographyFormat> bibliographyFormat(const QString &file, const QString &filter);

/// The records of the library's documents, near copies once; those of the atlas where there are no documents. Items without
/// an id or a type get one, since other programs refuse them.
[[nodiscard]] std::vector<QJsonObject> bibliographyItems(const std::vector<Document> &documents, const Atlas &atlas);

/// The file as a whole. Formatted entries are sorted, one a paragraph. Warns of what the format cannot hold. Any thread.
Result<QByteArray> bibliography(const std::vector<QJsonObject> &items, BibliographyFormat format);

} // namespace ca
