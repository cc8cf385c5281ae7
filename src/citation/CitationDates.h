// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citation/CslItem.h"

namespace ca::citationdates {

/// "ca. January–February 2026", "November 13, 2025", "Spring 2024", "44 BCE"; empty without a date.
[[nodiscard]] QString american(const CslDate &date);
/// "ca. 2026", "2025–26" is never abbreviated: "2025–2026"; empty without a date.
[[nodiscard]] QString year(const CslDate &date);
/// Year first, as APA references have it: "2025, November 13"; empty without a date.
[[nodiscard]] QString yearFirst(const CslDate &date);
/// ISO 8601 ("2025-11", a range with '/'); empty where there are only words.
[[nodiscard]] QString iso(const CslDate &date);
/// The date of an ISO text that may be shortened; empty when it is none.
[[nodiscard]] CslDate fromIso(const QString &iso);

} // namespace ca::citationdates
