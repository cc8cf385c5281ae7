// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureEvidence.h"

#include "document/PdfProcess.h"
#include "figure/EvidenceFiles.h"
#include "figure/FigureComposition.h"
#include "figure/PngChunks.h"
#include "figure/SampleFigure.h"
#include "support/ZipWriter.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace ca;

namespace {

QByteArray itxt(const QByteArray &data)
{
    QByteArray chunk(8, '\0');
    qToBigEndian(quint32(data.size()), chunk.data());
    chunk.replace(4, 4, "iTXt");
    return chunk + data + QByteArray(4, '\0');
}

QByteArray pngWith(const QByteArray &chunks)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunks + QByteArray("\0\0\0\0IEND\xae\x42\x60\x82", 12);
}

QByteArray png(const QByteArray &json)
{
    return pngWith(itxt("Title" + QByteArray(5, '\0') + "x") + itxt("CorridorAtlas" + QByteArray(5, '\0') + json));
}

QByteArray packedPng(const QByteArray &json)
{
    return pngWith(itxt(QByteArray("CorridorAtlas\0\1\0\0\0", 18) + qCompress(json).mid(4)));
}

QByteArray svg(const QByteArray &json)
{
    return QByteArray("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><e:evidence xmlns:e=\"") + FigureEvidence::xmlNamespace
        + "\">" + QString::fromUtf8(json).toHtmlEscaped().toUtf8() + "</e:evidence></metadata></svg>";
}

QByteArray office(const QByteArray &json)
{
    // As a program writes it that put a part of its own before ours.
    return test::zip({{QStringLiteral("[Content_Types].xml"), "<Types/>"},
                      {QStringLiteral("customXml/item1.xml"), "<bibliography/>"},
                      {QStringLiteral("customXml/item2.xml"), svg(json)}}, true);
}

QByteArray pdf(const QByteArray &json, const QString &name = QStringLiteral("corridor-atlas.json"))
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.addFileAttachment(QStringLiteral("other.txt"), "other", QStringLiteral("text/plain"));
    writer.addFileAttachment(name, json, QStringLiteral("application/json"));
    QPainter(&writer).drawText(10, 10, QStringLiteral("x"));
    return bytes;
}

template <class T>
QByteArray number(T value, bool little)
{
    QByteArray bytes(sizeof(T), '\0');
    little ? qToLittleEndian(value, bytes.data()) : qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray tiff(const QByteArray &json, bool little, bool big = false)
{
    const QByteArray xml = "<GDALMetadata><Item name=\"CorridorAtlas\">" + QString::fromUtf8(json).toHtmlEscaped().toUtf8() + "</Item></GDALMetadata>" + '\0';
    const auto wide = [&](quint64 value) { return big ? number(value, little) : number(quint32(value), little); };
    const auto entry = [&](quint16 tag, quint16 type, quint64 count, quint64 value) {
        return number(tag, little) + number(type, little) + wide(count) + wide(value);
    };
    QByteArray file = (little ? "II" : "MM") + number(quint16(big ? 43 : 42), little);
    if (big)
        file += number(quint16(8), little) + number(quint16(0), little);
    const quint64 directory = big ? 16 : 8;
    const quint64 text = directory + (big ? 8 + 2 * 20 + 8 : 2 + 2 * 12 + 4);
    file += wide(directory) + (big ? number(quint64(2), little) : number(quint16(2), little));
    file += entry(256, 4, 1, 1) + entry(42112, 2, quint64(xml.size()), text) + wide(0);
    return file + xml;
}

FigureView view()
{
    FigureView view;
    view.name = QStringLiteral("Թեստ & <b>");
    view.crs = QStringLiteral("EPSG:3857");
    view.centre = {40.5, 45.25};
    view.selection = QStringLiteral("trunk");
    view.layers = {{QStringLiteral("/home/someone/secret plans/wells.geojson")}};
    view.figure.title = QStringLiteral("A \"title\"");
    return view;
}

AnnotatedPassage own(const QString &id, const QString &subject)
{
    AnnotatedPassage passage;
    passage.id = id;
    passage.citation = {{QStringLiteral("id"), QStringLiteral("mine")}, {QStringLiteral("type"), QStringLiteral("report")}, {QStringLiteral("title"), QStringLiteral("My report")}};
    passage.source = QStringLiteral("https://example.org/mine");
    passage.anchor.exact = QStringLiteral("The words I marked.");
    passage.subjects = {{subject, false}};
    passage.note = QStringLiteral("do not publish this remark");
    return passage;
}

FigureEvidence sample()
{
    Figure figure = test::figure();
    figure.ownPassages = {own(QStringLiteral("urn:uuid:1"), QStringLiteral("trunk")), own(QStringLiteral("urn:uuid:2"), QStringLiteral("elsewhere")),
                          own(QStringLiteral("urn:uuid:3"), QStringLiteral("elsewhere"))};
    figure.notePassages = {QStringLiteral("urn:uuid:3"), QStringLiteral("unknown")};
    return FigureEvidence::of(*FigureComposition::of(figure), view());
}

QStringList idsOf(const QJsonArray &array)
{
    QStringList ids;
    for (const QJsonValue &value : array)
        ids << value[QStringLiteral("id")].toString();
    return ids;
}

} // namespace

class FigureEvidenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void holdsWhatIsCited();
    void remainsWhereNotesAreHidden();
    void linesOfOpenStreetMapNameTheirObjects();
    void holdsNoSentenceAndNoPrivateRemark();
    void roundTrip();
    void refusals_data();
    void refusals();
    void readFrom_data();
    void readFrom();
    void filesWithout_data();
    void filesWithout();
    void hostile_data();
    void hostile();
    void damagedAnywhere_data();
    void damagedAnywhere();

private:
    QTemporaryDir m_folder;
    FigureEvidence m_evidence;
    QByteArray m_json;
    int m_files = 0;
    /// Named without a suffix: files are told by their content.
    QString written(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QString::number(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
};

void FigureEvidenceTest::initTestCase()
{
    loadFonts();
    m_evidence = sample();
    m_json = m_evidence.toJson();
}

void FigureEvidenceTest::holdsWhatIsCited()
{
    const QStringList sources = idsOf(m_evidence.sources);
    for (const char *id : {"article-900", "article-901", "r1", "r2", "mine"})
        QCOMPARE(sources.count(QLatin1String(id)), 1);
    QCOMPARE(sources.first(), QStringLiteral("article-900"));
    QCOMPARE(m_evidence.sources.first()[QStringLiteral("title")].toString(), QStringLiteral("Rails & Ferries <of the Isle>"));
    const QStringList passages = idsOf(m_evidence.passages);
    QVERIFY(passages.contains(QStringLiteral("p1")) && passages.contains(QStringLiteral("p2")));
    QVERIFY(passages.contains(QStringLiteral("urn:uuid:1")) && passages.contains(QStringLiteral("urn:uuid:3")));
    QVERIFY(!passages.contains(QStringLiteral("urn:uuid:2")));
    const QJsonObject passage = m_evidence.passages.first().toObject();
    QCOMPARE(passage[QStringLiteral("contradicted_by")].toArray(), QJsonArray{QStringLiteral("x1")});
    QCOMPARE(passage[QStringLiteral("paragraph")].toInt(), 2);
    const QJsonObject data = m_evidence.data;
    QCOMPARE(data[QStringLiteral("atlas")][QStringLiteral("version")].toString(), QStringLiteral("9.1"));
    QCOMPARE(data[QStringLiteral("as_of")].toString(), QStringLiteral("2026-04-30"));
    QCOMPARE(idsOf(data[QStringLiteral("contradictions")].toArray()), QStringList{QStringLiteral("x1")});
    const QJsonArray facts = data[QStringLiteral("facts")].toArray();
    const qsizetype length = idsOf(facts).indexOf(QStringLiteral("f-trunk-length"));
    QVERIFY(length >= 0);
    const QJsonObject fact = facts[length].toObject();
    QCOMPARE(fact[QStringLiteral("value")].toString() + fact[QStringLiteral("unit")].toString(), QStringLiteral("175km"));
    QCOMPARE(fact[QStringLiteral("sources")].toArray(), QJsonArray{QStringLiteral("r1")});
    QVERIFY(!data[QStringLiteral("licences")].toArray().isEmpty());
    QVERIFY(!data[QStringLiteral("projection")][QStringLiteral("definition")].toString().isEmpty());
}

void FigureEvidenceTest::remainsWhereNotesAreHidden()
{
    Figure figure = test::figure();
    figure.setShown(FigureElement::Notes, false);
    const FigureEvidence evidence = FigureEvidence::of(*FigureComposition::of(figure), {});
    QStringList ids = idsOf(evidence.sources);
    ids.sort();
    QCOMPARE(ids, (QStringList{QStringLiteral("article-900"), QStringLiteral("article-901"), QStringLiteral("r1"), QStringLiteral("r2")}));
    QVERIFY(!evidence.view);
    figure.noteSubjects.clear();
    QVERIFY(FigureEvidence::of(*FigureComposition::of(figure), {}).sources.isEmpty());
}

void FigureEvidenceTest::linesOfOpenStreetMapNameTheirObjects()
{
    const QString member = QStringLiteral("osm_lines");
    QVERIFY(!m_evidence.data.contains(member));  // bundled lines have their credit
    AtlasData data = test::sourcedAtlas();
    for (Segment &segment : data.segments) {
        if (segment.id != QLatin1String("trunk"))
            continue;
        const GeoLine line = segment.line();
        const auto middle = line.begin() + std::ptrdiff_t(line.size() / 2);
        Leg found = segment.legs.front(), rest = found;
        found.line = GeoLine(line.begin(), middle + 1);
        found.provenance = QStringLiteral("osm");
        found.refs = QStringLiteral("way/9007199254740993; way/7");
        found.dataDate = QStringLiteral("2026-02-26");
        found.status = Status::Construction;
        rest.line = GeoLine(middle, line.end());
        segment.legs = {found, rest};
    }
    Figure figure = test::figure();
    figure.map = test::request(test::scene(data));
    const FigureEvidence evidence = FigureEvidence::of(*FigureComposition::of(figure), {});
    const QJsonArray lines = evidence.data[member].toArray();
    QCOMPARE(lines.size(), 1);
    const QJsonObject line = lines.first().toObject();
    QCOMPARE(line[QStringLiteral("segment")].toString(), QStringLiteral("trunk"));
    QCOMPARE(line[QStringLiteral("objects")].toArray(), (QJsonArray{QStringLiteral("way/9007199254740993"), QStringLiteral("way/7")}));
    QCOMPARE(line[QStringLiteral("extract_date")].toString(), QStringLiteral("2026-02-26"));
    QCOMPARE(line[QStringLiteral("licence")].toString(), QStringLiteral("ODbL-1.0"));
    QCOMPARE(line[QStringLiteral("status")].toString(), QStringLiteral("construction"));
    const QByteArray credits = QJsonDocument(evidence.data[QStringLiteral("credits")].toArray()).toJson();
    QVERIFY2(credits.contains("2026-02-26"), credits.constData());
    figure.map.visibility.hiddenSegments << QStringLiteral("trunk");
    QVERIFY(!FigureEvidence::of(*FigureComposition::of(figure), {}).data.contains(member));
}

void FigureEvidenceTest::holdsNoSentenceAndNoPrivateRemark()
{
    for (const QJsonValue &passage : std::as_const(m_evidence.passages)) {
        if (passage[QStringLiteral("record")].isUndefined())
            continue;
        QVERIFY(passage[QStringLiteral("first_words")].toString().split(u' ').size() <= 5);
        QVERIFY(passage[QStringLiteral("exact")].isUndefined() && passage[QStringLiteral("paraphrase")].isUndefined());
    }
    QVERIFY(m_json.contains("The words I marked."));
    QVERIFY(!m_json.contains("do not publish"));
}

void FigureEvidenceTest::roundTrip()
{
    const Result<FigureEvidence> read = FigureEvidence::fromJson(m_json);
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QVERIFY(*read == m_evidence);
    QCOMPARE(read->toJson(), m_json);
    FigureView told = view();
    told.layers = {{QStringLiteral("wells.geojson")}};  // not where its user keeps it
    QVERIFY(read->view && *read->view == told);
    FigureEvidence odd;
    odd.data.insert(QStringLiteral("text"), QString(QChar(0xfffe)) + QChar(0xffff) + QChar(0x1));
    const QByteArray json = odd.toJson();
    QVERIFY(json.contains("\\ufffe\\uffff\\u0001"));  // XML cannot carry the characters
    QVERIFY(*FigureEvidence::fromJson(json) == odd);
}

void FigureEvidenceTest::refusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray() << "damaged";
    QTest::newRow("no JSON") << QByteArray("{\"corridor-atlas\": 1") << "damaged at byte";
    QTest::newRow("an array") << QByteArray("[1]") << "no evidence";
    QTest::newRow("other JSON") << QByteArray("{\"a\": 1}") << "no evidence";
    QTest::newRow("newer") << QByteArray("{\"corridor-atlas\": 2}") << "newer version";
    QTest::newRow("version 0.5") << QByteArray("{\"corridor-atlas\": 0.5}") << "version is 0.5";
    QTest::newRow("sources") << QByteArray("{\"corridor-atlas\": 1, \"sources\": {}}") << "\"sources\"";
    QTest::newRow("data") << QByteArray("{\"corridor-atlas\": 1, \"data\": []}") << "\"data\"";
    QTest::newRow("view") << QByteArray("{\"corridor-atlas\": 1, \"view\": {\"crs\": 7}}") << "";
    QTest::newRow("100 MB") << QByteArray(100 << 20, ' ') << "100 MB";
    QTest::newRow("deep") << QByteArray("{\"corridor-atlas\": 1, \"sources\": " + QByteArray(100000, '[')) << "damaged";
}

