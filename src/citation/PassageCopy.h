// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citation/RichText.h"

#include <QString>

namespace ca {

/// A quotation with its source, for the clipboard.
struct PassageCopy {
    QString text;   ///< the quotation in “ ”, the citation, the link, each on lines of its own
    QString html;   ///< a blockquote with cite, the citation in italics and links where it has them, the link
    bool operator==(const PassageCopy &) const = default;
};

/// @param quotation the words as the user's copy has them; line breaks part paragraphs, never changed otherwise.
/// @param citation e.g. of citationformat::chicagoNote() without link; may be empty.
/// @param link address that lands on the passage (quotationUrl()); empty or no web address: no link.
/// @param language of the quotation, BCP 47; may be empty.
[[nodiscard]] PassageCopy copyPassage(const QString &quotation, const RichText &citation, const QString &link,
                                      const QString &language = {});

} // namespace ca
