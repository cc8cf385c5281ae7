// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs set line by line here, and some set by Qt for other scripts than Latin.
#include "Samples.h"
#include "document/ArticleText.h"
#include "document/TextExtractor.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

#include <thread>

using namespace ca;

class PdfTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesBecomeParagraphs();
    void indentsBeginParagraphs();
    void headingsStandAlone();
    void listsStayLists();
    void numbersAndDashesGoOn();
    void hyphens_data();
    void hyphens();
    void columnsAreReadOneAfterTheOther();
    void pagesAndTheirEdges();
    void addressInTheMargin();
    void repeatedTextInThePageStays();
    void metadata();
    void programsTitlesAreNotTaken();
    void everyScriptSurvives();
    void scansAreTold();
    void protectedAndDamaged();
    void nothingInItIsRun();
    void endlessFormsCanBeCancelled();

private:
    static Result<ExtractedText> read(const QByteArray &bytes) { return TextExtractor::readBytes(QStringLiteral("a.pdf"), bytes); }
    static QString textOf(const QByteArray &bytes)
    {
        const Result<ExtractedText> text = read(bytes);
        return text ? text->text : QStringLiteral("FAILED: ") + text.error().message;
    }
    /// Lines one below the other, 12 points apart, from y downwards.
    static QByteArray column(const QList<QByteArray> &lines, double x = 72, double y = 700)
    {
        QByteArray out;
        for (const QByteArray &line : lines) {
            if (!line.isEmpty())
                out += test::pdfLine(x, y, line);
            y -= 12;
        }
        return out;
    }
};

void PdfTextTest::linesBecomeParagraphs()
{
    const QByteArray page = column({"The line along the river was closed in the last century and", "its rails were taken up by those who lived beside the track.",
                                    "Nothing remained.", "Today, a survey is under way to find whether the old bed can", "carry freight again, said the engineer."});
    QCOMPARE(textOf(test::pdf({page})),
             QStringLiteral("The line along the river was closed in the last century and its rails were taken up by those who lived beside the track. "
                            "Nothing remained.\nToday, a survey is under way to find whether the old bed can carry freight again, said the engineer."));
}

void PdfTextTest::indentsBeginParagraphs()
{
    const QByteArray page = column({"The line along the river was closed in the last century and so", "were its stations, as nobody had any more use for the buildings."})
        + column({"Another plan is older than the line itself, and lies in a vault"}, 84, 676)
        + column({"of the ministry, where the engineers of the day left it to rest."}, 72, 664);
    QCOMPARE(textOf(test::pdf({page})).count(u'\n'), 1);
}

void PdfTextTest::headingsStandAlone()
{
    const QByteArray page = test::pdfLine(72, 740, "Rails and rivers", 18) + column({"Background", "", "The line along the river was closed in the last century and", "its rails were taken up."});
    QCOMPARE(textOf(test::pdf({page})),
             QStringLiteral("Rails and rivers\nBackground\nThe line along the river was closed in the last century and its rails were taken up."));
}

void PdfTextTest::listsStayLists()
{
    const QByteArray page = column({"1. the old bed of the line, which is to be measured once more", "2. the bridges, of which three are said to be standing as ever"});
    QCOMPARE(textOf(test::pdf({page})).count(u'\n'), 1);
}

void PdfTextTest::numbersAndDashesGoOn()
{
    // In Courier, all letters are equally wide: every line is full.
    QByteArray page = column({"The survey of the line through the gorge was begun on 3 May,",
                              "12. Later it was broken off as all the money of the ministry",
                              "- or so it is said - and that of the bank was spent in a day",
                              "2026. Then nothing more was heard of it until the next June,",
                              "and that was all."});
    page.replace("/F1", "/F2");
    const QString text = textOf(test::pdf({page}));
    QVERIFY2(!text.contains(u'\n'), qPrintable(text));
    const QString dash = textOf(test::pdf({column({"nothing but a road to the villa of the head of the district\x97", "the old one, to be sure."})}));
    QVERIFY2(dash.contains(QStringLiteral("district\u2014the old")), qPrintable(dash));
}

