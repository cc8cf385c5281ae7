// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/TextFragment.h"

#include <QTest>

using namespace ca;

class TextFragmentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void encodesTheAnchors_data();
    void encodesTheAnchors();
    void addsToTheAddress_data();
    void addsToTheAddress();
    void withoutAddressThereIsNone();
};

namespace {

Passage passage(const char *first, const char *last, int words)
{
    Passage p;
    p.firstWords = QString::fromUtf8(first);
    p.lastWords = QString::fromUtf8(last);
    p.wordCount = words;
    return p;
}

Record recordAt(const QString &url)
{
    Record record;
    record.csl.insert(QStringLiteral("URL"), url);
    return record;
}

} // namespace

Q_DECLARE_METATYPE(ca::Passage)

void TextFragmentTest::encodesTheAnchors_data()
{
    QTest::addColumn<Passage>("where");
    QTest::addColumn<QByteArray>("directive");
    QTest::newRow("first and last words") << passage("The line from", "by whom.", 20) << QByteArray("text=The%20line%20from,by%20whom.");
    QTest::newRow("what has a meaning of its own") << passage("Oil, gas & rail-road", "so-called end", 20)
                                                   << QByteArray("text=Oil%2C%20gas%20%26%20rail%2Droad,so%2Dcalled%20end");
    QTest::newRow("beyond ASCII") << passage("Z\u0259ng\u0259zur", "\u201cend\u201d", 9)
                                  << QByteArray("text=Z%C9%99ng%C9%99zur,%E2%80%9Cend%E2%80%9D");
    QTest::newRow("percent and hash") << passage("100% of", "#1 line", 9) << QByteArray("text=100%25%20of,%231%20line");
    QTest::newRow("hyphen at the edge is no context mark") << passage("- so it", "ends -", 9) << QByteArray("text=so%20it,ends");
    QTest::newRow("white space simplified") << passage(" a \n b ", "c", 9) << QByteArray("text=a%20b,c");
    QTest::newRow("anchors meet") << passage("a b", "c d", 4) << QByteArray("text=a%20b%20c%20d");
    QTest::newRow("anchors overlap") << passage("a b c", "c d", 4) << QByteArray("text=a%20b%20c%20d");
    QTest::newRow("anchors are the same") << passage("a b", "a b", 2) << QByteArray("text=a%20b");
    QTest::newRow("first words only") << passage("a b", "", 9) << QByteArray("text=a%20b");
    QTest::newRow("none") << passage("", "", 9) << QByteArray();
}

void TextFragmentTest::encodesTheAnchors()
{
    QFETCH(Passage, where);
    QTEST(textDirective(where), "directive");
}

void TextFragmentTest::addsToTheAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QStringLiteral("https://example.org/a?p=1")
                           << QByteArray("https://example.org/a?p=1#:~:text=Oil%2C%20gas,the%20end.");
    QTest::newRow("with a fragment") << QStringLiteral("https://example.org/a#part-2")
                                     << QByteArray("https://example.org/a#part-2:~:text=Oil%2C%20gas,the%20end.");
}

void TextFragmentTest::addsToTheAddress()
{
    QFETCH(QString, address);
    const QUrl url = passageUrl(recordAt(address), passage("Oil, gas", "the end.", 20));
    QVERIFY(url.isValid());
    QTEST(url.toEncoded(), "expected");
}

void TextFragmentTest::withoutAddressThereIsNone()
{
    QVERIFY(passageUrl(Record(), passage("a", "b", 9)).isEmpty());
    QCOMPARE(passageUrl(recordAt(QStringLiteral("https://example.org/")), passage("", "", 0)), QUrl(QStringLiteral("https://example.org/")));
}

QTEST_APPLESS_MAIN(TextFragmentTest)
#include "TextFragmentTest.moc"
