// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/JsonText.h"

#include <QTest>

using namespace ca;

class JsonTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesOfElements()
    {
        QCOMPARE(jsontext::objectLines("[\n {\n  \"a\": {}\n },\n\n {}, {}]", 1), (std::vector<int>{2, 6, 6}));
        QCOMPARE(jsontext::objectLines("{\"m\": [\"{\", \"\\\"[{\"],\n\"features\": [\n{\"p\": [{}]},\n{}\n]}", 2),
                 (std::vector<int>{3, 4}));
        QVERIFY(jsontext::objectLines("", 1).empty());
        QVERIFY(jsontext::objectLines("{\"a\": {\"b\": {}}}", 2).empty());
    }

    void errorsNameTheLine()
    {
        const auto bad = jsontext::parse("{\n\"a\": 1,\n\"b\": }\n", QStringLiteral("f.json"));
        QVERIFY(!bad);
        QCOMPARE(bad.error().line, 3);
        QCOMPARE(bad.error().file, QStringLiteral("f.json"));
        QVERIFY(!jsontext::parse("", QString()));
        QVERIFY(jsontext::parse("[]", QString()).ok());
    }
};

QTEST_APPLESS_MAIN(JsonTextTest)
#include "JsonTextTest.moc"
