// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureText.h"

#include <QTest>

using namespace ca;

class FigureTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dates();
    void distances();
    void sentencesLeaveOtherScriptsAlone();
};

void FigureTextTest::dates()
{
    QCOMPARE(figuretext::date(QStringLiteral("2026-11-22")), QStringLiteral("22 November 2026"));
    QCOMPARE(figuretext::date(QStringLiteral("2026-04")), QStringLiteral("April 2026"));
    QCOMPARE(figuretext::date(QStringLiteral("2026")), QStringLiteral("2026"));
    QCOMPARE(figuretext::date(QString()), QString());
    QCOMPARE(figuretext::date(QStringLiteral("2026-02-31")), QStringLiteral("2026-02-31"));
}

void FigureTextTest::distances()
{
    QCOMPARE(figuretext::distance(250), QStringLiteral("250 m"));
    QCOMPARE(figuretext::distance(2500), QStringLiteral("2.5 km"));
    QCOMPARE(figuretext::distance(2'000'000), QStringLiteral("2,000 km"));
}

void FigureTextTest::sentencesLeaveOtherScriptsAlone()
{
    QCOMPARE(figuretext::sentence(QStringLiteral("gas pipeline")), QStringLiteral("Gas pipeline"));
    QCOMPARE(figuretext::sentence(QStringLiteral("თბილისი")), QStringLiteral("თბილისი"));
    QCOMPARE(figuretext::sentence(QStringLiteral("əsas yol")), QStringLiteral("əsas yol"));
    QCOMPARE(figuretext::sentence(QString()), QString());
}

QTEST_APPLESS_MAIN(FigureTextTest)
#include "FigureTextTest.moc"
