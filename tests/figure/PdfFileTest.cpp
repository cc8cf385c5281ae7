// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/PdfBytes.h"
#include "figure/PdfFile.h"

#include "figure/FigureEvidence.h"
#include "figure/Pictures.h"
#include "figure/PngFile.h"
#include "figure/SampleFigure.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

class PdfFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void datedByTheFigure();
    void tablePointsAtItsObjects();
    void redatingKeepsTheTable();
    void everyLabelIsFoundOnce();
    void fontsAreEmbedded();
    void saysWhatItIs();
    void carriesSourcesAndEvidence();
    void linksLeadToTheWeb();
    void layersAreNamed();
    void looksLikeThePicture();

private:
    /// Runs a poppler tool on the sample; none when it is not installed. Complaints about the file fail the test.
    std::optional<QString> toolOutput(const QString &tool, const QStringList &before, const QStringList &after = {});
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("f.pdf")); }

    QTemporaryDir m_folder;
    std::optional<FigureComposition> m_figure;
    QByteArray m_pdf;
};

namespace {

/// Whether every offset of the cross-reference table points at its object.
void checkTable(const QByteArray &pdf, const QByteArray &startWord)
{
    const qsizetype start = pdf.mid(pdf.lastIndexOf("startxref\n") + 10).split('\n').first().toLongLong();
    QVERIFY(pdf.mid(start).startsWith(startWord));
    const QList<QByteArray> table = pdf.mid(start).split('\n');
    const int count = table[1].split(' ').last().toInt();
    QVERIFY(count > 10);
    for (int i = 1; i < count; ++i) {
        const qsizetype offset = table[2 + i].left(10).toLongLong();
        QVERIFY2(offset == 0 || pdf.mid(offset, 20).startsWith(QByteArray::number(i) + " 0 obj"), qPrintable(QString::number(i)));
    }
}

QByteArray byQt()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter(&writer).drawText(100, 100, QStringLiteral("Island"));
    return buffer.data();
}

} // namespace

void PdfFileTest::initTestCase()
{
    loadFonts();
    m_figure = *FigureComposition::of(test::figureInScripts());
    m_pdf = *pdffile::encode(*m_figure);
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(m_pdf) == m_pdf.size());
}

