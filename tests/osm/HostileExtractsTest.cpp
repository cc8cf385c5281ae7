// SPDX-License-Identifier: GPL-3.0-or-later
// Extracts that are broken, or are none: one message each that names the file, no crash, nothing read.
#include "PackedExtracts.h"
#include "support/TestData.h"

#include <QSet>

#include <algorithm>

using namespace ca;
using namespace ca::test;

namespace {

/// Enough nodes for several blocks of a PBF file, and of a bz2 one; few ways, as these take longest to read.
QByteArray manyNodes()
{
    QByteArray text;
    for (int i = 1; i <= 20'000; ++i)
        text += "<node id=\"" + QByteArray::number(i) + "\" lat=\"" + QByteArray::number(i % 90) + ".5\" lon=\"" + QByteArray::number(i % 180) + ".25\"/>\n";
    for (int i = 1; i < 600; ++i)
        text += "<way id=\"" + QByteArray::number(i) + "\"><nd ref=\"" + QByteArray::number(i) + "\"/><nd ref=\"" + QByteArray::number(i + 1) + "\"/><tag k=\"railway\" v=\"rail\"/></way>\n";
    return xml(text);
}

/// Where the blocks of a PBF file end: cut there, it is a whole file.
QSet<qsizetype> blockEnds(const QByteArray &pbf)
{
    QSet<qsizetype> ends;
    qsizetype at = 0;
    while (at + 4 <= pbf.size()) {
        const auto header = qsizetype(quint8(pbf[at + 2])) * 256 + quint8(pbf[at + 3]);
        protozero::pbf_reader reader(pbf.constData() + at + 4, std::size_t(header));
        qsizetype size = 0;
        while (reader.next()) {
            if (reader.tag() == 3)
                size = reader.get_int32();
            else
                reader.skip();
        }
        at += 4 + header + size;
        ends.insert(at);
    }
    return ends;
}

} // namespace

class HostileExtractsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noExtracts_data();
    void noExtracts();
    void noFile();
    void errorOfOneFileIsTheAnswer();
    void xmlTellsTheLine();
    void pbfTellsTheByte();
    void cutShortAnywhere();
    void changedAnywhere();
    void realFilesCutShort_data();
    void realFilesCutShort();

private:
    QByteArray manyAsPbf()
    {
        if (m_pbf.isEmpty())
            m_pbf = contents(asPbf(m_folder, "many.osm.pbf", manyNodes()));
        return m_pbf;
    }
    ExtractFolder m_folder;
    QByteArray m_pbf;
};

void HostileExtractsTest::noExtracts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray node = "<node id=\"1\" lat=\"1\" lon=\"1\"/>";
    QTest::newRow("empty") << QByteArray() << QStringLiteral("is empty");
    QTest::newRow("packed nothing") << gzipped({}) << QStringLiteral("is empty");
    QTest::newRow("words") << QByteArray("Baku - Tbilisi") << QStringLiteral("is no OpenStreetMap extract");
    QTest::newRow("zeros") << QByteArray(100'000, '\0') << QStringLiteral("is no OpenStreetMap extract");
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html>\n<html><title>429 Too Many Requests</title></html>") << QStringLiteral("is a web page");
    QTest::newRow("other XML") << QByteArray("<?xml version=\"1.0\"?><gpx version=\"1.1\"></gpx>") << QStringLiteral("is no OpenStreetMap extract");
    QTest::newRow("no objects") << xml({}) << QStringLiteral("holds no nodes, ways or relations");
    QTest::newRow("old version") << QByteArray("<osm version=\"0.5\">" + node + "</osm>") << QStringLiteral("version 0.5");
    QTest::newRow("entities") << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE osm [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><osm version=\"0.6\">" + node + "</osm>")
                              << QStringLiteral("entities are not supported");
    QTest::newRow("packed PBF") << gzipped(contents(asPbf(m_folder, "packed.osm.pbf", xml(node)))) << QStringLiteral("packed once more");
    QTest::newRow("gz that is none") << QByteArray("\x1f\x8b nothing of the kind") << QStringLiteral("is damaged");
    QTest::newRow("bz2 that is none") << QByteArray("BZh9 nothing of the kind") << QStringLiteral("is damaged");
    QTest::newRow("latitude of letters") << xml("<node id=\"1\" lat=\"north\" lon=\"1\"/>") << QStringLiteral("is damaged");
    QTest::newRow("id of letters") << xml("<node id=\"one\" lat=\"1\" lon=\"1\"/>") << QStringLiteral("is damaged");
    QTest::newRow("long tag") << xml("<node id=\"1\" lat=\"1\" lon=\"1\"><tag k=\"railway\" v=\"" + QByteArray(100'000, 'x') + "\"/></node>") << QStringLiteral("is damaged");
}

void HostileExtractsTest::noExtracts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto read = readExtracts({m_folder.write("none.osm.pbf", bytes)}, railways);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().text()));
    QVERIFY(read.error().file.endsWith(QStringLiteral("/none.osm.pbf")));
    QVERIFY(!read.error().message.contains(u'\n'));
}

