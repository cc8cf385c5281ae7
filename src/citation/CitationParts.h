// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citation/CslItem.h"

#include <QString>

/// What both styles need of an item.
namespace ca::citationparts {

/// Newspaper, magazine, journal: the container is a periodical.
[[nodiscard]] bool isPeriodical(const QString &type);
/// The work stands alone (book, report, dataset …) and its title is italic in both styles.
[[nodiscard]] bool standsAlone(const QString &type);
/// What the work is, in a few plain words: "newspaper article".
[[nodiscard]] QString kindOf(const QString &type);

/// The site or periodical; for items without one, the publisher.
[[nodiscard]] QString venue(const CslItem &item);
/// The publisher where it says more than the venue and the authors do.
[[nodiscard]] QString otherPublisher(const CslItem &item);
/// Is the one author the same body as @p name?
[[nodiscard]] bool isAuthor(const CslItem &item, const QString &name);

[[nodiscard]] QString capitalised(const QString &text);
/// A range of numbers gets its dash: "12-14" → "12–14".
[[nodiscard]] QString withRangeDash(QString text);
/// "2" → "2nd ed."; words stay: "rev. ed.".
[[nodiscard]] QString editionText(const QString &edition);
/// Quotation marks inside a title that will stand in double ones become single.
[[nodiscard]] QString innerQuotes(const QString &title);

} // namespace ca::citationparts
