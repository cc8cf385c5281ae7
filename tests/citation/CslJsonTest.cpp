// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomText.h"
#include "citation/CslJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace ca;

class CslJsonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneItemOrAnArray();
    void unknownMembersSurvive();
    void randomItemsSurvive();
    void badInputIsRefusedWithItsPlace();
    void halfCharactersAreReplacedAndReported();
    void longNumbersAreReported();
    void problems_data();
    void problems();
};

void CslJsonTest::oneItemOrAnArray()
{
    const auto one = csljson::read(R"({"id":"a","type":"book"})");
    QVERIFY(one && one->size() == 1);
    const auto two = csljson::read("\xef\xbb\xbf[{\"id\":\"a\"},{\"id\":\"b\"}]");
    QVERIFY(two && two->size() == 2);
    const auto none = csljson::read("[]");
    QVERIFY(none && none->empty());
}

void CslJsonTest::unknownMembersSurvive()
{
    const QByteArray json = R"([{"id":7,"type":"book","custom":{"a":[1,2.5,true,null,{"b":"\u0000\"\\"}]},"x-own":9007199254740993,"":""}])";
    const auto items = csljson::read(json);
    QVERIFY(items);
    const auto written = csljson::write(*items);
    QVERIFY(written && written.warnings().isEmpty());
    QCOMPARE(QJsonDocument::fromJson(*written), QJsonDocument::fromJson(json));
    QVERIFY2(written->contains("9007199254740993"), written->constData());
}

void CslJsonTest::randomItemsSurvive()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 2000; ++round) {
        std::vector<QJsonObject> items;
        for (int left = random.bounded(4); left > 0; --left)
            items.push_back(test::randomObject(random, 3));
        const auto written = csljson::write(items);
        QVERIFY(written && written.warnings().isEmpty());
        const auto read = csljson::read(*written);
        QVERIFY2(read, qPrintable(read.error().text()));
        QVERIFY(*read == items);
    }
}

void CslJsonTest::badInputIsRefusedWithItsPlace()
{
    const auto broken = csljson::read("[\n {\"id\": }\n]");
    QVERIFY(!broken);
    QCOMPARE(broken.error().line, 2);
    QVERIFY(broken.error().column > 1);
    for (const char *json : {"", "7", "\"x\"", "[1]", "[{},[]]", "[null]"})
        QVERIFY2(!csljson::read(json), json);
    QVERIFY(!csljson::read(QByteArray(100000, '[')));
}

void CslJsonTest::halfCharactersAreReplacedAndReported()
{
    const QString half = QStringLiteral("a") + QChar(0xd83d);
    const auto written = csljson::write({{{QStringLiteral("title"), half}, {half, 1}}});
    QVERIFY(written);
    QCOMPARE(written.warnings().size(), 1);
    QCOMPARE(QJsonDocument::fromJson(*written).array().first().toObject().value(QLatin1String("title")).toString(), QStringLiteral("a\ufffd"));
    const auto read = csljson::read(R"({"title":"x\ud83d"})");
    QVERIFY(read);
    QCOMPARE(read.warnings().size(), 1);
    QVERIFY((*read)[0].value(QLatin1String("title")).toString().isValidUtf16());
}

void CslJsonTest::longNumbersAreReported()
{
    QVERIFY(csljson::read(R"({"n":123456789012345678901})").warnings().size() == 1);
    QVERIFY(csljson::read(R"({"n":0.12345678901234567890})").warnings().size() == 1);
    const QByteArray fine = "{\"n\":\"123456789012345678901\",\"m\":12.5,\"k\":[1,2,\"3\\\"4\"]}";
    QVERIFY(csljson::read(fine) && csljson::read(fine).warnings().isEmpty());
}

void CslJsonTest::problems_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("count");
    QTest::newRow("good") << QByteArray(R"({"id":"a","type":"webpage","author":[{"literal":"X"}],"issued":{"date-parts":[[2025,2]]},"URL":"https://example.org"})") << 0;
    QTest::newRow("no title is no problem") << QByteArray(R"({"id":"a","type":"webpage"})") << 0;
    QTest::newRow("no id, no type") << QByteArray("{}") << 2;
    QTest::newRow("unknown type") << QByteArray(R"({"id":"a","type":"blog"})") << 1;
    QTest::newRow("title is a list") << QByteArray(R"({"id":"a","type":"book","title":[]})") << 1;
    QTest::newRow("nameless author") << QByteArray(R"({"id":"a","type":"book","author":[{"family":" "}]})") << 1;
    QTest::newRow("author is text") << QByteArray(R"({"id":"a","type":"book","author":"X"})") << 1;
    QTest::newRow("30 February") << QByteArray(R"({"id":"a","type":"book","issued":{"date-parts":[[2025,2,30]]}})") << 1;
    QTest::newRow("three ends") << QByteArray(R"({"id":"a","type":"book","issued":{"date-parts":[[2025],[2026],[2027]]}})") << 1;
    QTest::newRow("date of text parts") << QByteArray(R"({"id":"a","type":"book","issued":{"date-parts":[["2025","2"]]}})") << 0;
    QTest::newRow("no address") << QByteArray(R"({"id":"a","type":"book","URL":"somewhere"})") << 1;
}

void CslJsonTest::problems()
{
    QFETCH(QByteArray, json);
    QFETCH(int, count);
    const QStringList found = csljson::problems(QJsonDocument::fromJson(json).object());
    QVERIFY2(found.size() == count, qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(CslJsonTest)
#include "CslJsonTest.moc"
