// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace ca {

/// Names of a CSL item as lines of text, "Family, Given" or a name that is not parted, and back. What was not touched comes
/// back as it was, with members that lines do not show (particles, suffixes).
[[nodiscard]] QString namesText(const QJsonArray &names);
[[nodiscard]] QJsonArray namesFromText(const QString &text, const QJsonArray &before);

/// "2025-08", "c. 2026", empty; as read by dateFromText().
[[nodiscard]] QString dateText(const QJsonObject &date);
/// ISO dates, maybe shortened, "c. " or "ca. " before an estimate. A null value for text that is no date.
[[nodiscard]] QJsonValue dateFromText(const QString &text, const QJsonObject &before);

} // namespace ca
