// SPDX-License-Identifier: GPL-3.0-or-later
// Word, OpenDocument and e-book files, made up here.
#include "Samples.h"
#include "document/ArticleText.h"
#include "document/TextExtractor.h"
#include "support/ZipWriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace ca;

class OfficeTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyScriptSurvives_data();
    void everyScriptSurvives();
    void docxParagraphsTablesAndNotes();
    void docxChangesHiddenTextAndCopies();
    void docxMetadata();
    void odtParagraphsTablesAndNotes();
    void odtMetadata();
    void epubFollowsItsSpine();
    void protectedAndBrokenFilesAreRefused_data();
    void protectedAndBrokenFilesAreRefused();
    void contentGoesBeforeTheName();

private:
    static QString textOf(const char *name, const QByteArray &bytes)
    {
        const Result<ExtractedText> read = TextExtractor::readBytes(QLatin1String(name), bytes);
        return read ? read->text : QStringLiteral("FAILED: ") + read.error().message;
    }
};

void OfficeTextTest::everyScriptSurvives_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QStringList paragraphs = test::paragraphsOfTheRegion();
    QByteArray html;
    for (const QString &paragraph : paragraphs)
        html += "<p>" + paragraph.toHtmlEscaped().toUtf8() + "</p>\n";
    QTest::newRow("docx") << "a.docx" << test::docxOf(paragraphs);
    QTest::newRow("odt") << "a.odt" << test::odtOf(paragraphs);
    QTest::newRow("epub") << "a.epub" << test::epub({html});
    QTest::newRow("html") << "a.html" << "<!DOCTYPE html><meta charset=utf-8><title>t</title><body>" + html;
    QTest::newRow("md") << "a.md" << paragraphs.join(QStringLiteral("\n\n")).toUtf8();
    QTest::newRow("txt") << "a.txt" << paragraphs.join(u'\n').toUtf8();
}

void OfficeTextTest::everyScriptSurvives()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const Result<ExtractedText> read = TextExtractor::readBytes(name, bytes);
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QCOMPARE(read->text, test::paragraphsOfTheRegion().join(u'\n'));
    QCOMPARE(ArticleText::fromPlainText(read->text).text, read->text);
    QCOMPARE(read->bytes, bytes.size());
}

void OfficeTextTest::docxParagraphsTablesAndNotes()
{
    const QByteArray body =
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r><w:r><w:t>line</w:t></w:r><w:r><w:tab/><w:t>here</w:t></w:r>"
        "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:p/>"
        "<w:p><w:r><w:t>up</w:t><w:br/><w:t>down</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Route</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>km</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p><w:p><w:r><w:t>branch</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>End</w:t><w:noBreakHyphen/><w:t>point</w:t></w:r></w:p>";
    const QByteArray notes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>"
                             "<w:footnote w:id=\"2\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>";
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.docx"), test::docx(body, notes));
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QCOMPARE(read->text, QStringLiteral("One line here\nup\ndown\nRoute\tkm\nNorth\nbranch\n12\nEnd\u2011point\nA note."));
    QCOMPARE(read->remarks.size(), 1);
}

void OfficeTextTest::docxChangesHiddenTextAndCopies()
{
    const QByteArray body =
        "<w:p><w:r><w:t>The toll is </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>"
        "<w:r><w:t> euro.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>Anchor</w:t></w:r></w:p>";
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.docx"), test::docx(body));
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QCOMPARE(read->text, QStringLiteral("The toll is 12 euro.\nAnchor\nBox"));
    QCOMPARE(read->remarks.size(), 2);
}

void OfficeTextTest::docxMetadata()
{
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.docx"), test::docxOf({QStringLiteral("Words.")}));
    QVERIFY(read.ok());
    QCOMPARE(read->title, QStringLiteral("On lines"));
    QCOMPARE(read->csl.value(QStringLiteral("type")).toString(), QStringLiteral("document"));
    QCOMPARE(read->csl.value(QStringLiteral("author")).toArray().at(0).toObject().value(QStringLiteral("literal")).toString(),
             QStringLiteral("Jane Roe"));
    // A date of creation is no date of publication.
    QVERIFY(!read->csl.contains(QStringLiteral("issued")));
    const QJsonObject custom = read->csl.value(QStringLiteral("custom")).toObject();
    QCOMPARE(custom.value(QStringLiteral("created")).toString(), QStringLiteral("2026-03-01T10:00:00Z"));
    QCOMPARE(custom.value(QStringLiteral("title_source")).toString(), QStringLiteral("core.xml title"));
}

void OfficeTextTest::odtParagraphsTablesAndNotes()
{
    const QByteArray body =
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:h>Head</text:h><text:p>One<text:s text:c=\"2\"/>two<text:tab/>three<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note> four</text:p>"
        "<text:p>up<text:line-break/>down<office:annotation><text:p>remark</text:p></office:annotation></text:p>"
        "<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Route</text:p></table:table-cell>"
        "<table:table-cell><text:p>km</text:p></table:table-cell></table:table-row></table:table>";
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.odt"), test::odt(body));
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QCOMPARE(read->text, QStringLiteral("Head\nOne two three four\nup\ndown\nitem\nRoute\tkm\nA note."));
    QCOMPARE(read->remarks.size(), 3);
}

