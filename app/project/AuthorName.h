// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

/// Who signs links and notes: the name in the settings, or else that of the account.
[[nodiscard]] QString authorName();
/// The account's full name, or else its user name.
[[nodiscard]] QString accountName();
/// Empty = the account's again.
void setAuthorName(const QString &name);

} // namespace ca
