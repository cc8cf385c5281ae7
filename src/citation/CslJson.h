// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace ca {

/// Bibliographic items as CSL-JSON, the exchange format of Zotero and others. Members that no schema knows are kept.
namespace csljson {

/// Larger files are refused.
inline constexpr qsizetype maxBytes = 64 * 1024 * 1024;

/// One item or an array of them. Fails on anything else, naming line and column. Warns of numbers with more digits than
/// can be kept and of what else was mended.
Result<std::vector<QJsonObject>> read(const QByteArray &json);
/// An array, indented, UTF-8. Warns where lone surrogates had to be replaced.
Result<QByteArray> write(const std::vector<QJsonObject> &items);

/// What the schema would object to in one item, a sentence each; empty = nothing. Missing titles and dates are no
/// problem: a record says only what is known.
[[nodiscard]] QStringList problems(const QJsonObject &item);

} // namespace csljson
} // namespace ca
