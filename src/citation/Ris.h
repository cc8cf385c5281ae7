// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace ca::ris {

/// Bibliographic items as RIS, UTF-8, CR LF line ends: read by EndNote, Mendeley, Zotero. One line a value; a value with
/// line breaks becomes one line. Warns of what the format cannot hold.
Result<QByteArray> write(const std::vector<QJsonObject> &items);

} // namespace ca::ris