void PdfTextTest::hyphens_data()
{
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::addColumn<QString>("part");
    QTest::newRow("joined") << QList<QByteArray>{"Nobody had thought that the recon-", "struction of it would begin so late"} << "the reconstruction of";
    QTest::newRow("as written elsewhere") << QList<QByteArray>{"The cross-border line, or the cross-", "border road as others have called it"} << "the cross-border road";
    QTest::newRow("joined as written elsewhere") << QList<QByteArray>{"A crossborder and a border and a cross, so a cross-", "border line was built"} << "crossborder line";
    QTest::newRow("two words") << QList<QByteArray>{"The south and the north met at last, and the north-", "south road was begun"} << "the north-south road";
    QTest::newRow("a name") << QList<QByteArray>{"All went well on the road to Nagorno-", "Karabakh, as they were told by others"} << "Nagorno-Karabakh";
    QTest::newRow("a dash") << QList<QByteArray>{"All went well on the road - or so it seemed -", "until the snow came down from the pass"} << "seemed - until";
}

void PdfTextTest::hyphens()
{
    QFETCH(QList<QByteArray>, lines);
    QFETCH(QString, part);
    const QString text = textOf(test::pdf({column(lines)}));
    QVERIFY2(text.contains(part), qPrintable(text));
}

void PdfTextTest::columnsAreReadOneAfterTheOther()
{
    const QByteArray left = column({"This is the first column of a paper", "in two columns, of which each has a", "number of lines that must be read in", "order and never across, as the text", "would then be false and any words"}, 60);
    const QByteArray right = column({"quoted from it too. Here the second", "column goes on with the sentence of", "the first, to the end of the page as", "is usual in papers of this kind, and", "stops here."}, 320);
    QCOMPARE(textOf(test::pdf({left + right})),
             QStringLiteral("This is the first column of a paper in two columns, of which each has a number of lines that must be read in order and never "
                            "across, as the text would then be false and any words quoted from it too. Here the second column goes on with the sentence of "
                            "the first, to the end of the page as is usual in papers of this kind, and stops here."));
}

void PdfTextTest::pagesAndTheirEdges()
{
    QList<QByteArray> pages;
    const QList<QByteArray> bodies[] = {{"The line along the river was closed in the last century and the"}, {"rails were taken up. Nothing of it remained but a bed of stones and"},
                                        {"Then came the survey, which went on for a year and found nothing."}};
    for (int i = 0; i < 3; ++i)
        pages << test::pdfLine(72, 810, "Journal of Passes, volume 7") + column(bodies[i]) + test::pdfLine(290, 30, "Page " + QByteArray::number(i + 1) + " of 3");
    const Result<ExtractedText> read = this->read(test::pdf(pages));
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QVERIFY2(!read->text.contains(QStringLiteral("Journal")) && !read->text.contains(QStringLiteral("Page")), qPrintable(read->text));
    QCOMPARE(read->pages.size(), std::size_t(3));
    QCOMPARE(read->pages[0], 0);
    QCOMPARE(read->text.mid(read->pages[1], 5), QStringLiteral("rails"));
    QCOMPARE(read->text.mid(read->pages[1] - 4, 4), QStringLiteral("the "));
    QCOMPARE(read->text.mid(read->pages[2], 4), QStringLiteral("Then"));
    QCOMPARE(read->remarks.size(), 1);
    QCOMPARE(ArticleText::fromPlainText(read->text).text, read->text);
}

void PdfTextTest::addressInTheMargin()
{
    QList<QByteArray> pages;
    for (int i = 0; i < 2; ++i)
        pages << column({"Words of a page that a browser printed."}) + test::pdfLine(30, 20, "https://example.org/rails") + test::pdfLine(540, 20, QByteArray::number(i + 1) + "/2");
    const Result<ExtractedText> read = this->read(test::pdf(pages));
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QCOMPARE(read->csl.value(QStringLiteral("URL")).toString(), QStringLiteral("https://example.org/rails"));
    QVERIFY2(!read->text.contains(QStringLiteral("example")), qPrintable(read->text));
}

void PdfTextTest::repeatedTextInThePageStays()
{
    const QByteArray page = column({"All of it was said before."}, 72, 500);
    QCOMPARE(textOf(test::pdf({page, page, page, page})).count(QStringLiteral("said before")), 4);
}