void OfficeTextTest::odtMetadata()
{
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.odt"), test::odtOf({QStringLiteral("Words.")}));
    QVERIFY(read.ok());
    QCOMPARE(read->title, QStringLiteral("On roads"));
    const QJsonArray authors = read->csl.value(QStringLiteral("author")).toArray();
    QCOMPARE(authors.size(), 1);
    QCOMPARE(authors.at(0).toObject().value(QStringLiteral("literal")).toString(), QStringLiteral("Ann Author"));
    QVERIFY(!read->csl.contains(QStringLiteral("issued")));
    QCOMPARE(read->csl.value(QStringLiteral("language")).toString(), QStringLiteral("en-GB"));
    QCOMPARE(read->csl.value(QStringLiteral("custom")).toObject().value(QStringLiteral("created")).toString(),
             QStringLiteral("2026-02-03T04:05:06"));
}

void OfficeTextTest::epubFollowsItsSpine()
{
    const QByteArray bytes = test::epub({"<h1>First</h1><p>One<a id=\"x\"/> line.</p><p/><p>Two.</p>", "<h1>Second</h1><aside>Kept.</aside>"});
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("b.epub"), bytes);
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QCOMPARE(read->text, QStringLiteral("First\nOne line.\nTwo.\nSecond\nKept."));
    QCOMPARE(read->format, QStringLiteral("application/epub+zip"));
    QCOMPARE(read->csl.value(QStringLiteral("type")).toString(), QStringLiteral("book"));
    QCOMPARE(read->csl.value(QStringLiteral("publisher")).toString(), QStringLiteral("Upland Press"));
    QCOMPARE(read->csl.value(QStringLiteral("author")).toArray().size(), 2);
    QCOMPARE(QJsonDocument(read->csl.value(QStringLiteral("issued")).toObject()).toJson(QJsonDocument::Compact),
             QByteArray("{\"date-parts\":[[2019,5]]}"));
}

void OfficeTextTest::protectedAndBrokenFilesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto one = [](const char *name, const QByteArray &data) { return std::pair(QString::fromLatin1(name), data); };
    QTest::newRow("old Word") << "a.docx" << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest") << "password";
    QTest::newRow("RTF") << "a.docx" << QByteArray("{\\rtf1 words}") << "RTF";
    QTest::newRow("picture") << "a.txt" << QByteArray("\x89PNG\r\n") << "picture";
    QTest::newRow("some archive") << "a.docx" << test::zip({one("a.txt", "words")}) << "no document";
    QTest::newRow("archive in an archive") << "a.docx" << test::zip({one("inner.docx", test::docxOf({QStringLiteral("words")}))}) << "no document";
    QTest::newRow("not packed") << "a.odt" << QByteArray("words") << "named .odt";
    QTest::newRow("encrypted odt") << "a.odt"
        << test::zip({one("content.xml", "\x01\x02"), one("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")}) << "password";
    QTest::newRow("DRM") << "a.epub"
        << test::zip({one("META-INF/container.xml", "<c/>"),
                      one("META-INF/encryption.xml", "<e><CipherReference URI=\"OPS/one.xhtml\"/></e>")}) << "DRM";
    QTest::newRow("main part missing") << "a.docx"
        << test::zip({one("[Content_Types].xml", "<Types/>"), one("word/styles.xml", "<x/>")}) << "missing";
    QTest::newRow("broken XML") << "a.docx" << test::docx("<w:p><w:r><w:t>words</w:r>") << "damaged";
    QTest::newRow("no words") << "a.docx" << test::docx("<w:p/>") << "no text";
    QTest::newRow("empty") << "a.docx" << QByteArray() << "empty";
}

void OfficeTextTest::protectedAndBrokenFilesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const Result<ExtractedText> read = TextExtractor::readBytes(name, bytes);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().file, name);
    QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
}

void OfficeTextTest::contentGoesBeforeTheName()
{
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.txt"), test::docxOf({QStringLiteral("Words.")}));
    QVERIFY(read.ok());
    QCOMPARE(read->text, QStringLiteral("Words."));
    QCOMPARE(read->remarks.size(), 1);
    QVERIFY(read->remarks.front().contains(QStringLiteral(".docx")));
    QCOMPARE(textOf("page.txt", "<!DOCTYPE html><p>Words &amp; signs."), QStringLiteral("Words & signs."));
    QCOMPARE(textOf("a < b.txt", "if a <html then"), QStringLiteral("if a <html then"));
}

QTEST_GUILESS_MAIN(OfficeTextTest)
#include "OfficeTextTest.moc"
