// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonDocument>

#include <vector>

/// JSON with line numbers, which QJsonDocument does not keep.
namespace ca::jsontext {

/// Parses; the error names file and line.
[[nodiscard]] Result<QJsonDocument> parse(const QByteArray &bytes, const QString &file);

/// Lines, from 1, in which the objects begin that lie in an array at nesting depth @p depth:
/// 1 = elements of the outermost array, 2 = elements of an array inside the outermost object.
[[nodiscard]] std::vector<int> objectLines(const QByteArray &bytes, int depth);

} // namespace ca::jsontext
