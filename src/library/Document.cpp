// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Document.h"

#include <QJsonArray>

namespace ca {

QString cslDate(const QJsonObject &csl, const QString &member)
{
    const QJsonArray dates = csl.value(member).toObject().value(QLatin1String("date-parts")).toArray();
    QStringList date;
    for (const QJsonValue &part : dates.isEmpty() ? QJsonArray() : dates.first().toArray()) {
        const int number = part.isString() ? part.toString().toInt() : part.toInt();
        date += QStringLiteral("%1").arg(number, date.isEmpty() ? 4 : 2, 10, QLatin1Char('0'));
    }
    return date.join(u'-');
}

} // namespace ca