void FigureEvidenceTest::refusals()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, reason);
    const Result<FigureEvidence> read = FigureEvidence::fromJson(json);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(reason) && !read.error().message.isEmpty(), qPrintable(read.error().message));
}

void FigureEvidenceTest::readFrom_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << png(m_json);
    QTest::newRow("png, packed") << packedPng(m_json);
    PngChunks chunks(QSize(1, 1), false);
    chunks.addUtf8(QStringLiteral("CorridorAtlas"), m_json);
    QTest::newRow("png of our writer") << chunks.finished();
    QTest::newRow("svg") << svg(m_json);
    QTest::newRow("office") << office(m_json);
    QTest::newRow("pdf") << pdf(m_json);
    QTest::newRow("tiff, little-endian") << tiff(m_json, true);
    QTest::newRow("tiff, big-endian") << tiff(m_json, false);
    QTest::newRow("big tiff") << tiff(m_json, true, true);
}

void FigureEvidenceTest::readFrom()
{
    QFETCH(QByteArray, bytes);
    if (bytes.startsWith("%PDF") && PdfProcess::program().isEmpty())
        QSKIP("corridor-atlas-pdf is not built");
    const Result<FigureEvidence> read = FigureEvidence::readFrom(written(bytes));
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QVERIFY(*read == m_evidence);
}

