// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelGrid.h"

#include <QtTest>

using namespace ca;

class LabelGridTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void boxesMeet_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("angle");
        QTest::addColumn<bool>("meet");
        QTest::newRow("same") << 0.0 << 0.0 << 0.0 << true;
        QTest::newRow("beside") << 41.0 << 0.0 << 0.0 << false;
        QTest::newRow("overlap") << 39.0 << 0.0 << 0.0 << true;
        QTest::newRow("above") << 0.0 << -11.0 << 0.0 << false;
        QTest::newRow("above, turned") << 0.0 << -11.0 << 90.0 << true;
        // Their upright bounds overlap, the boxes do not.
        QTest::newRow("parallel slant") << 14.0 << -14.0 << 45.0 << true;
        QTest::newRow("slant clear") << 26.0 << -14.0 << 45.0 << false;
    }
    void boxesMeet()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, angle);
        const TurnedBox fixed{{0, 0}, 20, 5, 0}, other{{x, y}, 20, 5, angle};
        QTEST(fixed.meets(other), "meet");
        QTEST(other.meets(fixed), "meet");
        LabelGrid grid(QRectF(-100, -100, 200, 200));
        grid.addBox(fixed);
        QCOMPARE(grid.isFree(other), !fixed.meets(other));
    }

    void linesThroughABox()
    {
        LabelGrid grid(QRectF(0, 0, 800, 600));
        const PlaneLine slant{{-500, -500}, {500, 500}};
        grid.addLine(slant);
        QVERIFY(grid.linesThrough({{100, 100}, 10, 5, 0}) > 0);
        QCOMPARE(grid.linesThrough({{100, 160}, 10, 5, 0}), 0);
        QCOMPARE(grid.linesThrough({{115, 100}, 30, 4, 45}), 0);  // beside the line and parallel to it
        QVERIFY(grid.linesThrough({{115, 100}, 30, 4, 0}) > 0);
    }

    void textBoxFollowsTheBaseline()
    {
        const TurnedBox flat = TurnedBox::ofText({10, 50}, 40, 8, 2, 0, 0);
        QCOMPARE(flat.bounds(), QRectF(10, 42, 40, 10));
        const QRectF upright = TurnedBox::ofText({10, 50}, 40, 8, 2, 90, 0).bounds();
        QVERIFY(std::abs(upright.top() - 50) < 1e-9 && std::abs(upright.bottom() - 90) < 1e-9);
        QVERIFY(std::abs(upright.left() - 8) < 1e-9 && std::abs(upright.right() - 18) < 1e-9);
    }

    void beyondTheAreaNothingIsLost()
    {
        LabelGrid grid(QRectF(0, 0, 100, 100));
        grid.addBox({{-500, 50}, 20, 5, 0});
        grid.addBox({{900, 1900}, 20, 5, 30});
        QVERIFY(!grid.isFree({{-490, 50}, 20, 5, 0}));
        QVERIFY(!grid.isFree({{900, 1900}, 20, 5, 0}));
        QVERIFY(grid.isFree({{-300, 50}, 20, 5, 0}));
        QVERIFY(grid.isFree({{50, 50}, 20, 5, 0}));
    }

    void farAwayIsFree()
    {
        LabelGrid grid(QRectF(-100, -5000, 5200, 5200));
        for (int i = 0; i < 100; ++i)
            grid.addBox({{i * 50.0, -i * 50.0}, 20, 5, double(i)});
        QVERIFY(grid.isFree({{-3000, -3000}, 20, 5, 0}));
        QVERIFY(!grid.isFree({{2500, -2500}, 20, 5, 0}));
    }
};

QTEST_GUILESS_MAIN(LabelGridTest)
#include "LabelGridTest.moc"
