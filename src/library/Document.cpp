// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Document.h"

#include "atlas/Records.h"

namespace ca {

QString cslDate(const QJsonObject &csl, const QString &member)
{
    const QJsonArray dates = csl.value(member).toObject().value(QLatin1String("date-parts")).toArray();
    return dates.isEmpty() ? QString() : isoDate(dates.first().toArray());
}

} // namespace ca
