// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/MinHash.h"

#include <QTest>

#include <algorithm>

using namespace ca;

/// Signatures by which near copies are recognised.
class MinHashTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameOnEveryMachine();
    void typographyAndCaseDoNotMatter();
    void likenessFollowsSharedWords();
    void excerptIsContained();
    void nearCopiesShareABand();
    void roundTrip();
    void foreignBytesAreRefused_data();
    void foreignBytesAreRefused();
    void emptyTextIsLikeNothing();
};

namespace {

/// Words w<from> to w<to>: every run of five differs from every other.
QString words(int from, int to)
{
    QStringList all;
    for (int i = from; i < to; ++i)
        all << QStringLiteral("w%1").arg(i);
    return all.join(u' ');
}

bool shareKey(const TextSignature &a, const TextSignature &b)
{
    const std::vector<qint64> x = bandKeys(a);
    const std::vector<qint64> y = bandKeys(b);
    return std::any_of(x.begin(), x.end(), [&y](qint64 key) { return std::find(y.begin(), y.end(), key) != y.end(); });
}

} // namespace

void MinHashTest::theSameOnEveryMachine()
{
    const TextSignature signature = signatureOf(QStringLiteral("Seven wagons left the old harbour before noon."));
    QCOMPARE(signature.shingles, 4u);
    QCOMPARE(signature.toBytes().left(13).toHex(), QByteArray("01040000001f50fb1436bf5d32"));
}

void MinHashTest::typographyAndCaseDoNotMatter()
{
    const QString plain = QStringLiteral("The \"first\" line - it's 43 km long - was never finished");
    const QString set = QString::fromUtf8("THE “ﬁrst” line — it’s 43\u00A0km long[2] — was never ﬁnished.");
    QCOMPARE(signatureOf(set), signatureOf(plain));
}

void MinHashTest::likenessFollowsSharedWords()
{
    const TextSignature whole = signatureOf(words(0, 1000));
    QCOMPARE(likeness(whole, whole), 1.0);
    QVERIFY(likeness(whole, signatureOf(words(5000, 6000))) < 0.05);
    // Half of each in common: 500 of 1500.
    const double third = likeness(whole, signatureOf(words(500, 1500)));
    QVERIFY2(third > 0.15 && third < 0.52, qPrintable(QString::number(third)));
}

void MinHashTest::excerptIsContained()
{
    const TextSignature whole = signatureOf(words(0, 900));
    const TextSignature excerpt = signatureOf(words(300, 600));
    QVERIFY(containment(whole, excerpt) > 0.6);
    QVERIFY(containment(whole, signatureOf(words(2000, 2300))) < 0.2);
    QCOMPARE(containment(whole, whole), 1.0);
}

void MinHashTest::nearCopiesShareABand()
{
    const TextSignature original = signatureOf(words(0, 600));
    QCOMPARE(bandKeys(original).size(), std::size_t(TextSignature::bands));
    QVERIFY(shareKey(original, signatureOf(QStringLiteral("Share this page. ") + words(0, 580) + QStringLiteral(" more"))));
    QVERIFY(!shareKey(original, signatureOf(words(3000, 3600))));
}

void MinHashTest::roundTrip()
{
    const TextSignature signature = signatureOf(words(0, 50));
    QCOMPARE(TextSignature::fromBytes(signature.toBytes()).value(), signature);
}

void MinHashTest::foreignBytesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray other = signatureOf(words(0, 50)).toBytes();
    QTest::newRow("none") << QByteArray();
    QTest::newRow("short") << other.chopped(1);
    QTest::newRow("long") << other + 'x';
    other[0] = 9;
    QTest::newRow("another version") << other;
}

void MinHashTest::foreignBytesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!TextSignature::fromBytes(bytes).has_value());
}

void MinHashTest::emptyTextIsLikeNothing()
{
    const TextSignature none = signatureOf(QStringLiteral(" \n - "));
    QCOMPARE(none.shingles, 0u);
    QCOMPARE(likeness(none, none), 0.0);
    QCOMPARE(containment(none, none), 0.0);
    QVERIFY(bandKeys(none).empty());
    QCOMPARE(signatureOf(QStringLiteral("two words")).shingles, 1u);
}

QTEST_APPLESS_MAIN(MinHashTest)
#include "MinHashTest.moc"
