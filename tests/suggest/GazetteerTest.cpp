// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class GazetteerTest : public QObject { Q_OBJECT };
QTEST_APPLESS_MAIN(GazetteerTest)
#include "GazetteerTest.moc"
