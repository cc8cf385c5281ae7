// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/FactGroups.h"

#include <QTest>

using namespace ca;

class FactGroupsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unitFollowsItsNumber_data();
    void unitFollowsItsNumber();
};

void FactGroupsTest::unitFollowsItsNumber_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *value, const char *unit, const char *shown) {
        QTest::newRow(value) << QString::fromUtf8(value) << QString::fromUtf8(unit) << QString::fromUtf8(shown);
    };
    row("planned", "", "planned");
    row("42", "km", "42 km");
    row("1,435", "mm", "1,435 mm");
    row("43 (27 miles)", "km", "43 km (27 miles)");
    row("10 by 2028", "Mt/y", "10 Mt/y by 2028");
    row("over 25 after phase two", "Mt/y", "over 25 Mt/y after phase two");
    row("100000 to 150000 without investment", "TEU/y", "100000 to 150000 TEU/y without investment");
    row("c. 850, over 500 of it abroad", "km", "c. 850 km, over 500 of it abroad");
    row("455 + 17.5 strait", "km", "455 + 17.5 km strait");
    row("1520 to the border, 1435 beyond", "mm", "1520 mm to the border, 1435 beyond");
    // Where more than one number is meant, or none leads, the unit stays behind them.
    row("8 to 9", "USD M", "8 to 9 USD M");
    row("28-32", "days", "28-32 days");
    row("from 28-32 down to 13-17", "days", "from 28-32 down to 13-17 days");
    row("three owners, 20 each", "%", "three owners, 20 each %");
}

void FactGroupsTest::unitFollowsItsNumber()
{
    QFETCH(QString, value);
    QFETCH(QString, unit);
    QFETCH(QString, shown);
    Fact fact;
    fact.value = value;
    fact.unit = unit;
    QCOMPARE(factValue(fact).replace(QChar(0xa0), u' '), shown);
}

QTEST_APPLESS_MAIN(FactGroupsTest)
#include "FactGroupsTest.moc"
