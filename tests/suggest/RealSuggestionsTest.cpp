// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class RealSuggestionsTest : public QObject { Q_OBJECT };
QTEST_APPLESS_MAIN(RealSuggestionsTest)
#include "RealSuggestionsTest.moc"
