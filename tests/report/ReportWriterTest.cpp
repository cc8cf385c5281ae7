// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleReport.h"
#include "report/ReportWriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

class ReportWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formatsBySuffix();
    void writesEachFormat();
    void failureLeavesNothing();
};

void ReportWriterTest::formatsBySuffix()
{
    QVERIFY(reportwriter::formatOf(QStringLiteral("html")) == ReportFormat::Html);
    QVERIFY(reportwriter::formatOf(QStringLiteral(".ODT")) == ReportFormat::Odt);
    QVERIFY(reportwriter::formatOf(QStringLiteral("pdf")) == ReportFormat::Pdf);
    for (const char *other : {"", "doc", "..pdf", "pdf "})
        QVERIFY2(!reportwriter::formatOf(QLatin1String(other)), other);
}

void ReportWriterTest::writesEachFormat()
{
    QTemporaryDir folder;
    const std::vector<std::pair<ReportFormat, QByteArray>> formats{
        {ReportFormat::Html, "<!DOCTYPE html>"}, {ReportFormat::Odt, "PK\x03\x04"}, {ReportFormat::Pdf, "%PDF-"}};
    for (const auto &[format, start] : formats) {
        const QString name = folder.filePath(QStringLiteral("report"));
        QVERIFY(reportwriter::write(test::sampleReport(), format, name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith(start));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void ReportWriterTest::failureLeavesNothing()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("missing/report.html"));
    const auto done = reportwriter::write(test::sampleReport(), ReportFormat::Html, name);
    QVERIFY(!done);
    QCOMPARE(done.error().file, name);
    QVERIFY(!QFile::exists(name));
}

QTEST_MAIN(ReportWriterTest)
#include "ReportWriterTest.moc"
