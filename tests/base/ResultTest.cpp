// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/CancelToken.h"
#include "base/Result.h"

#include <QTest>

using namespace ca;

class ResultTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void errorTextNamesWhatIsKnown_data();
    void errorTextNamesWhatIsKnown();
    void warningsTravelBesideValueAndError();
    void copiesOfATokenShareTheFlag();
};

void ResultTest::errorTextNamesWhatIsKnown_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("message only") << QString() << 0 << 0 << QStringLiteral("no rows");
    QTest::newRow("line without file") << QString() << 7 << 0 << QStringLiteral("no rows");
    QTest::newRow("file") << QStringLiteral("a.csv") << 0 << 0 << QStringLiteral("a.csv: no rows");
    QTest::newRow("file and line") << QStringLiteral("a.csv") << 7 << 0 << QStringLiteral("a.csv:7: no rows");
    QTest::newRow("column") << QStringLiteral("a.csv") << 7 << 3 << QStringLiteral("a.csv:7:3: no rows");
    QTest::newRow("column without line") << QStringLiteral("a.csv") << 0 << 3 << QStringLiteral("a.csv: no rows");
}

void ResultTest::errorTextNamesWhatIsKnown()
{
    QFETCH(QString, file);
    QFETCH(int, line);
    QFETCH(int, column);
    QTEST((Error{QStringLiteral("no rows"), file, line, column}.text()), "text");
}

void ResultTest::warningsTravelBesideValueAndError()
{
    Result<int> good = 3;
    good.warn({QStringLiteral("one row lost")});
    QVERIFY(good);
    QCOMPARE(*good, 3);
    QCOMPARE(good.warnings().size(), 1);

    const Result<int> bad = Error{QStringLiteral("gone"), {}, 0};
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().message, QStringLiteral("gone"));
}

void ResultTest::copiesOfATokenShareTheFlag()
{
    const CancelToken token;
    const CancelToken copy = token;
    QVERIFY(!copy.cancelled());
    token.cancel();
    QVERIFY(copy.cancelled());
    QVERIFY(!CancelToken().cancelled());
}

QTEST_APPLESS_MAIN(ResultTest)
#include "ResultTest.moc"
