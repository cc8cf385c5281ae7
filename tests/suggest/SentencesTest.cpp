// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class SentencesTest : public QObject { Q_OBJECT };
QTEST_APPLESS_MAIN(SentencesTest)
#include "SentencesTest.moc"