void FigureEvidenceTest::filesWithout_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("some words");
    QTest::newRow("png") << pngWith(itxt("Title" + QByteArray(5, '\0') + "x"));
    QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"><evidence>no</evidence></svg>");
    QTest::newRow("zip") << test::zip({{QStringLiteral("word/document.xml"), "<x/>"}});
    QTest::newRow("pdf") << pdf(m_json, QStringLiteral("else.json"));
    QTest::newRow("tiff") << tiff(m_json, true).replace("CorridorAtlas", "CorridorAtlaz");
}

void FigureEvidenceTest::filesWithout()
{
    QFETCH(QByteArray, bytes);
    if (bytes.startsWith("%PDF") && PdfProcess::program().isEmpty())
        QSKIP("corridor-atlas-pdf is not built");
    const QString path = written(bytes);
    const Result<FigureEvidence> read = FigureEvidence::readFrom(path);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(QStringLiteral("carries no evidence")), qPrintable(read.error().message));
    QCOMPARE(read.error().file, path);
}

void FigureEvidenceTest::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray bomb(40 << 20, ' ');
    QTest::newRow("png bomb") << packedPng(bomb) << "more than the 16 MB";
    QTest::newRow("png of 20 MB of JSON") << png(QByteArray(20 << 20, ' ')) << "more than the 16 MB";
    QTest::newRow("png chunk longer than the file") << pngWith(QByteArray("\x7f\xff\xff\xffiTXt", 8)) << "cut short";
    QTest::newRow("png, stream cut") << pngWith(itxt(QByteArray("CorridorAtlas\0\1\0\0\0", 18) + qCompress(m_json).mid(4, 40))) << "cut short";
    QTest::newRow("png without end") << png(m_json).left(60) << "cut short";
    QTest::newRow("zip bomb") << office(bomb) << "ZIP bomb";
    QTest::newRow("zip, cut") << office(m_json).chopped(200) << "damaged";
    const QByteArray laughs = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    QTest::newRow("entities in svg") << laughs + svg(m_json).mid(21) << "entities";
    QTest::newRow("entities in office") << test::zip({{QStringLiteral("customXml/item1.xml"), laughs + "<x>&b;</x>"}}) << "entities";
    QTest::newRow("deep svg") << QByteArray("<svg>") + QByteArray("<g>").repeated(100000) << "nested";
    QTest::newRow("svg, cut") << svg(m_json).chopped(100) << "damaged";
    QTest::newRow("svg of 20 MB of JSON") << svg(QByteArray(20 << 20, ' ')) << "MB";
    QTest::newRow("tiff, a loop of directories") << QByteArray("II*\0\x08\0\0\0\x01\0\0\x01\x03\0\x01\0\0\0\x01\0\0\0\x08\0\0\0", 26) << "carries no evidence";
    QTest::newRow("tiff, text beyond the end") << tiff(m_json, true).chopped(20) << "cut short";
    QTest::newRow("tiff, directory beyond the end") << QByteArray("II*\0\xff\xff\xff\x7f", 8) << "cut short";
    QTest::newRow("pdf, no objects") << QByteArray("%PDF-1.7\n%%EOF") << "PDF";
    QTest::newRow("JSON of something else") << png("{\"a\":1}") << "no evidence";
}

