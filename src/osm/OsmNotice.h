// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace ca {

/// What has to stand wherever data of OpenStreetMap are shown, written or passed on, with their date (invalid = unknown).
/// Translated.
[[nodiscard]] QString osmNotice(const QDateTime &extractDate);

} // namespace ca
