// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace ca {

/// A time as OpenStreetMap's programs write it: UTC, said or not; some versions of Overpass put backslashes before the colons.
/// Invalid where it is no time.
[[nodiscard]] inline QDateTime extractTime(QString text)
{
    QDateTime time = QDateTime::fromString(text.remove(QLatin1Char('\\')), Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

} // namespace ca