std::optional<QString> PdfFileTest::toolOutput(const QString &tool, const QStringList &before, const QStringList &after)
{
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(program, before + QStringList{file()} + after);
    process.waitForFinished(60'000);
    const QString complaints = QString::fromUtf8(process.readAllStandardError());
    return complaints.isEmpty() ? QString::fromUtf8(process.readAllStandardOutput()) : QStringLiteral("complaint: ") + complaints;
}

void PdfFileTest::datedByTheFigure()
{
    QVERIFY(m_pdf.contains("/CreationDate (D:20260430000000Z)"));
    QVERIFY(m_pdf.contains("<xmp:CreateDate>2026-04-30T00:00:00Z</xmp:CreateDate>"));
    QCOMPARE(*pdffile::encode(*m_figure), m_pdf);
}

void PdfFileTest::tablePointsAtItsObjects()
{
    checkTable(m_pdf, "xref\n0 ");
    QVERIFY2(m_pdf.size() < 300'000, qPrintable(QString::number(m_pdf.size())));
}

/// Of Qt's PDF files, whatever the length of the date that stood there.
void PdfFileTest::redatingKeepsTheTable()
{
    const QByteArray bytes = redatedPdf(byQt(), "D:20260430000000Z");
    for (const QByteArray &date : {QByteArray("D:20260430000000Z"), QByteArray("D:20260430000000+04'00'"), QByteArray("D:2026")}) {
        const QByteArray moved = redatedPdf(bytes, date);
        QCOMPARE(moved.size(), bytes.size() + date.size() - 17);
        checkTable(moved, "xref\n0 ");
    }
    QCOMPARE(redatedPdf("no date here", "D:2026"), QByteArray("no date here"));
}

/// Halos are no copies, and lines that lie askew come out whole.
void PdfFileTest::everyLabelIsFoundOnce()
{
    const std::optional<QString> text = toolOutput(QStringLiteral("pdftotext"), {}, {QStringLiteral("-")});
    if (!text)
        QSKIP("pdftotext is not installed");
    for (const QString &town : test::townsInScripts())
        QCOMPARE(text->count(town), 1);
    bool askew = false;
    for (const PlacedLabel &label : m_figure->labels) {
        askew = askew || std::abs(label.angle) > 1;
        for (const QString &line : label.text.split(u'\n'))
            QVERIFY2(text->contains(line), qPrintable(line));
    }
    QVERIFY(askew);
    QCOMPARE(text->count(QStringLiteral("Beck")), 1);
    for (const char *words : {"Zəngəzur Զանգեզուր ზანგეზური Зангезур", "As of 30 April 2026", "Island Post"})
        QCOMPARE(text->count(QString::fromUtf8(words)), 1);
}

void PdfFileTest::fontsAreEmbedded()
{
    const std::optional<QString> fonts = toolOutput(QStringLiteral("pdffonts"), {});
    if (!fonts)
        QSKIP("pdffonts is not installed");
    const QStringList lines = fonts->split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.size() > 6, qPrintable(*fonts));
    static const QRegularExpression line(QStringLiteral("^[A-Z]{6}\\+Noto.* Identity-H +yes yes yes "));
    for (const QString &font : lines.mid(2))
        QVERIFY2(line.match(font).hasMatch(), qPrintable(font));
}

void PdfFileTest::saysWhatItIs()
{
    const std::optional<QString> info = toolOutput(QStringLiteral("pdfinfo"), {});
    if (!info)
        QSKIP("pdfinfo is not installed");
    for (const char *words : {"960 x 540 pts", "Zəngəzur", "Corridor Atlas", "Map from Island Atlas", "blue way", "Metadata Stream: yes"})
        QVERIFY2(info->simplified().contains(QString::fromUtf8(words)), qPrintable(*info));
    QVERIFY(toolOutput(QStringLiteral("pdfinfo"), {QStringLiteral("-meta")})->contains(QStringLiteral("<dc:title>")));
}

void PdfFileTest::carriesSourcesAndEvidence()
{
    const std::optional<QString> list = toolOutput(QStringLiteral("pdfdetach"), {QStringLiteral("-list")});
    if (!list)
        QSKIP("pdfdetach is not installed");
    QVERIFY2(list->startsWith(QStringLiteral("3 embedded files")), qPrintable(*list));
    QCOMPARE(*toolOutput(QStringLiteral("pdfdetach"), {QStringLiteral("-saveall"), QStringLiteral("-o"), m_folder.path()}), QString());
    const auto read = [&](const char *name) {
        QFile attached(m_folder.filePath(QLatin1String(name)));
        return attached.open(QIODevice::ReadOnly) ? attached.readAll() : QByteArray();
    };
    const Result<FigureEvidence> evidence = FigureEvidence::fromJson(read("corridor-atlas.json"));
    QVERIFY2(evidence.ok(), qPrintable(evidence.ok() ? QString() : evidence.error().text()));
    QCOMPARE(QJsonDocument::fromJson(read("sources.csl.json")).array(), evidence->sources);
    QVERIFY(read("sources.txt").contains("Rails & Ferries <of the Isle>"));
}

void PdfFileTest::linksLeadToTheWeb()
{
    for (const char *url : {"https://example.org/rails", "https://example.org/second", "https://www.openstreetmap.org/copyright"})
        QVERIFY2(m_pdf.contains("/URI <" + QByteArray(url).toHex() + '>'), url);
    QVERIFY(m_pdf.contains("/Annots ["));
}

void PdfFileTest::layersAreNamed()
{
    for (const char *title : {"Borders", "Rivers", "red way", "Legend"}) {
        QByteArray hex;
        for (const char c : QByteArray(title))
            hex += "00" + QByteArray(1, c).toHex().toUpper();
        QVERIFY2(m_pdf.contains("/Type /OCG /Name <FEFF" + hex + '>'), title);
    }
}

/// At twice the resolution of screens: poppler puts letters on whole pixels.
void PdfFileTest::looksLikeThePicture()
{
    WriteOptions fine;
    fine.dpi = 192;
    if (QStandardPaths::findExecutable(QStringLiteral("pdftoppm")).isEmpty())
        QSKIP("pdftoppm is not installed");
    const QString stem = m_folder.filePath(QStringLiteral("page"));
    QCOMPARE(*toolOutput(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("192"), QStringLiteral("-singlefile"), QStringLiteral("-png")}, {stem}),
             QString());
    const QImage seen(stem + QStringLiteral(".png")), wanted = QImage::fromData(*pngfile::encode(*m_figure, fine));
    QVERIFY(std::abs(seen.width() - wanted.width()) <= 1 && std::abs(seen.height() - wanted.height()) <= 1);
    const double share = test::differing(seen, wanted, m_figure->page.toSize() / 2);
    QVERIFY2(share <= 0.004, qPrintable(QString::number(share)));
}

QTEST_MAIN(PdfFileTest)
#include "PdfFileTest.moc"
