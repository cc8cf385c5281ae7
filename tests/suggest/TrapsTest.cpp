// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class TrapsTest : public QObject { Q_OBJECT };
QTEST_APPLESS_MAIN(TrapsTest)
#include "TrapsTest.moc"
