// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class SuggesterTest : public QObject { Q_OBJECT };
QTEST_APPLESS_MAIN(SuggesterTest)
#include "SuggesterTest.moc"
