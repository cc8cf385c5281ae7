// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapView.h"
#include "window/ProjectionCheck.h"

#include <QTest>

using namespace ca;

class ProjectionCheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void usableHasATitleAndScales();
    void unusableHasAReason();
    void scalesInWords_data();
    void scalesInWords();
};

void ProjectionCheckTest::usableHasATitleAndScales()
{
    const ProjectionCheck check = checkProjection(QStringLiteral(" 32638"), defaultExtent());
    QVERIFY(check.usable());
    QCOMPARE(check.definition, QStringLiteral("EPSG:32638"));
    QCOMPARE(check.typed, QStringLiteral(" 32638"));
    QVERIFY(check.problem.isEmpty() && !check.title.isEmpty());
    QVERIFY(check.scales && check.scales->least > 0.99 && check.scales->greatest < 1.01);
    QVERIFY(!checkProjection(QStringLiteral("+proj=ortho +lat_0=-40 +lon_0=-135"), defaultExtent()).scales);
}

void ProjectionCheckTest::unusableHasAReason()
{
    const ProjectionCheck check = checkProjection(QStringLiteral("+proj=nope"), defaultExtent());
    QVERIFY(!check.usable());
    QVERIFY(!check.problem.isEmpty() && check.title.isEmpty() && !check.scales);
}

void ProjectionCheckTest::scalesInWords_data()
{
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("greatest");
    QTest::addColumn<QString>("text");
    QTest::newRow("conic") << 0.9991 << 1.0015 << QStringLiteral("Lengths in the present view: from 0.09 % too short to 0.15 % too long.");
    QTest::newRow("true to both") << 1.0 << 1.00001 << QStringLiteral("Lengths in the present view: true.");
    QTest::newRow("Mercator") << 1.28 << 1.378 << QStringLiteral("Lengths in the present view: from 28 % too long to 38 % too long.");
    QTest::newRow("far") << 0.5 << 12.4 << QStringLiteral("Lengths in the present view: from 50 % too short to 12 times too long.");
}

void ProjectionCheckTest::scalesInWords()
{
    QFETCH(double, least);
    QFETCH(double, greatest);
    QFETCH(QString, text);
    QCOMPARE(scaleText(ScaleRange{least, greatest}), text);
}

QTEST_MAIN(ProjectionCheckTest)
#include "ProjectionCheckTest.moc"
