// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citation/RichText.h"

#include <QJsonObject>

namespace ca {

/// The place in a source that a citation points to.
struct Locator {
    enum class Kind { None, Page, Paragraph };
    Kind kind = Kind::None;
    QString value;             ///< "4", "12-14", "A1"
    bool operator==(const Locator &) const = default;
};

struct CitationOptions {
    Locator locator;
    QString accessed;          ///< ISO date of the user's copy; empty = the item's own "accessed", where the style asks for it
    bool link = true;          ///< with the DOI or URL
};

/// Citations of a CSL-JSON item (Record::csl) as text to read. In English whatever the program's language; titles and
/// names stay as the record has them. Nothing is invented: what the record does not have is left out or said to be
/// unknown ("n.d.", "[title not known]"; never "untitled", for the article has a title even where the record has none).
/// Pure functions, thread-safe.
namespace citationformat {

/// A full note, Chicago Manual of Style, 18th edition, chapters 13 and 14; ends with a full stop.
[[nodiscard]] RichText chicagoNote(const QJsonObject &item, const CitationOptions &options = {});

/// An entry of the reference list, Publication Manual of the APA, 7th edition, chapters 9 and 10. Such entries have no
/// locator: it belongs into apaInText().
[[nodiscard]] RichText apaReference(const QJsonObject &item, const CitationOptions &options = {});
/// "(McKay, 2025, para. 4)".
[[nodiscard]] QString apaInText(const QJsonObject &item, const Locator &locator = {});

/// "45", "p. 45", "pp. 45–46", "para. 4"; @p bare leaves out "p.".
[[nodiscard]] QString locatorText(const Locator &locator, bool bare = false);

} // namespace citationformat
} // namespace ca
