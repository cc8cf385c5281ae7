// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractList.h"
#include "store/CsvReader.h"
#include "support/RealAtlas.h"

#include <QtTest>

using namespace ca;

class ExtractListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bundledIsWhole();
    void faultsNameTheirLine_data();
    void faultsNameTheirLine();
};

void ExtractListTest::bundledIsWhole()
{
    const ExtractList list = bundledExtracts();
    for (const Error &error : list.errors)
        QFAIL(qPrintable(error.text()));
    QVERIFY(!list.extracts.empty());
    const auto atlas = test::realAtlas();
    QStringList covered;
    for (const OfferedExtract &extract : list.extracts) {
        covered += extract.countries;
        QCOMPARE(extract.checksumUrl().toString(), extract.url.toString() + QStringLiteral(".md5"));
        for (const QString &corridor : extract.corridors)
            QVERIFY2(!atlas->members(corridor).empty(), qPrintable(corridor));
    }
    for (const char *code : {"AZ", "AM", "GE", "TR", "KZ", "IR", "GR", "AL", "IT", "BG"})
        QVERIFY2(covered.contains(QLatin1String(code)), code);
}

void ExtractListTest::faultsNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("id") << QByteArray("A b,T,https://h.org/a.osm.pbf,AZ,,ODbL-1.0");
    QTest::newRow("twice") << QByteArray("good,T,https://h.org/b.osm.pbf,AZ,,ODbL-1.0");
    QTest::newRow("title") << QByteArray("a,,https://h.org/a.osm.pbf,AZ,,ODbL-1.0");
    QTest::newRow("http") << QByteArray("a,T,http://h.org/a.osm.pbf,AZ,,ODbL-1.0");
    QTest::newRow("local") << QByteArray("a,T,file:///etc/a.osm.pbf,AZ,,ODbL-1.0");
    QTest::newRow("no pbf") << QByteArray("a,T,https://h.org/a.zip,AZ,,ODbL-1.0");
    QTest::newRow("hidden") << QByteArray("a,T,https://h.org/.osm.pbf,AZ,,ODbL-1.0");
    QTest::newRow("country") << QByteArray("a,T,https://h.org/a.osm.pbf,AZE,,ODbL-1.0");
    QTest::newRow("cells") << QByteArray("a,T,https://h.org/a.osm.pbf");
}

void ExtractListTest::faultsNameTheirLine()
{
    QFETCH(QByteArray, row);
    const ExtractList list = parseExtractList(
        "id,title,url,countries,corridors,licence\ngood,Good,https://h.org/a.osm.pbf,AZ;AM,,ODbL-1.0\n" + row + '\n', QStringLiteral("list.csv"));
    QCOMPARE(list.extracts.size(), 1u);
    QCOMPARE(list.errors.size(), 1u);
    QCOMPARE(list.errors.front().line, 3);
    QCOMPARE(list.errors.front().file, QStringLiteral("list.csv"));
    QVERIFY(parseExtractList("id,url\n", QStringLiteral("list.csv")).extracts.empty());
    QCOMPARE(parseExtractList("", QStringLiteral("list.csv")).errors.empty(), false);
}

QTEST_GUILESS_MAIN(ExtractListTest)
#include "ExtractListTest.moc"
