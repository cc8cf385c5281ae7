// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Records.h"

#include <QJsonDocument>
#include <QTest>

using namespace ca;

class RecordTest : public QObject {
    Q_OBJECT

    /// @p csl with ' for ".
    static Record record(QByteArray csl)
    {
        const QJsonObject object = QJsonDocument::fromJson(csl.replace('\'', '"')).object();
        return {object.value("id").toString(), object};
    }

private Q_SLOTS:
    void cites_data()
    {
        QTest::addColumn<QByteArray>("csl");
        QTest::addColumn<QString>("citation");
        QTest::addColumn<QString>("shortCitation");
        QTest::newRow("all of it")
            << QByteArray("{'id':'r','title':'A Title','author':[{'family':'Doe','given':'Jane'}],'publisher':'House','issued':{'date-parts':[[2025,8,3]]}}")
            << QStringLiteral("Jane Doe, “A Title”, House, 2025-08-03") << "House, 2025-08-03";
        QTest::newRow("no title") << QByteArray("{'id':'r','container-title':'The Paper','issued':{'date-parts':[[2025,8]]}}")
                                  << "The Paper, 2025-08" << "The Paper, 2025-08";
        QTest::newRow("undated") << QByteArray("{'id':'r','publisher':'House'}") << "House, undated" << "House, undated";
        QTest::newRow("estimated range")
            << QByteArray("{'id':'r','publisher':'House','issued':{'date-parts':[[2026,1],[2026,2]],'circa':true}}")
            << "House, c. 2026-01/2026-02" << "House, c. 2026-01/2026-02";
        QTest::newRow("mirror") << QByteArray("{'id':'r','publisher':'Mirror','custom':{'copy_of':'Agency'},'issued':{'date-parts':[['2025']]}}")
                                << "Mirror, copy of Agency, 2025" << "Mirror, 2025";
        QTest::newRow("description only") << QByteArray("{'id':'r','custom':{'description':'a statement'}}")
                                          << "a statement, undated" << "a statement, undated";
        QTest::newRow("nothing") << QByteArray("{'id':'r'}") << "r, undated" << "r, undated";
        QTest::newRow("title is the house") << QByteArray("{'id':'r','title':'GeoNames','publisher':'GeoNames'}")
                                            << QStringLiteral("“GeoNames”, undated") << "GeoNames, undated";
        QTest::newRow("two authors") << QByteArray("{'id':'r','author':[{'literal':'E. S.'},{'family':'Doe'}],'publisher':'H'}")
                                     << "E. S. and Doe, H, undated" << "H, undated";
        QTest::newRow("many authors")
            << QByteArray("{'id':'r','author':[{'family':'A'},{'family':'B'},{'family':'C'},{'family':'D'}]}")
            << "A and others, undated" << "A and others, undated";
    }

    void cites()
    {
        QFETCH(QByteArray, csl);
        QFETCH(QString, citation);
        QFETCH(QString, shortCitation);
        QCOMPARE(record(csl).citation(), citation);
        QCOMPARE(record(csl).shortCitation(), shortCitation);
    }

    void readsTheRest()
    {
        const Record r = record("{'id':'article-7','URL':'https://example.org/?p=1&q=2','custom':{'file':'x.txt'}}");
        QVERIFY(r.isArticle());
        QCOMPARE(r.url(), QUrl(QStringLiteral("https://example.org/?p=1&q=2")));
        QCOMPARE(r.custom(QStringLiteral("file")), QStringLiteral("x.txt"));
        QVERIFY(r.custom(QStringLiteral("nothing")).isEmpty());
        QVERIFY(record("{'id':'page'}").url().isEmpty());
        QVERIFY(!record("{'id':'page'}").isArticle());
    }
};

QTEST_APPLESS_MAIN(RecordTest)
#include "RecordTest.moc"
