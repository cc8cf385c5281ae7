// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Result.h"

namespace ca {

QString Error::text() const
{
    if (file.isEmpty())
        return message;
    if (line <= 0)
        return file + QStringLiteral(": ") + message;
    return QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(message);
}

} // namespace ca
