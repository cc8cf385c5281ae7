// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "charts/CorridorStrip.h"
#include "charts/StripPainter.h"
#include "charts/StripPlot.h"

#include <QComboBox>

using namespace ca;

class CorridorStripTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clickAndHoverGoBothWays();
    void followsTheCorridor();
    void chooserSelects();
    void everyStatusLooksDifferent();
    void wheelStaysWithinTheCorridor();
};

void CorridorStripTest::clickAndHoverGoBothWays()
{
    Session session(test::cleanOptions());
    CorridorStrip strip(session);
    strip.resize(900, 160);
    strip.show();
    QVERIFY(test::load(session));
    session.setCorridor(QStringLiteral("zangezur"));
    const QPoint at = strip.plot()->bandCentre(QStringLiteral("kars-dilucu")).toPoint();
    QVERIFY(!at.isNull());
    QTest::mouseMove(strip.plot(), at);
    QTRY_COMPARE(session.selection().hovered(), QStringLiteral("kars-dilucu"));
    QTest::mouseClick(strip.plot(), Qt::LeftButton, {}, at);
    QCOMPARE(session.selection().subject(), QStringLiteral("kars-dilucu"));
    QCOMPARE(strip.plot()->selected(), QStringLiteral("kars-dilucu"));

    session.selection().hover(QStringLiteral("baku-alat"));
    QCOMPARE(strip.plot()->hovered(), QStringLiteral("baku-alat"));
    session.selection().selectSubject(QStringLiteral("tripp-meghri"));
    QCOMPARE(strip.plot()->selected(), QStringLiteral("tripp-meghri"));
}

void CorridorStripTest::followsTheCorridor()
{
    Session session(test::cleanOptions());
    CorridorStrip strip(session);
    QVERIFY(test::load(session));
    session.selection().selectSubject(QStringLiteral("tap-italy"));
    QCOMPARE(strip.chooser()->currentData().toString(), QStringLiteral("southern-gas-corridor"));
    QVERIFY(strip.plot()->strip().part(QStringLiteral("tap-italy")));
    QVERIFY(!strip.plot()->strip().part(QStringLiteral("igb")));  // a branch
    double sum = 0;
    for (const CorridorMember *member : session.atlas()->members(QStringLiteral("southern-gas-corridor")))
        if (member->role == Role::Main)
            sum += session.atlas()->segment(member->segment)->lengthMetres / 1000;
    QVERIFY(std::abs(strip.plot()->strip().totalKm() - sum) < 0.001);
}

void CorridorStripTest::chooserSelects()
{
    Session session(test::cleanOptions());
    CorridorStrip strip(session);
    strip.show();
    QVERIFY(test::load(session));
    strip.chooser()->setFocus();
    QTest::keyClick(strip.chooser(), Qt::Key_Down);
    QCOMPARE(session.selection().subject(), strip.chooser()->currentData().toString());
    QCOMPARE(session.corridor(), strip.chooser()->currentData().toString());
}

void CorridorStripTest::everyStatusLooksDifferent()
{
    std::vector<QBrush> seen;
    for (const QString &id : allIds<Status>()) {
        const QBrush brush = statusBrush(*fromId<Status>(id));
        for (const QBrush &other : seen)
            QVERIFY2(other.style() != brush.style(), qPrintable(id));  // told apart without colour, too
        seen.push_back(brush);
    }
}

void CorridorStripTest::wheelStaysWithinTheCorridor()
{
    Session session(test::cleanOptions());
    CorridorStrip strip(session);
    strip.resize(900, 160);
    strip.show();
    QVERIFY(test::load(session));
    QCPAxis *axis = strip.plot()->xAxis;
    axis->setRange(-500, 100000);
    QVERIFY(axis->range().lower >= 0 && axis->range().upper <= strip.plot()->strip().totalKm() + 1e-9);
    axis->setRange(10, 10.0001);
    QVERIFY(axis->range().size() > 1);
}

QTEST_MAIN(CorridorStripTest)
#include "CorridorStripTest.moc"
