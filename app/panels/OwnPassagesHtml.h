// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

class Session;

/// The passages the user linked to @p subject, each with its words, source, kind of claim, note and author; empty when
/// there are none. A corridor also gets those of its segments.
[[nodiscard]] QString ownPassagesHtml(const Session &session, const QString &subject, const QString &chosen);

} // namespace ca
