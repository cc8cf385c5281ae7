// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace ca {

/// Bibliographic items for LaTeX, UTF-8.
namespace bibtex {

enum class Dialect {
    BibLaTeX,  ///< types and fields of the biblatex package (@online, date, journaltitle, urldate); read by biber
    BibTeX     ///< the classic styles: @misc for web pages, year and month apart
};

/// Warns of what the format cannot hold.
Result<QByteArray> write(const std::vector<QJsonObject> &items, Dialect dialect = Dialect::BibLaTeX);

/// A key for each item: author (or publisher), year, first word of the title that says something, in ASCII letters and
/// digits: "mckay2025peace". Keys that would be equal get a letter behind the year: b, c, …
[[nodiscard]] QStringList keys(const std::vector<QJsonObject> &items);

/// @p text as TeX sets it, in one line: # $ % & _ { } ~ ^ \ become commands, so that braces always balance.
[[nodiscard]] QString escaped(const QString &text);

} // namespace bibtex
} // namespace ca
