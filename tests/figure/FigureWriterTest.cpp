// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureWriter.h"

#include "figure/SampleFigure.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace ca;

namespace {

WriteOptions atDpi(double dpi)
{
    WriteOptions options;
    options.dpi = dpi;
    return options;
}

} // namespace

class FigureWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void formatsByName();
    void pngCarriesSizeAndEvidence();
    void pngIsOpaque();
    void dpiChangesPixelsNotLayout();
    void twoRunsSameBytes_data();
    void twoRunsSameBytes();
    void refusalsLeaveNoFile_data();
    void refusalsLeaveNoFile();
    void fullDiskLeavesTheOldFile();
    void warningsTravelWithTheFile();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
};

void FigureWriterTest::formatsByName()
{
    QCOMPARE(*FigureWriter::formatFor(QStringLiteral("a.PNG")), FigureFormat::Png);
    QCOMPARE(*FigureWriter::formatFor(QStringLiteral("a.b.svg")), FigureFormat::Svg);
    QCOMPARE(*FigureWriter::formatFor(QStringLiteral("/x.y/a.pdf")), FigureFormat::Pdf);
    QCOMPARE(*FigureWriter::formatFor(QStringLiteral("a.PPTX")), FigureFormat::Pptx);
    QCOMPARE(*FigureWriter::formatFor(QStringLiteral("a.docx")), FigureFormat::Docx);
    QVERIFY(!FigureWriter::formatFor(QStringLiteral("a.jpg")).ok());
    QVERIFY(!FigureWriter::formatFor(QStringLiteral("png")).ok());
}

void FigureWriterTest::pngCarriesSizeAndEvidence()
{
    const QString file = path(QStringLiteral("a.png"));
    QVERIFY(FigureWriter::write(test::figure({640, 400}), file, atDpi(192)).ok());
    QImageReader reader(file);
    QCOMPARE(reader.size(), QSize(1280, 800));
    QCOMPARE(reader.text(QStringLiteral("Title")), QStringLiteral("Lines of the island"));
    QVERIFY(reader.text(QStringLiteral("Sources")).contains(QStringLiteral("Survey Office")));
    QVERIFY(reader.text(QStringLiteral("Sources")).contains(QStringLiteral("https://example.org/lengths")));
    QCOMPARE(QImage(file).text(QStringLiteral("Sources")).split(u'\n').size(), 5);  // four notes and a caveat, a line each
    QVERIFY(reader.text(QStringLiteral("Copyright")).contains(QStringLiteral("© OpenStreetMap contributors")));
    QVERIFY(reader.text(QStringLiteral("Licence")).contains(QStringLiteral("ODbL 1.0")));
    QCOMPARE(reader.text(QStringLiteral("AsOf")), QStringLiteral("2026-04-30"));
    QCOMPARE(qRound(reader.read().dotsPerMeterX() * 0.0254), 192);
}

void FigureWriterTest::pngIsOpaque()
{
    const QImage image = QImage::fromData(*FigureWriter::encode(test::figure({400, 300}), FigureFormat::Png));
    QVERIFY(!image.hasAlphaChannel());
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
}

void FigureWriterTest::dpiChangesPixelsNotLayout()
{
    const QImage small = QImage::fromData(*FigureWriter::encode(test::figure({640, 400}), FigureFormat::Png, atDpi(96)));
    QImage large = QImage::fromData(*FigureWriter::encode(test::figure({640, 400}), FigureFormat::Png, atDpi(384)));
    large = large.scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int far = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const QColor a = small.pixelColor(x, y), b = large.pixelColor(x, y);
            far += std::abs(a.lightness() - b.lightness()) > 110;
        }
    }
    QVERIFY2(far < small.width() * small.height() / 100, qPrintable(QString::number(far)));
}

void FigureWriterTest::twoRunsSameBytes_data()
{
    QTest::addColumn<FigureFormat>("format");
    QTest::newRow("png") << FigureFormat::Png;
    QTest::newRow("svg") << FigureFormat::Svg;
    QTest::newRow("pdf") << FigureFormat::Pdf;
}