void FigureEvidenceTest::hostile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    if (bytes.startsWith("%PDF") && PdfProcess::program().isEmpty())
        QSKIP("corridor-atlas-pdf is not built");
    const Result<FigureEvidence> read = FigureEvidence::readFrom(written(bytes));
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(reason), qPrintable(read.error().message));
}

void FigureEvidenceTest::damagedAnywhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << packedPng(m_json);
    QTest::newRow("svg") << svg(m_json);
    QTest::newRow("office") << office(m_json);
    QTest::newRow("tiff") << tiff(m_json, false, true);
}

/// Whatever is cut or changed, there is an answer; and what is cut short is never taken for whole.
void FigureEvidenceTest::damagedAnywhere()
{
    QFETCH(QByteArray, bytes);
    for (int i = 0; i < 40; ++i) {
        const Result<FigureEvidence> cut = FigureEvidence::readFrom(written(bytes.left(bytes.size() * i / 41)));
        QVERIFY(!cut.ok() || *cut == m_evidence);
        QByteArray changed = bytes;
        for (int flip = 0; flip < 3; ++flip) {
            const qsizetype at = (qsizetype(i) * 7919 + flip * 104729) % changed.size();
            changed[at] = char(changed[at] ^ (1 << (i % 8)));
        }
        const Result<FigureEvidence> read = FigureEvidence::readFrom(written(changed));
        QVERIFY(read.ok() || !read.error().message.isEmpty());
    }
}

QTEST_MAIN(FigureEvidenceTest)
#include "FigureEvidenceTest.moc"
