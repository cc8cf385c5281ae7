// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

/// How figures write dates and numbers. Pure functions, thread-safe.
namespace ca::figuretext {

/// Smallest type that may be printed: 6 pt in logical pixels (1/96 inch).
inline constexpr double smallestPixels = 8;

/// Locale of the words around the numbers, so that date and sentence never mix languages.
[[nodiscard]] QLocale locale();
/// "22 November 2026", "April 2026" or "2026" for an ISO date that may be shortened; other text as it is.
[[nodiscard]] QString date(const QString &iso);
/// "As of 22 November 2026"; empty without a date.
[[nodiscard]] QString asOf(const QString &iso);
/// The first day that an ISO date, maybe shortened, can mean; invalid for other text.
[[nodiscard]] QDate firstDay(const QString &iso);
/// Kilometres or metres for people: "250 m", "2.5 km", "1,500 km".
[[nodiscard]] QString distance(double metres);
/// First letter as a capital where it is a basic Latin one: other scripts have reasons to be left alone.
[[nodiscard]] QString sentence(const QString &text);

} // namespace ca::figuretext
