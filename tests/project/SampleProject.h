// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace ca::test {

/// A passage in words of our own; @p number tells it from others.
[[nodiscard]] inline ProjectPassage samplePassage(int number)
{
    ProjectPassage passage;
    passage.source = QJsonObject{{QStringLiteral("type"), QStringLiteral("article-newspaper")},
                                 {QStringLiteral("title"), QStringLiteral("Ferry № %1 “Aurora” – Ağrı, Ղափան").arg(number)},
                                 {QStringLiteral("issued"), QJsonObject{{QStringLiteral("date-parts"), QJsonArray{QJsonArray{2026, 1, number}}}}}};
    passage.sourceUrl = QStringLiteral("https://news.invalid/%1?a=b&c=%2").arg(number).arg(QStringLiteral("%20"));
    passage.archiveUrl = QStringLiteral("https://archive.invalid/%1").arg(number);
    passage.retrieved = QStringLiteral("2026-01");
    passage.original.anchor = {QStringLiteral("the ferry no. %1 sails when the wind allows").arg(number), QStringLiteral("they say that "),
                               QStringLiteral(", and not before"), 10 * number, 10 * number + 40, 1};
    passage.original.documentSha256 = QString(64, QLatin1Char('a')) ;
    passage.original.textSha256 = QStringLiteral("text-%1").arg(number % 3);
    passage.note = QStringLiteral("ask the harbour master");
    passage.claim = Claim::Event;
    passage.extra = QJsonObject{{QStringLiteral("stylesheet"), QJsonValue()}, {QStringLiteral("n"), 9007199254740993LL}};
    return passage;
}

[[nodiscard]] inline ProjectLink sampleLink(const QString &subject, bool context = false)
{
    ProjectLink link;
    link.subject = subject;
    link.context = context;
    link.claim = Claim::Forecast;
    link.note = QStringLiteral("note on ") + subject;
    return link;
}

[[nodiscard]] inline FigureView sampleView(int number)
{
    FigureView view;
    view.crs = QStringLiteral("EPSG:3857");
    view.centre = {40 + number / 7.0, 45 - number / 3.0};
    view.metresPerPixel = 1000.0 / 3;
    view.visibility.hiddenCorridors = {QStringLiteral("red"), QStringLiteral("blue")};
    view.selection = QStringLiteral("trunk");
    view.asOf = QStringLiteral("2026-02");
    view.figure.title = QStringLiteral("Lines № %1").arg(number);
    view.figure.placed = {{FigureElement::Legend, {0.1, 1 / 3.0, 0.2, 0.3}}};
    return view;
}

/// A clock that goes on by one millisecond whenever it is read.
[[nodiscard]] inline std::function<QDateTime()> steadyClock()
{
    return [now = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC)]() mutable { return now = now.addMSecs(1); };
}

#define CA_OK(expression) \
    do { \
        const auto &outcome = (expression); \
        QVERIFY2(outcome.ok(), qPrintable(outcome.error().text())); \
    } while (false)

} // namespace ca::test
