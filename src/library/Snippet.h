// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace ca {

/// About 160 characters of @p text around @p offset, cut between words and within the line, with … where
/// it was cut; white space simplified.
[[nodiscard]] QString snippet(QStringView text, int offset);

} // namespace ca
