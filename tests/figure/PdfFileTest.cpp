// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/PdfBytes.h"
#include "figure/PdfFile.h"

#include "figure/SampleFigure.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

class PdfFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void datedByTheFigure();
    void redatingKeepsTheTable();
    void textIsThereInEveryScript();
    void fontsAreEmbedded();
    void pageHasItsSize();

private:
    /// Runs a poppler tool on the sample; empty when the tool is not installed.
    QString toolOutput(const QString &tool, const QStringList &arguments);
    static Figure sample();
};

Figure PdfFileTest::sample()
{
    Figure figure = test::figure();
    figure.title = QStringLiteral("Zəngəzur Զանգեզուր ზანგეზური Зангезур");
    return figure;
}

QString PdfFileTest::toolOutput(const QString &tool, const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return {};
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("f.pdf")));
    const Result<QByteArray> bytes = pdffile::encode(*FigureComposition::of(sample()));
    if (!bytes || !file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size())
        return {};
    file.close();
    QProcess process;
    // Options first for pdfdetach, the output name last for pdftotext.
    const bool optionsFirst = tool == QLatin1String("pdfdetach");
    process.start(program, optionsFirst ? arguments + QStringList{file.fileName()} : QStringList{file.fileName()} + arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

void PdfFileTest::datedByTheFigure()
{
    const FigureComposition figure = *FigureComposition::of(sample());
    const QByteArray bytes = *pdffile::encode(figure);
    QVERIFY(bytes.contains("/CreationDate (D:20260430000000Z)"));
    QCOMPARE(bytes.count("/CreationDate"), 1);
    QCOMPARE(*pdffile::encode(figure), bytes);
}

/// Every offset of the table points at its object, whatever the length of the date that stood there.
void PdfFileTest::redatingKeepsTheTable()
{
    const QByteArray bytes = *pdffile::encode(*FigureComposition::of(sample()));
    for (const QByteArray &date : {QByteArray("D:20260430000000Z"), QByteArray("D:20260430000000+04'00'"), QByteArray("D:2026")}) {
        const QByteArray moved = redatedPdf(bytes, date);
        QCOMPARE(moved.size(), bytes.size() + date.size() - 17);
        const qsizetype start = moved.mid(moved.lastIndexOf("startxref\n") + 10).split('\n').first().toLongLong();
        QVERIFY(moved.mid(start).startsWith("xref\n0 "));
        const QList<QByteArray> table = moved.mid(start).split('\n');
        const int count = table[1].split(' ').last().toInt();
        QVERIFY(count > 10);
        for (int i = 1; i < count; ++i) {
            const qsizetype offset = table[2 + i].left(10).toLongLong();
            QVERIFY2(offset == 0 || moved.mid(offset).startsWith(QByteArray::number(i) + " 0 obj"), qPrintable(QString::number(i)));
        }
    }
    QCOMPARE(redatedPdf("no date here", "D:2026"), QByteArray("no date here"));
}

void PdfFileTest::textIsThereInEveryScript()
{
    const QString text = toolOutput(QStringLiteral("pdftotext"), {QStringLiteral("-")});
    if (text.isEmpty())
        QSKIP("pdftotext is not installed");
    for (const char *word : {"Zəngəzur", "Զանգեզուր", "ზანგეზური", "Зангезур", "As of 30 April 2026", "Eastport", "Sources", "Island Post"})
        QVERIFY2(text.contains(QString::fromUtf8(word)), word);
}

void PdfFileTest::fontsAreEmbedded()
{
    const QStringList lines = toolOutput(QStringLiteral("pdffonts"), {}).split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty())
        QSKIP("pdffonts is not installed");
    QVERIFY(lines.size() > 4);
    for (const QString &line : lines.mid(2))
        QVERIFY2(line.startsWith(QStringLiteral("Noto")) && line.simplified().contains(QStringLiteral("Identity-H yes")), qPrintable(line));
}

void PdfFileTest::pageHasItsSize()
{
    const QString info = toolOutput(QStringLiteral("pdfinfo"), {});
    if (info.isEmpty())
        QSKIP("pdfinfo is not installed");
    QVERIFY2(info.contains(QStringLiteral("960 x 540 pts")), qPrintable(info));
    QVERIFY(info.contains(QStringLiteral("Zəngəzur")));
    QVERIFY(info.contains(QStringLiteral("Corridor Atlas")));
    const QString attached = toolOutput(QStringLiteral("pdfdetach"), {QStringLiteral("-list")});
    QVERIFY2(attached.contains(QStringLiteral("sources.txt")), qPrintable(attached));
}

QTEST_MAIN(PdfFileTest)
#include "PdfFileTest.moc"
