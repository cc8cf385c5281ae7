// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PngFile.h"

#include "figure/FigurePresets.h"
#include "figure/PageImage.h"
#include "figure/PngChunks.h"
#include "figure/PngRows.h"
#include "figure/SampleFigure.h"

#include <QBuffer>
#include <QImageReader>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

namespace {

WriteOptions atDpi(double dpi)
{
    WriteOptions options;
    options.dpi = dpi;
    return options;
}

/// The page as a window shows it.
QImage preview(const FigureComposition &figure, QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(figure.transparent ? Qt::transparent : Qt::white);
    QPainter painter(&image);
    const double scale = std::max(size.width() / figure.page.width(), size.height() / figure.page.height());
    painter.scale(scale, scale);
    figure.paint(painter, scale);
    return image;
}

QString difference(const QImage &a, const QImage &b)
{
    QRect where;
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            if (p != q)
                where |= QRect(x, y, 1, 1);
            most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    }
    return QStringLiteral("by up to %1 levels within %2, %3 and %4, %5").arg(most).arg(where.left()).arg(where.top()).arg(where.right()).arg(where.bottom());
}

/// Any picture as a file, in rows deflated separately.
QByteArray encoded(const QImage &image, bool alpha, const QList<int> &ends)
{
    QList<PngRows> parts;
    int first = 0;
    for (const int end : ends) {
        parts << PngRows::of(image, first, end, alpha, end == ends.back());
        first = end;
    }
    PngChunks file(image.size(), alpha);
    file.addPixels(PngRows::joined(parts));
    return file.finished();
}

QImage decoded(const QByteArray &bytes, QImage::Format format)
{
    return QImage::fromData(bytes, "png").convertToFormat(format);
}

/// Flat areas above, noise below, a soft edge of alpha.
QImage mixture(QSize size)
{
    QImage image(size, QImage::Format_ARGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const bool flat = y < size.height() / 2;
            const QRgb pixel = flat ? QColor(x / 40 % 2 ? Qt::white : Qt::darkCyan).rgb() : random.generate();
            image.setPixel(x, y, qRgba(qRed(pixel), qGreen(pixel), qBlue(pixel), std::min(255, x * 3)));
        }
    }
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

class PngFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void fileIsThePreview_data();
    void fileIsThePreview();
    void transparentPagesHaveNoPaper();
    void rowsReadBackWhateverTheyHold_data();
    void rowsReadBackWhateverTheyHold();
    void textsReadBack();
    void otherProgramsAccept();
    void cancelledIsNoPicture();
    void releasedRowsTakeNoMemory();
};

void PngFileTest::fileIsThePreview_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<double>("dpi");
    QTest::newRow("slide") << QStringLiteral("slide-16x9") << 96.0;
    QTest::newRow("slide, fine") << QStringLiteral("slide-16x9") << 192.0;
    QTest::newRow("square, between pixels") << QStringLiteral("square") << 120.0;
    QTest::newRow("column for print") << QStringLiteral("column-1") << 600.0;
    QTest::newRow("A4 in two pieces") << QStringLiteral("a4-portrait") << 300.0;
    QTest::newRow("A3 in four pieces") << QStringLiteral("a3-landscape") << 300.0;
}

void PngFileTest::fileIsThePreview()
{
    QFETCH(QString, preset);
    QFETCH(double, dpi);
    Figure figure = test::figure(figurePreset(preset)->page);
    figure.map.visibility.hiddenLayers.clear();
    const FigureComposition composition = *FigureComposition::of(figure);
    const QImage file = decoded(*pngfile::encode(composition, atDpi(dpi)), QImage::Format_RGB32);
    const QImage shown = preview(composition, file.size()).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(file.width(), qRound(composition.page.width() * dpi / 96));
    QVERIFY2(file == shown, qPrintable(difference(file, shown)));
}

void PngFileTest::transparentPagesHaveNoPaper()
{
    Figure figure = test::figure();
    figure.transparent = true;
    const FigureComposition composition = *FigureComposition::of(figure);
    const QImage file = QImage::fromData(*pngfile::encode(composition, atDpi(144)));
    QVERIFY(file.hasAlphaChannel());
    QCOMPARE(file.pixelColor(2, 2).alpha(), 0);
    const QPointF inMap = composition.layout.rect(FigureElement::Map).center() * composition.layout.scale * 1.5;
    QCOMPARE(file.pixelColor(inMap.toPoint()).alpha(), 255);
    QCOMPARE(file.convertToFormat(QImage::Format_ARGB32), preview(composition, file.size()).convertToFormat(QImage::Format_ARGB32));
}

