// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace ca {

/// Text that UTF-8 can carry: each lone surrogate becomes U+FFFD. @p mended is set (never cleared) where one did.
[[nodiscard]] QString wellFormed(const QString &text, bool *mended = nullptr);
/// The same for every text and member name inside a JSON value.
[[nodiscard]] QJsonValue wellFormed(const QJsonValue &value, bool *mended = nullptr);

/// Text that XML 1.0 can carry: lone surrogates, U+FFFE and U+FFFF become U+FFFD, control characters go (line feed
/// and tab stay, carriage return becomes line feed).
[[nodiscard]] QString xmlText(const QString &text);
/// The same with entities for what means something in XML: for between tags and in attributes that are written by hand.
[[nodiscard]] QString xmlEscaped(const QString &text);

/// One line for formats that end a value at the line's end: every run of white space, line breaks of any kind and
/// control characters becomes one space, none at the ends; lone surrogates become U+FFFD.
[[nodiscard]] QString oneLine(const QString &text, bool *mended = nullptr);

} // namespace ca
