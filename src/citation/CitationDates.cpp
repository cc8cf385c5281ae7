// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/CitationDates.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

namespace ca::citationdates {

namespace {

constexpr QChar dash = u'–';

QString monthName(int month)
{
    // Citations are in English whatever the language of the program.
    static const QStringList names{QStringLiteral("January"), QStringLiteral("February"), QStringLiteral("March"),
                                   QStringLiteral("April"), QStringLiteral("May"), QStringLiteral("June"),
                                   QStringLiteral("July"), QStringLiteral("August"), QStringLiteral("September"),
                                   QStringLiteral("October"), QStringLiteral("November"), QStringLiteral("December")};
    return names.value(month - 1);
}

QString seasonName(int season)
{
    static const QStringList names{QStringLiteral("Spring"), QStringLiteral("Summer"), QStringLiteral("Autumn"),
                                   QStringLiteral("Winter")};
    return names.value(season - 1);
}

QString yearText(int year)
{
    return year < 0 ? QStringLiteral("%1 BCE").arg(-year) : QString::number(year);
}

/// "November 13", "November", "Spring"; empty where only the year is known.
QString withinYear(const CslDay &day, int season)
{
    if (day.month == 0)
        return seasonName(season);
    return day.day == 0 ? monthName(day.month) : QStringLiteral("%1 %2").arg(monthName(day.month)).arg(day.day);
}

QString americanDay(const CslDay &day, int season)
{
    const QString within = withinYear(day, season);
    if (within.isEmpty())
        return yearText(day.year);
    return within + (day.day == 0 ? QStringLiteral(" ") : QStringLiteral(", ")) + yearText(day.year);
}

/// Both ends inside one year: "January–February", "November 10–12", "November 30–December 2".
QString rangeWithinYear(const CslDay &from, const CslDay &to)
{
    if (from.month == to.month && from.day && to.day)
        return withinYear(from, 0) + dash + QString::number(to.day);
    return withinYear(from, 0) + dash + withinYear(to, 0);
}

bool isRange(const CslDate &date)
{
    return date.ends.size() == 2 && date.ends[0] != date.ends[1];
}

bool isWithinYear(const CslDate &date)
{
    return date.ends[0].year == date.ends[1].year && date.ends[0].month && date.ends[1].month;
}

QString circa(const CslDate &date, const QString &text)
{
    return date.circa ? QStringLiteral("ca. ") + text : text;
}

QString isoDay(const CslDay &day)
{
    QString text = day.year < 0 ? QStringLiteral("-%1").arg(-day.year, 4, 10, QLatin1Char('0'))
                                : QStringLiteral("%1").arg(day.year, 4, 10, QLatin1Char('0'));
    if (day.month)
        text += QStringLiteral("-%1").arg(day.month, 2, 10, QLatin1Char('0'));
    if (day.day)
        text += QStringLiteral("-%1").arg(day.day, 2, 10, QLatin1Char('0'));
    return text;
}

} // namespace

QString american(const CslDate &date)
{
    if (date.ends.empty())
        return date.words;
    const CslDay &from = date.ends[0];
    if (!isRange(date))
        return circa(date, americanDay(from, date.season));
    const CslDay &to = date.ends[1];
    if (!isWithinYear(date))
        return circa(date, americanDay(from, 0) + dash + americanDay(to, 0));
    const QString separator = to.day ? QStringLiteral(", ") : QStringLiteral(" ");
    return circa(date, rangeWithinYear(from, to) + separator + yearText(to.year));
}

QString year(const CslDate &date)
{
    if (date.ends.empty())
        return date.words;
    const QString from = yearText(date.ends[0].year);
    const bool several = isRange(date) && date.ends[1].year != date.ends[0].year;
    return circa(date, several ? from + dash + yearText(date.ends[1].year) : from);
}

QString yearFirst(const CslDate &date)
{
    const auto one = [&date](const CslDay &day) {
        const QString within = withinYear(day, isRange(date) ? 0 : date.season);
        return within.isEmpty() ? yearText(day.year) : yearText(day.year) + QStringLiteral(", ") + within;
    };
    if (date.ends.empty())
        return date.words;
    if (!isRange(date))
        return circa(date, one(date.ends[0]));
    if (isWithinYear(date))
        return circa(date, yearText(date.ends[0].year) + QStringLiteral(", ") + rangeWithinYear(date.ends[0], date.ends[1]));
    return circa(date, one(date.ends[0]) + dash + one(date.ends[1]));
}

QString iso(const CslDate &date)
{
    QStringList ends;
    for (const CslDay &day : date.ends)
        ends << isoDay(day);
    return ends.join(u'/');
}

CslDate fromIso(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?(?:T.*)?$"));
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const CslDay day{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    const bool real = day.month == 0 ? match.captured(2).isEmpty()
                                     : QDate::isValid(day.year, day.month, day.day ? day.day : 1);
    CslDate date;
    if (real && day.year != 0)
        date.ends = {day};
    return date;
}

} // namespace ca::citationdates
