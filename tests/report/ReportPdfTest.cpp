// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleReport.h"
#include "report/ReportPdf.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

class ReportPdfTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textCanBeCopied();
    void fontsAreEmbedded();
    void pagesAreNumbered();
    void sourcesHang();
    void quotationsKeepTheirSource();
    void linksLeadOut();
    void sameContentSameBytes();
    void hostileTextIsPrinted();

private:
    /// What @p tool of poppler prints; empty where it is not installed.
    [[nodiscard]] QString told(const QString &tool, const QByteArray &pdf, const QStringList &after = {}) const;
    QTemporaryDir m_folder;
};

QString ReportPdfTest::told(const QString &tool, const QByteArray &pdf, const QStringList &after) const
{
    QFile file(m_folder.filePath(QStringLiteral("a.pdf")));
    if (QStandardPaths::findExecutable(tool).isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(tool, QStringList{file.fileName()} + after);
    return process.waitForFinished() && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

void ReportPdfTest::textCanBeCopied()
{
    const auto pdf = reportPdf(test::sampleReport());
    QVERIFY(pdf);
    const QString text = told(QStringLiteral("pdftotext"), *pdf, {QStringLiteral("-")});
    if (text.isEmpty())
        QSKIP("pdftotext is not installed");
    for (const char *part : {"North corridor", "Zəngəzur dəhlizi", "Զանգեզուրի", "միջանցք", "ზანგეზურის", "Зангезурский", "sources differ",
                             "changed in the copy", "It was otherwise.", "State of knowledge: 2026-01-31"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + u'\n' + text));
}

void ReportPdfTest::fontsAreEmbedded()
{
    const QString fonts = told(QStringLiteral("pdffonts"), *reportPdf(test::sampleReport()));
    if (fonts.isEmpty())
        QSKIP("pdffonts is not installed");
    for (const char *name : {"NotoSans-Regular", "NotoSans-Bold", "NotoSansArmenian-Bold", "NotoSansGeorgian-Bold"})
        QVERIFY2(fonts.contains(QLatin1String(name)), qPrintable(fonts));
    const QStringList lines = fonts.split(u'\n', Qt::SkipEmptyParts).mid(2);
    // Columns: embedded, subset (Qt does not name its subsets so), with a map to Unicode.
    static const QRegularExpression good(QStringLiteral("^Noto\\S+ .* yes (?:yes|no) +yes "));
    for (const QString &line : lines)
        QVERIFY2(good.match(line).hasMatch(), qPrintable(line));
}

void ReportPdfTest::pagesAreNumbered()
{
    ReportContent content = test::sampleReport();
    for (int i = 0; i < 120; ++i)
        content.remarks << QStringLiteral("Remark %1 of a report that goes on over several pages.").arg(i);
    const QString text = told(QStringLiteral("pdftotext"), *reportPdf(content), {QStringLiteral("-")});
    if (text.isEmpty())
        QSKIP("pdftotext is not installed");
    const int pages = int(text.count(u'\f'));
    QVERIFY(pages >= 3);
    for (int page = 1; page <= pages; ++page)
        QVERIFY2(text.section(u'\f', page - 1, page - 1).contains(QStringLiteral("Page %1 of %2").arg(page).arg(pages)), qPrintable(text));
    QCOMPARE(text.count(QLatin1String("Remark 77 of")), 1);
}

/// The second line of a source stands under the first word, not under the number.
void ReportPdfTest::sourcesHang()
{
    ReportContent content = test::sampleReport();
    content.sources = {RichText(QStringLiteral("Firstword ") + QStringLiteral("of a long title that goes on ").repeated(8))};
    const QString text = told(QStringLiteral("pdftotext"), *reportPdf(content), {QStringLiteral("-layout"), QStringLiteral("-")});
    if (text.isEmpty())
        QSKIP("pdftotext is not installed");
    const QStringList lines = text.split(u'\n');
    const qsizetype at = lines.indexOf(QRegularExpression(QStringLiteral("^1\\. +Firstword.*")));
    QVERIFY2(at >= 0 && at + 1 < lines.size(), qPrintable(text));
    static const QRegularExpression indented(QStringLiteral("^ {3,}\\S"));
    QVERIFY2(indented.match(lines[at + 1]).hasMatch(), qPrintable(lines[at] + u'\n' + lines[at + 1]));
}

void ReportPdfTest::quotationsKeepTheirSource()
{
    ReportContent content = test::sampleReport();
    content.passages.clear();
    for (int i = 0; i < 90; ++i) {
        ReportPassage passage;
        passage.quotation = QStringLiteral("Quotation %1. ").arg(i) + QStringLiteral("Words of somebody, some more and some less. ").repeated(i % 5);
        passage.claim = QStringLiteral("forecast");
        passage.claimedBy = QStringLiteral("speaker %1").arg(i);
        passage.source = 1;
        content.passages.push_back(passage);
    }
    const QString text = told(QStringLiteral("pdftotext"), *reportPdf(content), {QStringLiteral("-")});
    if (text.isEmpty())
        QSKIP("pdftotext is not installed");
    // Nor is any line there twice, where one page ends and the next begins.
    QCOMPARE(text.count(QLatin1String("Forecast, claimed by speaker")), 90);
    QCOMPARE(text.count(QLatin1String("Quotation ")), 90);
    const QStringList pages = text.split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 4);
    for (const QString &page : pages)
        QVERIFY2(!page.trimmed().startsWith(QLatin1String("Forecast")), qPrintable(page.left(200)));
}

void ReportPdfTest::linksLeadOut()
{
    const QByteArray pdf = *reportPdf(test::sampleReport());
    QVERIFY(pdf.contains("/URI (https://example.org/article-1)"));
    QVERIFY(!pdf.contains("/URI (#"));
}

void ReportPdfTest::sameContentSameBytes()
{
    QCOMPARE(*reportPdf(test::sampleReport()), *reportPdf(test::sampleReport()));
}

void ReportPdfTest::hostileTextIsPrinted()
{
    QRandomGenerator random(10);
    for (int round = 0; round < 3; ++round) {
        const auto pdf = reportPdf(test::randomReport(random));
        QVERIFY(pdf && pdf->startsWith("%PDF-"));
    }
}

QTEST_MAIN(ReportPdfTest)
#include "ReportPdfTest.moc"
