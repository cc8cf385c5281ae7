// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleReport.h"
#include "report/ReportOdt.h"
#include "base/ZipWriter.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <QtEndian>

using namespace ca;

class ReportOdtTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zipReadsBack();
    void otherProgramsReadTheZip();
    void mimetypeIsFirstAndStored();
    void partsAreWellFormedAndComplete();
    void stylesAndTargetsExist();
    void hostileTextStaysText();
    void sameContentSameBytes();
};

namespace {

quint32 number(const QByteArray &bytes, qsizetype at, int size)
{
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData()) + at;
    return size == 2 ? qFromLittleEndian<quint16>(data) : qFromLittleEndian<quint32>(data);
}

/// qUncompress wants zlib's header and checksum (RFC 1950) around deflated data.
QByteArray inflated(const QByteArray &data, const QByteArray &expected)
{
    quint32 a = 1, b = 0;
    for (const char byte : expected) {
        a = (a + quint8(byte)) % 65521;
        b = (b + a) % 65521;
    }
    QByteArray size(4, 0), checksum(4, 0);
    qToBigEndian(quint32(expected.size()), size.data());
    qToBigEndian((b << 16) | a, checksum.data());
    return qUncompress(size + "\x78\x9c" + data + checksum);
}

struct Found {
    QByteArray name, content;
    quint32 crc = 0, method = 0;
};

/// By the central directory, as programs read it.
std::vector<Found> unpacked(const QByteArray &zip, const std::vector<OdtPart> &expected)
{
    std::vector<Found> files;
    const qsizetype end = zip.lastIndexOf("PK\x05\x06");
    qsizetype at = number(zip, end + 16, 4);
    for (quint32 i = 0; i < number(zip, end + 10, 2); ++i) {
        const quint32 packed = number(zip, at + 20, 4), nameSize = number(zip, at + 28, 2), offset = number(zip, at + 42, 4);
        const QByteArray data = zip.mid(offset + 30 + number(zip, offset + 26, 2) + number(zip, offset + 28, 2), packed);
        Found file{zip.mid(at + 46, nameSize), data, number(zip, at + 16, 4), number(zip, at + 10, 2)};
        if (file.method == 8)
            file.content = inflated(data, expected[i].content);
        files.push_back(file);
        at += 46 + nameSize;
    }
    return files;
}

QString textOf(const QByteArray &xml, QString *error)
{
    QString text;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text();
    }
    *error = reader.hasError() ? reader.errorString() : QString();
    return text;
}

} // namespace

void ReportOdtTest::zipReadsBack()
{
    std::vector<OdtPart> parts{{"a", "123456789"}, {"empty", {}}, {"folder/b", QByteArray(100000, 'x')}};
    QRandomGenerator random(8);
    QByteArray noise(5000, 0);
    for (char &byte : noise)
        byte = char(random.bounded(256));
    parts.push_back({"noise", noise});
    ZipWriter zip;
    for (const OdtPart &part : parts)
        zip.add(part.name, part.content, part.name == "a" ? ZipWriter::Method::Stored : ZipWriter::Method::Deflated);
    const QByteArray bytes = zip.finished();
    QVERIFY(bytes.size() < 10000);
    const std::vector<Found> files = unpacked(bytes, parts);
    QCOMPARE(files.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        QCOMPARE(files[i].name, parts[i].name);
        QCOMPARE(files[i].content, parts[i].content);
    }
    QCOMPARE(files[0].crc, 0xcbf43926u);  // the check value of CRC-32
    QCOMPARE(files[1].crc, 0u);
}

void ReportOdtTest::otherProgramsReadTheZip()
{
    const QString unzip = QStandardPaths::findExecutable(QStringLiteral("unzip"));
    if (unzip.isEmpty())
        QSKIP("unzip is not installed");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.odt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reportOdt(test::sampleReport()));
    file.close();
    QProcess process;
    process.start(unzip, {QStringLiteral("-t"), file.fileName()});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAll());
}

void ReportOdtTest::mimetypeIsFirstAndStored()
{
    // OpenDocument 1.2, part 3, 3.3: bytes 30 to 37 are the name, the type follows at 38.
    const QByteArray odt = reportOdt(test::sampleReport());
    QVERIFY(odt.startsWith("PK\x03\x04"));
    QCOMPARE(odt.mid(30, 8), QByteArray("mimetype"));
    QCOMPARE(odt.mid(38, 39), QByteArray("application/vnd.oasis.opendocument.text"));
    QCOMPARE(number(odt, 28, 2), 0u);
    const auto parts = reportOdtParts(test::sampleReport());
    QCOMPARE(unpacked(odt, parts).size(), parts.size());
}

void ReportOdtTest::partsAreWellFormedAndComplete()
{
    QString all;
    for (const OdtPart &part : reportOdtParts(test::sampleReport())) {
        if (part.name == "mimetype")
            continue;
        QString error;
        all += textOf(part.content, &error);
        QVERIFY2(error.isEmpty(), part.name + ": " + error.toUtf8());
    }
    for (const char *part : {"North corridor", "Zəngəzur dəhlizi", "Զանգեզուրի միջանցք", "ზანგეზურის დერეფანი", "Зангезурский коридор",
                             "7 & more <perhaps>", "sources differ", "changed in the copy", "Check <this> & that.", "It was otherwise."})
        QVERIFY2(all.contains(QString::fromUtf8(part)), part);
}

void ReportOdtTest::stylesAndTargetsExist()
{
    const auto parts = reportOdtParts(test::sampleReport());
    const QString content = QString::fromUtf8(parts[2].content), styles = QString::fromUtf8(parts[3].content);
    const auto captured = [](const QString &text, const char *pattern) {
        QSet<QString> found;
        auto matches = QRegularExpression(QLatin1String(pattern)).globalMatch(text);
        while (matches.hasNext())
            found.insert(matches.next().captured(1));
        return found;
    };
    const QSet<QString> defined = captured(content + styles, "style:name=\"([^\"]+)\"");
    for (const QString &used : captured(content + styles, "(?:text:style-name|table:style-name|style:parent-style-name|style:next-style-name)=\"([^\"]+)\""))
        QVERIFY2(defined.contains(used), qPrintable(used));
    const QSet<QString> targets = captured(content, "text:bookmark text:name=\"([^\"]+)\"");
    const QSet<QString> links = captured(content, "xlink:href=\"#([^\"]+)\"");
    QVERIFY(!links.isEmpty() && targets.contains(links));
}

void ReportOdtTest::hostileTextStaysText()
{
    QRandomGenerator random(9);
    for (int round = 0; round < 300; ++round) {
        for (const OdtPart &part : reportOdtParts(test::randomReport(random))) {
            QString error;
            if (part.name != "mimetype")
                (void)textOf(part.content, &error);
            QVERIFY2(error.isEmpty(), part.name + ": " + error.toUtf8() + part.content);
        }
    }
}

void ReportOdtTest::sameContentSameBytes()
{
    QCOMPARE(reportOdt(test::sampleReport()), reportOdt(test::sampleReport()));
}

QTEST_GUILESS_MAIN(ReportOdtTest)
#include "ReportOdtTest.moc"
