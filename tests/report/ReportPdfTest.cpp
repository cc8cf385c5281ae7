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
