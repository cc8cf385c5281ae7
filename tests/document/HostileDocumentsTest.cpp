// SPDX-License-Identifier: GPL-3.0-or-later
// Documents made to harm: each must end in text or in a refusal that says why, soon and in little
// memory, and nothing may be loaded because a document says so.
#include "Samples.h"
#include "document/DocumentLimits.h"
#include "document/TextExtractor.h"
#include "document/XmlLoads.h"
#include "support/ZipWriter.h"

#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace ca;

class HostileDocumentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refused_data();
    void refused();
    void readAnyway_data();
    void readAnyway();
    void cutShortAnywhere_data();
    void cutShortAnywhere();
    void flippedBytes_data();
    void flippedBytes();
    void largeFilesAreRefusedUnread();
    void nothingIsLoaded_data();
    void nothingIsLoaded();
    void cancelled_data();
    void cancelled();
    void manyThreads();

private:
    static std::pair<QString, QByteArray> part(const char *name, const QByteArray &data) { return {QString::fromLatin1(name), data}; }
    static QByteArray docxWith(const QByteArray &document)
    {
        return test::zip({part("[Content_Types].xml", "<Types/>"), part("word/document.xml", document)}, true);
    }
    static void addSamples()
    {
        const QStringList paragraphs = test::paragraphsOfTheRegion();
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("docx") << "a.docx" << test::docxOf(paragraphs);
        QTest::newRow("odt") << "a.odt" << test::odtOf(paragraphs);
        QTest::newRow("epub") << "a.epub" << test::epub({"<p>Words of a book.</p>"});
        QTest::newRow("html") << "a.html"
            << "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script></head><body><p>"
               + paragraphs.join(QStringLiteral("<br>&eacute;<b class='x'>")).toUtf8() + "</p></body></html>";
        QTest::newRow("mht") << "a.mht" << QByteArray("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
                                                      "Content-Transfer-Encoding: quoted-printable\n\n<p>Words =41</p>\n--b--");
        QTest::newRow("pdf") << "a.pdf" << test::pdf({test::pdfLine(72, 700, "Words of a page.")}, "/Title (Words)");
        QTest::newRow("md") << "a.md" << QByteArray("---\ntitle: a\n---\n# Head\n\n| a | b |\n|---|---|\n[x](y) **z** `c` <b>\n");
    }
};

void HostileDocumentsTest::refused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                              "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><w><p><t>&d;</t></p></w>";
    QTest::newRow("ZIP bomb") << "a.docx" << docxWith("<w>" + QByteArray(80 * 1024 * 1024, ' ') + "</w>") << "unpacks";
    QTest::newRow("many bombs") << "a.epub" << [] {
        std::vector<std::pair<QString, QByteArray>> parts{part("META-INF/container.xml", "<c/>")};
        const QByteArray large(20 * 1024 * 1024, 'a');
        for (int i = 0; i < 4; ++i)
            parts.emplace_back(QStringLiteral("p%1.html").arg(i), large);
        return test::zip(parts, true);
    }() << "unpacks";
    QTest::newRow("many parts") << "a.docx" << [] {
        std::vector<std::pair<QString, QByteArray>> parts;
        for (int i = 0; i < limits::zipEntries + 1; ++i)
            parts.emplace_back(QString::number(i), QByteArray());
        return test::zip(parts);
    }() << "files";
    QTest::newRow("billion laughs in docx") << "a.docx" << docxWith(laughs) << "entities";
    QTest::newRow("billion laughs in odt") << "a.odt" << test::zip({part("content.xml", laughs), part("META-INF/manifest.xml", "<m/>")}) << "entities";
    QTest::newRow("billion laughs in epub") << "a.epub" << test::zip({part("META-INF/container.xml", laughs)}) << "entities";
    QTest::newRow("deep XML") << "a.docx" << docxWith(QByteArray("<a>").repeated(100'000)) << "nested";
    QTest::newRow("deep HTML") << "a.html" << QByteArray("<div>").repeated(1'000'000) + "words" << "nested";
    QTest::newRow("many elements") << "a.html" << "<html>" + QByteArray("<p>a").repeated(2'500'000) << "elements";
    QTest::newRow("much text") << "a.html" << "<p>" + QByteArray("word ").repeated(1'200'000) << "million characters";
    QTest::newRow("much plain text") << "a.txt" << QByteArray("word ").repeated(1'200'000) << "million characters";
    QTest::newRow("one line of 100 MB") << "a.txt" << QByteArray(100 * 1024 * 1024, 'a') << "20 MB";
    QTest::newRow("one line of 100 MB as HTML") << "a.html" << "<html>" + QByteArray(90 * 1024 * 1024, 'a') << "20 MB";
    QTest::newRow("invalid UTF-8 in plain text") << "a.txt" << QByteArray("words \xC0\xAF") << "byte 6";
    QTest::newRow("binary HTML") << "a.html" << "<html>" + QByteArray(1000, '\0') << "binary";
}

void HostileDocumentsTest::refused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const Result<ExtractedText> read = TextExtractor::readBytes(name, bytes);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(reason), qPrintable(read.error().message));
}

