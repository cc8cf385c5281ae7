// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureText.h"

#include "base/Tr.h"

namespace ca::figuretext {

QLocale locale()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString date(const QString &iso)
{
    if (const QDate day = QDate::fromString(iso, Qt::ISODate); iso.size() == 10 && day.isValid())
        return locale().toString(day, QStringLiteral("d MMMM yyyy"));
    if (const QDate month = QDate::fromString(iso, QStringLiteral("yyyy-MM")); iso.size() == 7 && month.isValid())
        return locale().toString(month, QStringLiteral("MMMM yyyy"));
    return iso;
}

QString asOf(const QString &iso)
{
    const QString told = date(iso);
    return told.isEmpty() ? QString() : tr("As of %1").arg(told);
}

QDate firstDay(const QString &iso)
{
    const QString rest = iso.size() == 4 ? QStringLiteral("-01-01") : iso.size() == 7 ? QStringLiteral("-01") : QString();
    return QDate::fromString(iso + rest, Qt::ISODate);
}

QString distance(double metres)
{
    const bool kilometres = metres >= 1000;
    const double value = kilometres ? metres / 1000 : metres;
    return QStringLiteral("%1 %2").arg(locale().toString(value, 'g', 6),
                                       kilometres ? QStringLiteral("km") : QStringLiteral("m"));
}

QString sentence(const QString &text)
{
    if (text.isEmpty() || text.front() < u'a' || text.front() > u'z')
        return text;
    return text.front().toUpper() + text.mid(1);
}

} // namespace ca::figuretext