void PdfTextTest::metadata()
{
    const Result<ExtractedText> read = this->read(test::pdf({column({"Words."})}, "/Title (Rails and rivers) /Author (Jane Roe) /CreationDate (D:20260301120000Z)"));
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QCOMPARE(read->title, QStringLiteral("Rails and rivers"));
    QCOMPARE(read->format, QStringLiteral("application/pdf"));
    QCOMPARE(read->csl.value(QStringLiteral("author")).toArray().at(0).toObject().value(QStringLiteral("literal")).toString(), QStringLiteral("Jane Roe"));
    QVERIFY(!read->csl.contains(QStringLiteral("issued")));
    QVERIFY(read->csl.value(QStringLiteral("custom")).toObject().value(QStringLiteral("created")).toString().startsWith(QStringLiteral("2026-03-01T12:00:00")));
    QVERIFY(read->remarks.isEmpty());
}

void PdfTextTest::programsTitlesAreNotTaken()
{
    const Result<ExtractedText> read = this->read(test::pdf({column({"Words of it."})}, "/Title (Microsoft Word - draft7.doc)"));
    QVERIFY(read.ok());
    QCOMPARE(read->title, QStringLiteral("Words of it."));
    QVERIFY(!read->csl.contains(QStringLiteral("title")));
}

void PdfTextTest::everyScriptSurvives()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(QStringLiteral("M\u0259hri"));
        writer.setResolution(72);
        QPainter painter(&writer);
        painter.setFont(QFont(QStringLiteral("Noto Sans"), 10));
        int y = 20;
        for (const QString &paragraph : test::paragraphsOfTheRegion())
            painter.drawText(QRect(0, y += 60, 400, 60), Qt::TextWordWrap, paragraph);
    }
    const Result<ExtractedText> read = this->read(bytes);
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QCOMPARE(read->text, test::paragraphsOfTheRegion().join(u'\n'));
    QCOMPARE(read->title, QStringLiteral("M\u0259hri"));
}

void PdfTextTest::scansAreTold()
{
    const Result<ExtractedText> some = read(test::pdf({column({"Words."}), {}, {}}));
    QVERIFY(some.ok());
    QVERIFY2(some->remarks.value(0).startsWith(QStringLiteral("2 of 3")), qPrintable(some->remarks.join(u'|')));
    QCOMPARE(some->pages, (std::vector<qsizetype>{0, 6, 6}));
    QVERIFY(textOf(test::pdf({{}, {}})).contains(QStringLiteral("scan")));
}

void PdfTextTest::protectedAndDamaged()
{
    const QByteArray hex = QByteArray("41").repeated(32);
    const QByteArray locked = test::pdf({column({"Words."})}, {}, {}, "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + hex + "> /U <" + hex + "> >> /ID [<41> <41>]");
    QVERIFY2(textOf(locked).contains(QStringLiteral("password")), qPrintable(textOf(locked)));
    QVERIFY(textOf("%PDF-1.7\nnothing").contains(QStringLiteral("damaged")));
    QVERIFY(textOf("words").contains(QStringLiteral("named .pdf")));
    QByteArray absurd = test::pdf({column({"Words."})});
    absurd.replace("startxref\n", "startxref\n99999999999999999999");
    QCOMPARE(textOf(absurd), QStringLiteral("Words."));
}

void PdfTextTest::nothingInItIsRun()
{
    const QByteArray bytes = test::pdf({column({"Words."})}, {},
                                       "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\); while\\(true\\){}) >> "
                                       "/AA << /WC << /S /Launch /F (/bin/sh) >> >> /AcroForm << /XFA (<x/>) >>");
    QCOMPARE(textOf(bytes), QStringLiteral("Words."));
}

/// Forms within forms, ten each, ten deep: ten thousand million lines on one page.
void PdfTextTest::endlessFormsCanBeCancelled()
{
    QList<QByteArray> forms;
    for (int i = 0; i < 10; ++i) {
        const QByteArray content = i < 9 ? QByteArray("/X0 Do ").repeated(10) : test::pdfLine(9, 9, "x");
        forms << "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length " + QByteArray::number(content.size())
                + " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X0 " + QByteArray::number(7 + i)
                + " 0 R >> >> >>\nstream\n" + content + "\nendstream";
    }
    const QByteArray bytes = test::pdf({"/X0 Do"}, {}, {}, {}, forms);
    const CancelToken cancel;
    std::thread later([&cancel] {
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        cancel.cancel();
    });
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.pdf"), bytes, cancel);
    later.join();
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(QStringLiteral("cancelled")), qPrintable(read.error().message));
}

QTEST_MAIN(PdfTextTest)
#include "PdfTextTest.moc"
