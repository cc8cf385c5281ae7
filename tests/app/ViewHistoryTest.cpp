// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/ViewHistory.h"

#include <QTest>

using namespace ca;

class ViewHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesBackAndForward();
    void newViewCutsOffTheFuture();
    void equalViewsCountOnce();
    void keepsNoMoreThanAHundred();
};

namespace {

MapView at(double scale)
{
    MapView view;
    view.metresPerPixel = scale;
    return view;
}

} // namespace

void ViewHistoryTest::goesBackAndForward()
{
    ViewHistory history;
    QVERIFY(!history.canGoBack() && !history.canGoForward());
    history.push(at(1));
    history.push(at(2));
    QVERIFY(history.canGoBack());
    QCOMPARE(history.back().metresPerPixel, 1.0);
    QVERIFY(!history.canGoBack());
    QCOMPARE(history.forward().metresPerPixel, 2.0);
    QVERIFY(!history.canGoForward());
}

void ViewHistoryTest::newViewCutsOffTheFuture()
{
    ViewHistory history;
    for (int i = 1; i <= 3; ++i)
        history.push(at(i));
    history.back();
    history.back();
    history.push(at(9));
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back().metresPerPixel, 1.0);
}

void ViewHistoryTest::equalViewsCountOnce()
{
    ViewHistory history;
    history.push(at(1));
    history.push(at(1));
    QVERIFY(!history.canGoBack());
}

void ViewHistoryTest::keepsNoMoreThanAHundred()
{
    ViewHistory history;
    for (int i = 0; i < 250; ++i)
        history.push(at(i));
    int steps = 0;
    while (history.canGoBack()) {
        history.back();
        ++steps;
    }
    QCOMPARE(steps, 99);
}

QTEST_GUILESS_MAIN(ViewHistoryTest)
#include "ViewHistoryTest.moc"