void HostileDocumentsTest::readAnyway_data()
{
    QTest::addColumn<QByteArray>("html");
    const QByteArray words = "<p>words</p>";
    QTest::newRow("closing tags") << words + QByteArray("</b>").repeated(500'000);
    QTest::newRow("open comment") << words + "<!--" + QByteArray("- ->").repeated(500'000);
    QTest::newRow("long attribute") << words + "<p class='" + QByteArray(3'000'000, 'a') + "'>more</p>";
    QTest::newRow("many attributes") << words + "<p " + QByteArray("class=a id=b hidden ").repeated(20'000) + ">more</p>";
    QTest::newRow("many classes") << words + QByteArray("<b class='a b c d e f g h'>x</b>").repeated(20'000);
    QTest::newRow("ampersands") << words + QByteArray(400'000, '&');
    QTest::newRow("less-thans") << words + QByteArray(1'000'000, '<');
    QTest::newRow("entities of numbers") << words + QByteArray("&#99999999;&#0;&#xD800;").repeated(10'000);
    QTest::newRow("billion laughs") << "<!DOCTYPE html [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;\">]>" + words + "&b;";
    QTest::newRow("unclosed script") << words + "<script>" + QByteArray("</scr").repeated(200'000);
    QTest::newRow("nested tables") << words + QByteArray("<table><tr><td>").repeated(600);
    QTest::newRow("nested formatting") << words + QByteArray("<a><b><i><u>").repeated(400) + "x";
    QTest::newRow("nested headings and dates") << words + QByteArray("<div itemprop='datePublished author'><h1>").repeated(250) + QByteArray("a ").repeated(1'000'000);
    QTest::newRow("long JSON-LD") << "<script type=application/ld+json>" + QByteArray("{\"@type\":").repeated(100'000) + "</script>" + words;
    QTest::newRow("metadata") << QByteArray("<meta name=author content='Some One'><meta name=date content='x'>").repeated(50'000) + words;
}

void HostileDocumentsTest::readAnyway()
{
    QFETCH(QByteArray, html);
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.html"), "<html>" + html);
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QVERIFY(read->text.contains(QStringLiteral("words")));
}

void HostileDocumentsTest::cutShortAnywhere_data()
{
    addSamples();
}

void HostileDocumentsTest::cutShortAnywhere()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    // A PDF takes a process each time.
    const qsizetype step = std::max<qsizetype>(1, bytes.size() / (name == QLatin1String("a.pdf") ? 20 : 400));
    for (qsizetype length = 1; length < bytes.size(); length += step) {
        const Result<ExtractedText> read = TextExtractor::readBytes(name, bytes.left(length));
        QVERIFY(read.ok() ? !read->text.isEmpty() : !read.error().message.isEmpty());
    }
}

void HostileDocumentsTest::flippedBytes_data()
{
    addSamples();
}

void HostileDocumentsTest::flippedBytes()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    quint32 seed = 7;  // the same on every run
    const auto random = [&seed](qsizetype below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<qsizetype>((seed >> 8) % static_cast<quint32>(below));
    };
    for (int run = 0; run < (name == QLatin1String("a.pdf") ? 20 : 400); ++run) {
        QByteArray damaged = bytes;
        for (int i = 0; i < 1 + run % 8; ++i)
            damaged[random(damaged.size())] = static_cast<char>(random(256));
        const Result<ExtractedText> read = TextExtractor::readBytes(name, damaged);
        QVERIFY(read.ok() ? !read->text.isEmpty() : !read.error().message.isEmpty());
    }
}

void HostileDocumentsTest::largeFilesAreRefusedUnread()
{
    const QTemporaryDir folder;
    for (const auto &[name, most] : {std::pair("a.html", limits::textFileBytes), std::pair("a.pdf", limits::packedFileBytes)}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(most + 1));
        const Result<ExtractedText> read = TextExtractor::read(file.fileName());
        QVERIFY(!read.ok());
        QVERIFY2(read.error().message.contains(QStringLiteral("%1 MB").arg(most / limits::megabyte)), qPrintable(read.error().message));
    }
}

void HostileDocumentsTest::nothingIsLoaded_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    // %1 = address of a server that listens, %2 = address of a file.
    QTest::newRow("html") << "a.html"
        << QByteArray("<!DOCTYPE html SYSTEM '%1/a.dtd' [<!ENTITY x SYSTEM '%2'>]><html xmlns:xi='http://www.w3.org/2001/XInclude'><head><base href='%1/'>"
                      "<link rel=stylesheet href='%1/a.css'><script src='%1/a.js'></script><meta http-equiv=refresh content='0;url=%1/'></head><body><p>Words. &x;</p>"
                      "<img src='%1/a.png'><iframe src='%2'></iframe><object data='%2'></object><xi:include href='%2' parse='text'/><link rel=canonical href='%1/c'></body>");
    QTest::newRow("xhtml") << "a.xhtml" << QByteArray("<?xml version='1.0'?><?xml-stylesheet href='%1/a.xsl'?><!DOCTYPE html PUBLIC 'x' '%1/a.dtd'><html><body><p>Words.</p></body></html>");
    QTest::newRow("docx, DTD") << "a.docx" << QByteArray("<!DOCTYPE w SYSTEM '%2'><w xmlns:w='w'><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w>");
    QTest::newRow("docx, picture") << "a.docx" << QByteArray("<w xmlns:w='w' xmlns:r='r'><w:p><w:r><w:t>Words.</w:t><w:pict><v r:link='%1/a.png' r:href='%2'/></w:pict></w:r></w:p>"
                                                             "<w:subDoc r:id='rId1'/><w:altChunk r:id='rId1'/></w>");
    QTest::newRow("odt") << "a.odt" << QByteArray("<d xmlns:office='o' xmlns:text='t' xmlns:xlink='x'><office:text><text:p>Words.</text:p>"
                                                  "<text:section><text:section-source xlink:href='%2'/></text:section></office:text></d>");
}

void HostileDocumentsTest::nothingIsLoaded()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("secret")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("SECRET") == 6);
    file.close();
    bytes.replace("%1", "http://127.0.0.1:" + QByteArray::number(server.serverPort())).replace("%2", "file://" + file.fileName().toUtf8());
    if (name.endsWith(QStringLiteral("docx")))
        bytes = test::zip({part("[Content_Types].xml", "<Types/>"), part("word/document.xml", bytes),
                           part("word/_rels/document.xml.rels", "<Relationships><Relationship Id='rId1' TargetMode='External' Target='http://127.0.0.1:"
                                + QByteArray::number(server.serverPort()) + "/x'/></Relationships>")});
    else if (name.endsWith(QStringLiteral("odt")))
        bytes = test::zip({part("content.xml", bytes), part("META-INF/manifest.xml", "<m/>")});
    const int refusedBefore = XmlLoads::refused();
    const Result<ExtractedText> read = TextExtractor::readBytes(name, bytes);
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QVERIFY2(read->text.contains(QStringLiteral("Words.")), qPrintable(read->text));
    QVERIFY(!read->text.contains(QStringLiteral("SECRET")));
    QCOMPARE(XmlLoads::refused(), refusedBefore);  // not even asked for
    QVERIFY(!server.waitForNewConnection(50));
}

void HostileDocumentsTest::cancelled_data()
{
    addSamples();
}

void HostileDocumentsTest::cancelled()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const CancelToken cancel;
    cancel.cancel();
    const Result<ExtractedText> read = TextExtractor::readBytes(name, bytes, cancel);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(QStringLiteral("cancelled")), qPrintable(read.error().message));
}

void HostileDocumentsTest::manyThreads()
{
    const QString all = test::paragraphsOfTheRegion().join(u'\n');
    const QByteArray html = "<meta charset=utf-8><p>" + test::paragraphsOfTheRegion().join(QStringLiteral("<br>")).toUtf8();
    const QByteArray docx = test::docxOf(test::paragraphsOfTheRegion());
    const QByteArray odt = test::odtOf(test::paragraphsOfTheRegion());
    const QByteArray pdf = test::pdf({test::pdfLine(72, 700, "Words.")});
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            const auto check = [&wrong](const char *name, const QByteArray &bytes, const QString &expected) {
                const Result<ExtractedText> read = TextExtractor::readBytes(QLatin1String(name), bytes);
                wrong += read.ok() && read->text == expected ? 0 : 1;
            };
            for (int i = 0; i < 25; ++i) {
                check("a.html", html, all);
                check("a.docx", docx, all);
                check("a.odt", odt, all);
                if (i % 8 == 0)
                    check("a.pdf", pdf, QStringLiteral("Words."));
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(HostileDocumentsTest)
#include "HostileDocumentsTest.moc"
