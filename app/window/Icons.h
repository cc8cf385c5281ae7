// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace ca {

/// Icon resources/icons/<name>.svg drawn in @p color where the file says currentColor, sharp at 1× to 3×.
[[nodiscard]] QIcon icon(const QString &name, const QColor &color);

} // namespace ca