void FigureWriterTest::twoRunsSameBytes()
{
    QFETCH(FigureFormat, format);
    const QByteArray first = *FigureWriter::encode(test::figure(), format);
    QVERIFY(first.size() > 1000);
    QCOMPARE(*FigureWriter::encode(test::figure(), format), first);
    Figure other = test::figure();
    other.asOf = QStringLiteral("2025-01-01");
    QVERIFY(*FigureWriter::encode(other, format) != first);
}

void FigureWriterTest::refusalsLeaveNoFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSizeF>("page");
    QTest::addColumn<double>("dpi");
    QTest::addColumn<QString>("reason");
    const QSizeF slide(640, 400);
    QTest::newRow("no such folder") << QStringLiteral("none/a.png") << slide << 96.0 << QStringLiteral("there is no folder");
    QTest::newRow("folder is a file") << QStringLiteral("plain/a.png") << slide << 96.0 << QStringLiteral("there is no folder");
    QTest::newRow("a folder") << QStringLiteral("folder.png") << slide << 96.0 << QStringLiteral("is a folder");
    QTest::newRow("unknown suffix") << QStringLiteral("a.gif") << slide << 96.0 << QStringLiteral(".png, .svg, .pdf, .tif, .pptx or .docx");
    QTest::newRow("size zero") << QStringLiteral("a.png") << QSizeF(0, 400) << 96.0 << QStringLiteral("no size");
    QTest::newRow("too small") << QStringLiteral("a.svg") << QSizeF(20, 10) << 96.0 << QStringLiteral("no room for a map");
    QTest::newRow("over 300 megapixels") << QStringLiteral("a.png") << QSizeF(20000, 20000) << 96.0 << QStringLiteral("300");
    QTest::newRow("over 300 megapixels by dpi") << QStringLiteral("a.png") << QSizeF(2000, 2000) << 1200.0 << QStringLiteral("625 megapixels");
    QTest::newRow("endless side") << QStringLiteral("a.png") << QSizeF(40000, 600) << 96.0 << QStringLiteral("32767");
    QTest::newRow("dpi zero") << QStringLiteral("a.png") << slide << 0.0 << QStringLiteral("resolution");
    QTest::newRow("dpi not a number") << QStringLiteral("a.png") << slide << qQNaN() << QStringLiteral("resolution");
}

void FigureWriterTest::refusalsLeaveNoFile()
{
    QFETCH(QString, name);
    QFETCH(QSizeF, page);
    QFETCH(double, dpi);
    QFETCH(QString, reason);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("folder.png")));
    QFile plain(folder.filePath(QStringLiteral("plain")));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    const Result<Done> done = FigureWriter::write(test::figure(page), folder.filePath(name), atDpi(dpi));
    QVERIFY(!done.ok());
    QVERIFY2(done.error().text().contains(reason), qPrintable(done.error().text()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             (QStringList{QStringLiteral("folder.png"), QStringLiteral("plain")}));
}

/// A limit on the size of files stands in for a disk that runs full while the file is written.
void FigureWriterTest::fullDiskLeavesTheOldFile()
{
    QTemporaryDir folder;
    QFile old(folder.filePath(QStringLiteral("a.png")));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    const Result<Done> done = FigureWriter::write(test::figure({640, 400}), old.fileName());
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(QStringLiteral("nothing was left behind")), qPrintable(done.error().text()));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a.png")});
}

void FigureWriterTest::warningsTravelWithTheFile()
{
    const Result<Done> done = FigureWriter::write(test::figure({260, 180}), path(QStringLiteral("small.png")));
    QVERIFY(done.ok());
    QVERIFY(done.warnings().join(u' ').contains(QStringLiteral("legend")));
    QVERIFY(FigureWriter::write(test::figure(), path(QStringLiteral("large.png"))).warnings().isEmpty());
}

QTEST_MAIN(FigureWriterTest)
#include "FigureWriterTest.moc"