void PngFileTest::rowsReadBackWhateverTheyHold_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QList<int>>("ends");
    QTest::newRow("one pixel") << QSize(1, 1) << QList<int>{1};
    QTest::newRow("one piece") << QSize(300, 90) << QList<int>{90};
    QTest::newRow("rows by themselves") << QSize(64, 3) << QList<int>{1, 2, 3};
    QTest::newRow("pieces") << QSize(700, 200) << QList<int>{50, 51, 120, 200};
    QTest::newRow("wider than zlib looks back") << QSize(12000, 40) << QList<int>{13, 40};
}

void PngFileTest::rowsReadBackWhateverTheyHold()
{
    QFETCH(QSize, size);
    QFETCH(QList<int>, ends);
    const QImage image = mixture(size);
    QCOMPARE(decoded(encoded(image, true, ends), QImage::Format_ARGB32), image.convertToFormat(QImage::Format_ARGB32));
    QImage opaque = image;
    opaque.reinterpretAsFormat(QImage::Format_RGB32);
    QCOMPARE(decoded(encoded(opaque, false, ends), QImage::Format_RGB32), opaque.convertToFormat(QImage::Format_RGB32));
}

void PngFileTest::textsReadBack()
{
    PngChunks file({1, 1}, false);
    const QString latin = QStringLiteral("© Ænima\nsecond line"), other = QStringLiteral("Երևան, თბილისი – Şuşa");
    file.addText(QStringLiteral("Copyright"), latin);
    file.addText(QStringLiteral("Title"), other);
    file.addUtf8(QStringLiteral("CorridorAtlas"), "{\"a\":\"ə\"}");
    file.addPixels(PngRows::joined({PngRows::of(mixture({1, 1}), 0, 1, false, true)}));
    const QByteArray bytes = file.finished();
    QVERIFY(bytes.contains("tEXtCopyright"));
    const QImage image = QImage::fromData(bytes);
    QCOMPARE(image.text(QStringLiteral("Copyright")), latin);
    QCOMPARE(image.text(QStringLiteral("Title")), other);
    QCOMPARE(image.text(QStringLiteral("CorridorAtlas")), QStringLiteral("{\"a\":\"ə\"}"));
}

void PngFileTest::otherProgramsAccept()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pngcheck"));
    if (program.isEmpty())
        QSKIP("pngcheck is not installed");
    QTemporaryDir folder;
    for (const bool transparent : {false, true}) {
        Figure figure = test::figure();
        figure.transparent = transparent;
        figure.title = QStringLiteral("Երևան");
        QFile file(folder.filePath(QStringLiteral("%1.png").arg(transparent)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*pngfile::encode(*FigureComposition::of(figure), atDpi(300)));
        file.close();
        QProcess check;
        check.start(program, {QStringLiteral("-v"), file.fileName()});
        QVERIFY(check.waitForFinished());
        const QByteArray said = check.readAll();
        QVERIFY2(check.exitCode() == 0 && said.contains("No errors"), said.constData());
        QVERIFY2(said.contains("300 dpi"), said.constData());
        QVERIFY2(!said.contains("warning"), said.constData());
    }
}

void PngFileTest::cancelledIsNoPicture()
{
    WriteOptions options;
    options.cancel.cancel();
    const Result<QByteArray> bytes = pngfile::encode(*FigureComposition::of(test::figure()), options);
    QVERIFY(!bytes.ok());
    QCOMPARE(bytes.error().message, QStringLiteral("cancelled"));
}

void PngFileTest::releasedRowsTakeNoMemory()
{
    PageImage page(QSize(4096, 4096));
    QVERIFY(page.valid());
    QImage image = page.image();
    image.fill(Qt::red);
    page.release(0, 2048);
    QCOMPARE(image.pixel(5, 100), 0u);  // given back: what the system hands out anew is empty
    QCOMPARE(image.pixelColor(5, 2048), QColor(Qt::red));
    QVERIFY(!PageImage(QSize(0, 5)).valid());
}

QTEST_MAIN(PngFileTest)
#include "PngFileTest.moc"