void HostileExtractsTest::noFile()
{
    QVERIFY(readLines({m_folder.path(QStringLiteral("nowhere.osm"))}).first().endsWith(QStringLiteral("nowhere.osm: does not exist")));
    QVERIFY(readLines({m_folder.path(QStringLiteral("."))}).first().endsWith(QStringLiteral("is no file")));
    QVERIFY(readLines({QStringLiteral("/dev/zero")}).first().endsWith(QStringLiteral("is no file")));
    QVERIFY(readLines({QStringLiteral("http://127.0.0.1/a.osm")}).first().endsWith(QStringLiteral("does not exist")));
    QCOMPARE(readLines({}), QStringList("error: no file to read"));
}

void HostileExtractsTest::errorOfOneFileIsTheAnswer()
{
    const QString good = m_folder.write("good.osm", xml("<node id=\"1\" lat=\"1\" lon=\"1\"/>"));
    const QString bad = m_folder.write("bad.osm", xml("<node id=\"1\" lat=\"1\" lon=\"1\"/>").chopped(10));
    QCOMPARE(readExtracts({good, bad}, railways).error().file, bad);
    QVERIFY(readExtracts({good}, railways));
}

void HostileExtractsTest::xmlTellsTheLine()
{
    const auto read = readExtracts({m_folder.write("line.osm", xml("<node id=\"1\" lat=\"1\" lon=\"1\"/>\n<way id=\"1\"><nd ref=\"1\"/></wy>\n"))}, railways);
    QVERIFY(!read);
    QCOMPARE(read.error().line, 4);
    QVERIFY2(read.error().message.contains(QStringLiteral("mismatched tag")), qPrintable(read.error().text()));
}

void HostileExtractsTest::pbfTellsTheByte()
{
    const QByteArray whole = manyAsPbf();
    auto ends = blockEnds(whole).values();
    std::sort(ends.begin(), ends.end());
    QVERIFY(ends.size() > 4);
    // In the packed data of the third block of objects.
    QByteArray changed = whole;
    const qsizetype block = ends[2];
    for (qsizetype i = 0; i < 30; ++i)
        changed[block + (ends[3] - block) / 2 + i] = char(~changed[block + (ends[3] - block) / 2 + i]);
    const QString damaged = readLines({m_folder.write("byte2.osm.pbf", changed)}).first();
    QVERIFY2(damaged.contains(QStringLiteral("is damaged in the block at byte %1: ").arg(block)), qPrintable(damaged));
    const QString cut = readLines({m_folder.write("byte3.osm.pbf", whole.left(block + 100))}).first();
    QVERIFY2(cut.endsWith(QStringLiteral("is cut short: the block at byte %1 goes beyond the end of the file at byte %2").arg(block).arg(block + 100)), qPrintable(cut));
    // libosmium itself takes this for the end of the file.
    QVERIFY(readLines({m_folder.write("byte4.osm.pbf", whole.left(block + 3))}).first().contains(QStringLiteral("is cut short")));
}

void HostileExtractsTest::cutShortAnywhere()
{
    const QByteArray text = manyNodes();
    const QByteArray pbf = manyAsPbf();
    const QSet<qsizetype> ends = blockEnds(pbf);
    for (const QByteArray &whole : {pbf, gzipped(text), bzipped(text), text}) {
        for (int i = 0; i < 12; ++i) {
            const qsizetype size = i < 6 ? whole.size() - 8 - i * i * 3 : whole.size() * (12 - i) / 12;
            if (whole == pbf && ends.contains(size))
                continue;
            const auto read = readExtracts({m_folder.write("cut.osm", whole.left(size))}, railways);
            QVERIFY2(!read, qPrintable(QStringLiteral("%1 of %2").arg(size).arg(whole.size())));
            QVERIFY(read.error().file.endsWith(QStringLiteral("/cut.osm")));
        }
    }
}

/// Whatever one byte does, it must not crash or hang; most do harm that is noticed.
void HostileExtractsTest::changedAnywhere()
{
    const QByteArray text = xml("<node id=\"1\" lat=\"1\" lon=\"1\"/><way id=\"1\"><nd ref=\"1\"/><tag k=\"railway\" v=\"rail\"/></way>"
                                "<relation id=\"1\"><member type=\"way\" ref=\"1\" role=\"x\"/><tag k=\"route\" v=\"train\"/></relation>");
    for (const QByteArray &whole : {contents(asPbf(m_folder, "small.osm.pbf", text)), gzipped(text), bzipped(text), text}) {
        int noticed = 0;
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray changed = whole;
            changed[i] = char(changed[i] ^ (1 << (i % 8)));
            noticed += !readExtracts({m_folder.write("changed.osm", changed)}, railways);
        }
        QVERIFY(noticed > whole.size() / 4);
    }
}

void HostileExtractsTest::realFilesCutShort_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"caucasus-train-routes.osm.pbf", "monaco-2012.osm.gz", "overpass-geom-nakhchivan-rail.json"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void HostileExtractsTest::realFilesCutShort()
{
    CA_NEED_TEST_DATA();
    QFETCH(QString, file);
    const QByteArray whole = contents(externalPath(QStringLiteral("osm/") + file));
    const QSet<qsizetype> ends = file.endsWith(QLatin1String(".pbf")) ? blockEnds(whole) : QSet<qsizetype>();
    for (int i = 0; i < 20; ++i) {
        const qsizetype size = (whole.size() - 5) * (i + 1) / 20;
        if (!ends.contains(size))
            QVERIFY2(!readExtracts({m_folder.write("real", whole.left(size))}, railways), qPrintable(QString::number(size)));
    }
}

QTEST_GUILESS_MAIN(HostileExtractsTest)
#include "HostileExtractsTest.moc"
